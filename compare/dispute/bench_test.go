package dispute

import (
	"context"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/claims/extract"
	"crosscheck/compare/term"
)

// BenchmarkFind reads five articles of the news.
func BenchmarkFind(b *testing.B) {
	var articles []claims.Article
	var lists [][]claims.Claim
	size := 0
	err := article.Walk(context.Background(), []string{datatest.Path(b, "seeds")}, nil, func(a claims.Article) error {
		articles, lists, size = append(articles, a), append(lists, extract.Claims(a)), size+len(a.Text)
		return nil
	}, func(claims.Warning) {})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	words := &term.Reader{}
	for b.Loop() {
		for i := range articles {
			Find(words, &articles[i], lists[i])
		}
	}
}
