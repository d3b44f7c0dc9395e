package check

import (
	"context"
	"testing"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare"
)

// FuzzRun: whatever two articles hold, nothing panics, and every span of a
// finding lies inside its article, on rune edges.
func FuzzRun(f *testing.F) {
	f.Add("Talks over\n\n“The talks have stopped,” said Ann Lee.", "Talks go on\n\n“The talks have not stopped,” said Tom Hale.")
	f.Add("T\n\n\"\u200b,\" said Ann Lee, the mayor, \"the bridge is safe for all traffic.\"", "\ufeff\"\ufeff\" he said, \"a. b.\"")
	f.Add("A: B\n\n• X denies that Y", "According to , 'a' said 5 of 3 February that 3 February")
	f.Fuzz(func(t *testing.T, a, b string) {
		var list []claims.Article
		for i, text := range []string{a, b} {
			got, _ := article.Parse([]string{"one/a.txt", "two/b.txt"}[i], []byte(text))
			list = append(list, got...)
		}
		r, err := Run(context.Background(), list, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			inside(t, r, f.A, f.Evidence.A)
			inside(t, r, f.B, f.Evidence.B)
		}
	})
}

func inside(t *testing.T, r *compare.Report, claim string, spans []claims.Span) {
	for _, c := range r.Claims {
		if c.ID != claim {
			continue
		}
		for _, a := range r.Articles {
			if a.ID != c.Article {
				continue
			}
			for _, s := range spans {
				if s.Start < 0 || s.End > len(a.Text) || s.Start >= s.End || !utf8.ValidString(s.In(a.Text)) {
					t.Fatalf("bad evidence %v of %q in %q", s, c.Text, a.Text)
				}
			}
		}
	}
}
