package word

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	for _, w := range Split("Mr Peskov said it’s “frozen”.", 0) {
		fmt.Println(w.Norm)
	}
	fmt.Println(Stem("dialogues") == Stem("dialogue"))
	// Output:
	// mr
	// peskov
	// said
	// it's
	// “
	// frozen
	// ”
	// .
	// true
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"US-Russian ties", []string{"US-Russian", "ties"}},
		{"the U.S. government", []string{"the", "U.S.", "government"}},
		{"1,000.5 tons", []string{"1,000.5", "tons"}},
		{"a pause - then", []string{"a", "pause", "-", "then"}},
		{"We don’t", []string{"We", "don’t"}},
		{"'frozen'", []string{"'", "frozen", "'"}},
		{"President-elect", []string{"President-elect"}},
		{"state-of-the-art, -5", []string{"state-of-the-art", ",", "-", "5"}},
		{"Ivan P. said.", []string{"Ivan", "P", ".", "said", "."}},
		{"", []string{}},
	} {
		got := []string{}
		for _, w := range Split(c.text, 0) {
			got = append(got, w.In(c.text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Split(%q): -want +got\n%s", c.text, diff)
		}
	}
}

// TestAll: one by one the words are the same.
func TestAll(t *testing.T) {
	for _, s := range samples() {
		if want, got := Split(s, 0), slices.Collect(All(s)); !slices.Equal(want, got) {
			t.Errorf("%q: -Split +All\n%s", s, cmp.Diff(want, got))
		}
	}
	for w := range All("stop here, please") {
		if w.Norm == "here" {
			break
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Mr Peskov’s “frozen” U.S.-Russia ties—1,000.5%")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		end := 0
		for _, w := range Split(s, 0) {
			if w.Start < end || w.End > len(s) || w.Len() == 0 || !utf8.ValidString(w.In(s)) {
				t.Fatalf("bad span %v after %d in %q", w.Span, end, s)
			}
			end = w.End
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("Mr Lee’s “frozen” U.S.-Canada ties cost $1,000.5 a day, the harbour board said on Monday; nobody had asked the ferry’s crew of 12. ", 100)
	for name, split := range map[string]func(string, int) []Word{"Split": Split, "uax29 alone": reference} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				split(text, 0)
			}
		})
	}
}

func TestListed(t *testing.T) {
	var got []string
	for class, w := range Listed("# a note: none\nday: mon tue\n\nnight: mon\nno class\n") {
		got = append(got, class+"="+w)
	}
	if diff := cmp.Diff([]string{"day=mon", "day=tue", "night=mon"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
