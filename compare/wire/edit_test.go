package wire

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// editCase is a block of testdata/edits.txt.
type editCase struct {
	line int
	a, b Passage
	want string
}

func readEdits(t *testing.T, path string) []editCase {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []editCase
	var c editCase
	for n, line := range strings.Split(string(raw), "\n") {
		key, value, ok := strings.Cut(line, ": ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !ok:
			t.Fatalf("%s:%d: %q is not key: value", path, n+1, line)
		case key == "a":
			c.line, c.a.Text = n+1, value
		case key == "b":
			c.b.Text = value
		case key == "a.date":
			c.a.Date = value
		case key == "b.date":
			c.b.Date = value
		case key == "want":
			c.want = value
			out = append(out, c)
			c = editCase{}
		default:
			t.Fatalf("%s:%d: there is no key %q", path, n+1, key)
		}
	}
	return out
}

func TestEdits(t *testing.T) {
	for _, c := range readEdits(t, "testdata/edits.txt") {
		var got []string
		for _, e := range Edits(c.a, c.b) {
			if e.Strength >= Worth {
				got = append(got, string(e.Kind))
			}
		}
		if got == nil {
			got = []string{"silent"}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("testdata/edits.txt:%d: got %s, want %s: %+v", c.line, s, c.want, Edits(c.a, c.b))
		}
	}
}

func TestEditTellsTheWords(t *testing.T) {
	a := Passage{Text: "The plant in Harrow will close before the winter."}
	b := Passage{Text: "The plant in Harrow may close before the winter."}
	got := Edits(a, b)
	want := []Edit{{Type: "modality", Kind: Softened, A: claims.Span{Start: 20, End: 24}, B: claims.Span{Start: 20, End: 23}, Strength: .85,
		Why: "The same text says “will” in the first copy and “may” in the second, which is weaker."}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("edits (-want +got):\n%s", diff)
	}
}

// TestEditsTurn swaps the copies: what was softened is strengthened then.
func TestEditsTurn(t *testing.T) {
	turned := map[Change]Change{Softened: Strengthened, Strengthened: Softened, SourceDropped: SourceAdded, SourceAdded: SourceDropped,
		QualifierDropped: QualifierAdded, FigureFirm: FigureHedged, FigureHedged: FigureFirm}
	for _, c := range readEdits(t, "testdata/edits.txt") {
		there, back := Edits(c.a, c.b), Edits(c.b, c.a)
		if len(there) != 1 || len(back) != 1 {
			continue
		}
		want := there[0].Kind
		if k, ok := turned[want]; ok {
			want = k
		}
		if want == WordsDropped || want == WordsAdded {
			continue
		}
		if back[0].Kind != want {
			t.Errorf("testdata/edits.txt:%d: turned round %s, want %s", c.line, back[0].Kind, want)
		}
	}
}

func TestListsAreWhole(t *testing.T) {
	l := known()
	if len(l.ladders) < 20 || len(l.phrases) < 400 || len(l.contractions) < 5 {
		t.Fatalf("%d ladders, %d first words, %d contractions", len(l.ladders), len(l.phrases), len(l.contractions))
	}
	for _, x := range l.ladders {
		switch x.typ {
		case "factivity", "modality", "quantifier", "lexical":
		default:
			t.Errorf("ladder %s has type %q", x.name, x.typ)
		}
	}
}

func FuzzEdits(f *testing.F) {
	f.Add("The plant won't close – “not now”, 12 said.", "The plant will close — not now, thirteen said.")
	f.Add("“a” ’s U.S. 5% $5m Nov. 18", "")
	f.Add("\xff\xfe 'll n't", "a\u0301 ‘b’ c")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Passage{Text: a, Date: "2015-03-04"}, Passage{Text: b, Quoted: len(a)%2 == 0}
		for _, e := range Edits(x, y) {
			if e.Strength <= 0 || e.Strength > 1 || e.Kind == "" || e.Type == "" || e.Why == "" {
				t.Errorf("edit %+v of %q, %q", e, a, b)
			}
			onRunes(t, a, e.A)
			onRunes(t, b, e.B)
		}
		Find([]Passage{x, y, {Article: "1", Text: b}})
	})
}

// onRunes wants a span inside text that cuts no rune.
func onRunes(t *testing.T, text string, at claims.Span) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(text) {
		t.Fatalf("span %v of %q", at, text)
	}
	if utf8.ValidString(text) && (!utf8.ValidString(text[:at.Start]) || !utf8.ValidString(text[at.Start:at.End])) {
		t.Errorf("span %v of %q cuts a rune", at, text)
	}
}

func BenchmarkEdits(b *testing.B) {
	x := Passage{Text: "The former head of the port authority reportedly moved 12 million pounds to Lugano on Monday, officials said."}
	y := Passage{Text: "The head of the port authority moved £14m to an account in Lugano, according to two officials."}
	for b.Loop() {
		Edits(x, y)
	}
}
