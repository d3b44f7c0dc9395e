package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"The Mayor's PLAN", "the mayor's plan"},
		{"naïve café", "naive cafe"},
		{"cafe\u0301s", "cafes"},
		{"“Don’t,” she said — twice…", `"don't," she said - twice...`},
		{"ﬁnal oﬃce Ærø Łódź Þór straße ẞ", "final office aero lodz thor strasse ss"},
		{"İstanbul ıh", "istanbul ih"},
		{"€5 £6 ½ ² №7", "eur5 gbp6 1/2 2 no7"},
		{"a\u00a0b\u2009c\td\ne", "a b c d e"},
		{"\ufeffco\u00adop\u200berate\u200f", "cooperate"},
		{"[SEP] [MASK]", " sep   mask "},
		{"bad \xff\xc3 bytes", "bad    bytes"},
		{"Путин 北京 said", "         said"},
		{"\x00\x1b\x7f", "   "},
		{"ＦＵＬＬ", "full"},
	} {
		if got := Fold(c.text).Text; got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestFoldSpans wants to get back what each folded word was.
func TestFoldSpans(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Naïve cafés", []string{"Naïve", "cafés"}},
		{"cafe\u0301s.", []string{"cafe\u0301s", "."}},
		{"“Łódź”", []string{"“", "Łódź", "”"}},
		{"co\u00adop ﬁsh…", []string{"co\u00adop", "ﬁsh", "…", "…", "…"}},
		{"\ufeffİt", []string{"İt"}},
		{"x\xffy", []string{"x", "y"}},
		{"plain words", []string{"plain", "words"}},
	} {
		f, got := Fold(c.text), []string(nil)
		for start, end := NextWord(f.Text, 0); start < end; start, end = NextWord(f.Text, end) {
			got = append(got, f.Span(start, end).In(c.text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestSpanOfNothing(t *testing.T) {
	for _, c := range []struct {
		text  string
		at    int
		start int
	}{{"", 0, 0}, {"é", 0, 0}, {"é", 1, 2}, {"ab", 1, 1}, {"éa", 1, 2}} {
		if got := Fold(c.text).Span(c.at, c.at); got.Start != c.start || got.End != c.start {
			t.Errorf("Fold(%q).Span(%d, %d) = %v, want nothing at %d", c.text, c.at, c.at, got, c.start)
		}
	}
}

// TestTable wants of the table's lines that they can be what they are for.
func TestTable(t *testing.T) {
	if len(table()) < 100 {
		t.Fatalf("%d runes in the table", len(table()))
	}
	for r, s := range table() {
		if r < utf8.RuneSelf {
			t.Errorf("%q is ASCII", r)
		}
		if s != strings.Map(small, s) || strings.ContainsAny(s, " []") {
			t.Errorf("%q is written %q, which is not folded", r, s)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"naïve", "\ufeffa\u0301", "ﬁ\xff", "İẞ", "[UNK]\u00ad", "½…", "한국 e\u0301\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(text)
		last := 0
		for i := range len(folded.Text) {
			if b := folded.Text[i]; b < ' ' || b > '~' || 'A' <= b && b <= 'Z' || b == '[' || b == ']' {
				t.Fatalf("Fold(%q) has %q", text, b)
			}
			span := folded.Span(i, i+1)
			if span.Start < 0 || span.End > len(text) || span.Start >= span.End || span.Start < last {
				t.Fatalf("byte %d of Fold(%q) stands for %v, behind %d", i, text, span, last)
			}
			last = span.Start
			onEdge(t, text, span.Start)
			onEdge(t, text, span.End)
		}
	})
}

// onEdge wants at to be no place within a rune.
func onEdge(t *testing.T, text string, at int) {
	t.Helper()
	for i := max(0, at-utf8.UTFMax); i < at; i++ {
		if r, size := utf8.DecodeRuneInString(text[i:]); r != utf8.RuneError && i+size > at && utf8.RuneStart(text[i]) {
			t.Fatalf("%d is within %q, of %q", at, r, text)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("The naïve plan, “he said”, is Łódź’s best — and it will not be changed. ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(text)
	}
}
