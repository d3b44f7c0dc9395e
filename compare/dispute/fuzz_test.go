package dispute

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/extract"
	"crosscheck/compare/term"
)

// FuzzFind wants no panic, spans on rune edges, and claims that are there.
func FuzzFind(f *testing.F) {
	if raw, err := os.ReadFile("testdata/cases.txt"); err == nil {
		for _, block := range strings.Split(string(raw), "\n\n") {
			f.Add(strings.ReplaceAll(block, "text: ", ""))
		}
	}
	for _, s := range []string{"", "Lee denied", "Lee disputed that", "“That is not true", "In fact", "Lee said Mr. Mr. Lind's claim is false", "denied \xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		a := written(strings.Split(text, "\n")...)
		list := extract.Claims(a)
		for _, d := range Find(&term.Reader{}, &a, list) {
			spans := append([]claims.Span{d.Clause}, d.At...)
			for _, o := range d.Of {
				spans = append(spans, o.At...)
				if o.Claim < 0 || o.Claim >= len(list) || o.Claim == d.By || o.Score <= 0 || o.Score > 1 {
					t.Errorf("no sound target: %+v of %d claims", o, len(list))
				}
			}
			for _, s := range spans {
				if s.Start < 0 || s.End > len(a.Text) || s.Start > s.End || !utf8.ValidString(s.In(a.Text)) {
					t.Errorf("span %v cuts %q", s, a.Text)
				}
			}
		}
	})
}
