package attribution_test

import (
	"context"
	"errors"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/attribution"
	"crosscheck/claims/datatest"
	"crosscheck/claims/extract"
)

// corpus are the sentences of the first n articles of the AllSides corpus, as
// the extraction shows them to Find, and how many bytes of text they are from.
func corpus(tb testing.TB, n int) (sentences []extract.Sentence, size int64) {
	tb.Helper()
	enough := errors.New("enough articles")
	path := datatest.Path(tb, "data", "corpus", "allsides.jsonl.gz")
	err := article.Walk(context.Background(), []string{path}, nil, func(a claims.Article) error {
		if n--; n < 0 {
			return enough
		}
		sentences = append(sentences, extract.Sentences(a)...)
		size += int64(len(a.Text))
		return nil
	}, func(claims.Warning) {})
	if err != nil && !errors.Is(err, enough) {
		tb.Fatal(err)
	}
	return sentences, size
}

// BenchmarkFind asks about every sentence of 200 articles of the corpus. The
// articles are cut into tokens beforehand.
func BenchmarkFind(b *testing.B) {
	sentences, size := corpus(b, 200)
	attribution.Find(sentences[0].Tokens) // read the model
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i := range sentences {
			attribution.Find(sentences[i].Tokens)
		}
	}
}
