package word

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// reference is Split said plainly: every segment from package uax29, joined
// and folded by the words of the documentation.
func reference(text string, base int) []Word {
	out := []Word{}
	seg := words.FromString(text)
	for seg.Next() {
		s, at := seg.Value(), seg.Start()
		if r, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(r) || unicode.IsControl(r) {
			continue
		}
		w := Word{Span: claims.Span{Start: base + at, End: base + at + len(s)}}
		w.Punct = !strings.ContainsFunc(s, isAlnum)
		if n := len(out); n > 0 && out[n-1].End == w.Start && joinsReference(text, base, out[n-1], w) {
			out[n-1].End = w.End
			continue
		}
		out = append(out, w)
	}
	for i := range out {
		s := text[out[i].Start-base : out[i].End-base]
		out[i].Norm = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
		r, _ := utf8.DecodeRuneInString(s)
		out[i].Capital = unicode.IsUpper(r)
	}
	return out
}

// joinsReference reports whether w, which directly follows last, belongs to it.
func joinsReference(text string, base int, last, w Word) bool {
	before := text[last.Start-base : last.End-base]
	now := text[w.Start-base : w.End-base]
	switch {
	case now == "-" || now == "‑" || now == "‐":
		next, _ := utf8.DecodeRuneInString(text[w.End-base:])
		return !last.Punct && isAlnum(next)
	case now == ".":
		parts := strings.Split(before, ".")
		return len(parts) > 1 && isLetter(parts[0]) && isLetter(parts[1])
	case w.Punct:
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return !last.Punct && (r == '-' || r == '‑' || r == '‐')
}

// FuzzReference: the fast path gives exactly what package uax29 gives.
func FuzzReference(f *testing.F) {
	for _, s := range prose {
		f.Add(s)
	}
	f.Add(strings.Join(pieces, ""))
	f.Fuzz(func(t *testing.T, s string) {
		if want, got := reference(s, 3), Split(s, 3); !slices.Equal(want, got) {
			t.Fatalf("%q: -uax29 +Split\n%s", s, cmp.Diff(want, got))
		}
	})
}

// pieces are what decides at a boundary: every property, marks that the fast
// path knows and marks that it does not.
var pieces = []string{
	"a", "B", "é", "×", "ß", "ж", "א", "カ", "中", "ก", "1", "٣", "_", "‿", ":", "·", ",", ";", ".", "․", "'", "’", "‘", "\"", "“", "”",
	"-", "‑", "‐", "–", "—", "…", " ", "  ", "\u00a0", "\u2003", "\t", "\n", "\r\n", "\u0085", "\u2028", "\u0301", "\u200d", "\u200b", "\ufeff",
	"\u00ad", "🇬", "👍", "©", "£", "€", "«", "»", "$", "%", "\x00", "\x7f", "\xff", "\xe2", "\xe2\x80", "•", "×",
}

var prose = []string{
	"Mr Lee’s “frozen” U.S.-Canada ties—1,000.5%", "a.b.c. d.e-f g-1.5-h --i- j’", "co-op-_- _a_ 3:5 a:b 1;2 a;b 1'000 o'1",
}

// samples are the prose and rows of up to five pieces.
func samples() []string {
	out := slices.Clone(prose)
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range []string{"", "a", "1", ".", "-", "’", " ", "_", "\u0301"} {
				out = append(out, a+b+c, "x"+a+b+c, "a.b"+a+b+c, "2"+a+c+b)
			}
		}
	}
	return out
}

func TestReference(t *testing.T) {
	for _, s := range samples() {
		if want, got := reference(s, 3), Split(s, 3); !slices.Equal(want, got) {
			t.Errorf("%q: -uax29 +Split\n%s", s, cmp.Diff(want, got))
		}
	}
}
