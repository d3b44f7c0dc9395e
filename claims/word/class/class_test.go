package class

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims/word"
)

func Example() {
	fmt.Println(Of("tuesday") == Of("thursday"), Of("1995") == Of("2016"))
	fmt.Println(Of("said").Prefix(6) == Of("replied").Prefix(6), Of("said").Prefix(6) == Of("table").Prefix(6))
	fmt.Println(Of("qwertz"))
	// Output:
	// true true
	// true false
	// 0
}

// shared is how many turns two words go together before their paths part.
func shared(a, b string) int {
	for n := Deepest; n > 0; n-- {
		if p := Of(a).Prefix(n); p >= 1<<n && p == Of(b).Prefix(n) {
			return n
		}
	}
	return 0
}

func TestNearer(t *testing.T) {
	for _, c := range []struct{ word, near, far string }{
		{"said", "told", "table"},
		{"said", "argued", "building"},
		{"could", "would", "city"},
		{"mr", "ms", "street"},
		{"sen", "rep", "march"},
		{"john", "michael", "weeks"},
		{"in", "near", "wrote"},
		{"monday", "friday", "smith"},
		{"russia", "china", "however"},
		{"officials", "lawyers", "quickly"},
		{"saying", "arguing", "percent"},
		{"he", "they", "hospital"},
		{"500", "1,000", "under"},
		{"“", "‘", "president"},
	} {
		if near, far := shared(c.word, c.near), shared(c.word, c.far); near <= far {
			t.Errorf("%q goes %d turns with %q, %d with %q", c.word, near, c.near, far, c.far)
		}
	}
}

func TestSameClass(t *testing.T) {
	for _, words := range []string{
		"january february march april june july august september october november december",
		"said says tweeted replied",
		"could would might",
		"sen rep gov",
		"him them",
		"saying arguing claiming",
		"spokesman official lawyer",
		"1999 2016",
	} {
		list := strings.Fields(words)
		for _, w := range list[1:] {
			if Of(w) == 0 || Of(w) != Of(list[0]) {
				t.Errorf("class of %q is %d, of %q %d", w, Of(w), list[0], Of(list[0]))
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, w := range []string{"", "qwertz", "Said", " ", "\n", "\xff", strings.Repeat("1", 1000)} {
		c := Of(w)
		if bits, n := c.Path(); c != 0 || bits != 0 || n != 0 || c.Prefix(4) != 0 {
			t.Errorf("%.20q: class %d, path %b of %d, prefix %b; want none", w, c, bits, n, c.Prefix(4))
		}
	}
	if bits, n := Class(65535).Path(); bits != 0 || n != 0 {
		t.Errorf("path of no class: %b of %d", bits, n)
	}
}

func TestPrefix(t *testing.T) {
	tab, err := parse("010 a\n0110 b c\n" + strings.Repeat("1", 20) + " d\n")
	if err != nil {
		t.Fatal(err)
	}
	old := load
	load = func() *table { return tab }
	defer func() { load = old }()
	got := []uint16{}
	for _, n := range []int{-1, 0, 1, 3, 4, 99} {
		got = append(got, Of("b").Prefix(n))
	}
	if diff := cmp.Diff([]uint16{1, 1, 0b10, 0b1011, 0b10110, 0b10110}, got); diff != "" {
		t.Errorf("prefixes of b: -want +got\n%s", diff)
	}
	if got := Of("d").Prefix(99); got != 0xffff {
		t.Errorf("prefix of a path deeper than is told: %b", got)
	}
	if Count() != 4 {
		t.Errorf("Count() = %d, want 4", Count())
	}
}

// TestFile reads the embedded file: all of it, and nothing twice.
func TestFile(t *testing.T) {
	tab, err := unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if len(tab.classes) != 30_000 || len(tab.paths) != 321 {
		t.Errorf("%d words in %d classes, want 30000 in 321", len(tab.classes), len(tab.paths))
	}
	used := make([]bool, len(tab.paths))
	for w, c := range tab.classes {
		used[c] = true
		if len(w) > Longest || Shape(w) != w || word.Norm(w) != w {
			t.Errorf("%q is not folded: it can never be found", w)
		}
	}
	for c, p := range tab.paths {
		if used[c] != (p.n > 0) {
			t.Errorf("class %d: words %t, path of %d turns", c, used[c], p.n)
		}
	}
}

func TestBadFile(t *testing.T) {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte("01 a\n0x1 b\n"))
	w.Close()
	for _, file := range []string{"", "01 a\n", z.String(), packed[:len(packed)/2]} {
		if tab, err := unpack(file); err == nil {
			t.Errorf("%.10q: %d words and no error", file, len(tab.classes))
		}
	}
	if _, err := parse(strings.Repeat("0 a\n", 70_000)); err == nil {
		t.Error("70,000 classes and no error")
	}
}

func TestShape(t *testing.T) {
	for in, want := range map[string]string{"16-year-old": "00-year-old", "1,234.5": "0,000.0", "said": "said", "": ""} {
		if got := Shape(in); got != want {
			t.Errorf("Shape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOfAllocatesNothing(t *testing.T) {
	words := []string{"said", "qwertz", "2016", strings.Repeat("9", Longest), strings.Repeat("9", Longest+1)}
	if n := testing.AllocsPerRun(100, func() {
		for _, w := range words {
			Of(w)
		}
	}); n != 0 {
		t.Errorf("%.0f allocations", n)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("0 said told\n10 table\n11 2016\n")
	f.Add("\n 0\n")
	f.Fuzz(func(t *testing.T, text string) {
		tab, err := parse(text)
		if err != nil {
			return
		}
		for w, c := range tab.classes {
			if w == "" || c == 0 || int(c) >= len(tab.paths) {
				t.Fatalf("%q has class %d of %d", w, c, len(tab.paths))
			}
		}
	})
}

func FuzzOf(f *testing.F) {
	f.Add("16-year-old")
	f.Fuzz(func(t *testing.T, s string) {
		if Of(s) != Of(Shape(s)) || Shape(s) != Shape(Shape(s)) {
			t.Fatalf("%q and its shape differ", s)
		}
		for _, n := range []int{4, 6, 8, 10, Deepest} {
			if p := Of(s).Prefix(n); p>>(n+1) != 0 {
				t.Fatalf("%q: prefix %b has more than %d turns", s, p, n)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	var words []string
	for _, w := range word.Split(strings.Repeat("Mr. Ivanov, a spokesman for the regional government, said on Tuesday that more than "+
		"1,200 people had left their homes since the dam burst, and that the “Zwettl-Ost” bridge would stay shut. ", 3), 0) {
		words = append(words, w.Norm)
	}
	Of("")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Of(words[i])
		if i++; i == len(words) {
			i = 0
		}
	}
}

// BenchmarkOfAll looks up every word there is, in no order that helps a cache.
func BenchmarkOfAll(b *testing.B) {
	var words []string
	for w := range load().classes {
		words = append(words, strings.Clone(w))
	}
	i := 0
	for b.Loop() {
		Of(words[i])
		if i++; i == len(words) {
			i = 0
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}
