package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func ExampleLexicon_With() {
	a, err := ParseAdditions("ours.yaml", []byte(`
opposites:
  - words: [moor, adrift]
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	l, err := Default().With(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(Default().Antonyms("moored", "adrift"), l.Antonyms("moored", "adrift"))
	// Output: false true
}

// with is the embedded lexicon with a file added.
func with(t testing.TB, data string) *Lexicon {
	t.Helper()
	a, err := ParseAdditions("ours.yaml", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	l, err := Default().With(a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

const ours = `
opposites:
  - words: [gibbet, adrift]
  - a: [dry, alcohol-free]
    b: [licensed, serve drink]
  - words: [=ajar, latched]
    weak: true
same:
  - words: [harbour board, port authority, wharfinger]
reversers:
  - words: [defenestrate]
  - words: [=keeled over, peter out]
    turns: [subject]
  - words: [fallow]
    turns: [noun]
keepers:
  - words: [soldier on, thole]
denials:
  - words: [pooh-pooh]
remove:
  - words: [urban, rural]
`

func TestWith(t *testing.T) {
	before := len(Default().forms)
	l := with(t, strings.Replace(ours, "=keeled over, ", "", 1))
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"gibbet", "adrift", true},
		{"gibbeted", "adrift", true},
		{"dry", "licensed", true},
		{"alcohol-free", "licensed", true},
		{"dry", "alcohol-free", false},
		{"ajar", "latched", true},
		{"urban", "rural", false},
		{"rise", "fell", true}, // what is embedded stays
	} {
		if got := l.Antonyms(c.a, c.b); got != c.want || l.Antonyms(c.b, c.a) != got {
			t.Errorf("Antonyms(%q, %q) = %v", c.a, c.b, got)
		}
	}
	for form, want := range map[string]Class{
		"defenestrated": StopsObject, "fallow": StopsNoun, "tholes": Keeper, "pooh-poohed": Denial,
	} {
		if got := l.Look(form).Class; got&want == 0 {
			t.Errorf("Look(%q).Class = %b, want %b among it", form, got, want)
		}
	}
	for phrase, want := range map[string]Class{"soldier on": Keeper, "peter out": StopsSubject} {
		if got := l.phraseClass(phrase); got&want == 0 {
			t.Errorf("%s has class %b, want %b among it", phrase, got, want)
		}
	}
	if r := l.Relation(l.ID("harbour board"), l.ID("wharfinger")); r&Kin == 0 {
		t.Errorf("the board and the wharfinger have the relation %b", r)
	}
	_, against := l.Opposing(l.Look("gibbeted").Lemmas)
	if own, _ := l.Opposing(l.Look("adrift").Lemmas); !against.Meets(&own) {
		t.Error("the signatures hide opposites")
	}
	if own, _ := l.Opposing([]ID{l.ID("rural")}); slices.Contains(l.against[l.ID("urban")], l.ID("rural")) || own == (Signature{}) && len(l.against[l.ID("rural")]) > 0 {
		t.Error("what was removed is still opposed")
	}
	if d := Default(); len(d.forms) != before || !d.Antonyms("urban", "rural") || d.Antonyms("gibbet", "adrift") || d.ID("wharfinger") != 0 {
		t.Error("the embedded lexicon was changed")
	}
}

// TestWithTwo wants a later file to know what an earlier one said.
func TestWithTwo(t *testing.T) {
	l := with(t, "opposites:\n  - words: [moor, adrift]\n")
	a, err := ParseAdditions("more.yaml", []byte("remove:\n  - words: [adrift, moor]\nreversers:\n  - words: [break off]\n    turns: [clause]\n"))
	if err != nil {
		t.Fatal(err)
	}
	both, err := l.With(a)
	if err != nil {
		t.Fatal(err)
	}
	if both.Antonyms("moored", "adrift") || !l.Antonyms("moored", "adrift") {
		t.Error("the second file did not take back what the first said, or did so in the first lexicon too")
	}
	if l.phraseClass("break off")&StopsClause != 0 || both.phraseClass("break off")&(StopsClause|StopsObject) != StopsClause|StopsObject {
		t.Error("the phrase has its class in both lexicons, or lost one")
	}
	if _, err := l.With(Additions{Remove: []Words{{Words: []string{"moor", "shed"}}}}); err == nil {
		t.Error("a pair that is none was removed")
	}
}

func TestParseAdditionsErrors(t *testing.T) {
	for data, want := range map[string]string{
		"":                                 "n.yaml: the file is empty",
		"opposites:\n  - words: [\"x":      "n.yaml:2:13: ",
		"opposits: []":                     "n.yaml:1:1: unknown field \"opposits\"",
		"opposites:\n  - word: [a, b]":     "n.yaml:2:5: unknown field \"word\"",
		"opposites:\n  - words: [ab]":      "n.yaml:2:5: words has 1 words, not two",
		"opposites:\n  - words: [a, b, c]": "n.yaml:2:5: words has 3 words, not two",
		"opposites:\n  - a: [ab]":          "n.yaml:2:5: an entry of opposites needs two words, or a and b",
		"opposites:\n  - {}":               "n.yaml:2:5: an entry of opposites needs",
		"opposites:\n  - words: [up, down]\n    b: [off]":              "n.yaml:2:5: an entry has words, or a and b, not both",
		"same:\n  - words: [ab, cd]\n  - words: [ab]":                  "n.yaml:3:5: an entry of same needs two words or more",
		"keepers:\n  - test: []":                                       "n.yaml:2:5: an entry of keepers needs words",
		"keepers:\n  - words: [go on, '']":                             "n.yaml:2:5: \"\" is no word",
		"keepers:\n  - words: [Port Elm]":                              "n.yaml:2:5: \"Port Elm\" has a capital",
		"keepers:\n  - words: [=go on]":                                "n.yaml:2:5: \"=go on\" is a phrase behind =",
		"opposites:\n  - words: [ab, ab]":                              "n.yaml:2:5: \"ab\" stands on both sides",
		"reversers:\n  - words: [ab]\n    turns: [verb]":               "n.yaml:2:5: turns has \"verb\"",
		"denials:\n  - words: [ab]\n    test:\n      - opposed: [one]": "n.yaml:2:5: a test is not two sentences",
		"denials:\n  - words: [ab]\n    test:\n      - {}":             "n.yaml:2:5: a test is not two sentences",
		"opposites: 3": "n.yaml:1:12: ",
	} {
		_, err := ParseAdditions("n.yaml", []byte(data))
		var e *FileError
		if !errors.As(err, &e) || e.Hint == "" || !strings.HasPrefix(e.Error(), want) {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
	_, err := ParseAdditions("n.yaml", []byte("opposits: []"))
	if e := (*FileError)(nil); !errors.As(err, &e) || !strings.Contains(e.Hint, "did you mean opposites?") {
		t.Errorf("%v: the hint does not name the key that was meant", err)
	}
	a, err := ParseAdditions("n.yaml", []byte("keepers:\n  - words: [go on]\nremove:\n  - words: [urban, moor]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Default().With(a); err == nil || err.Error() != `n.yaml:4:13: "urban" and "moor" oppose each other nowhere` {
		t.Errorf("%v", err)
	}
}

func TestInflected(t *testing.T) {
	for w, want := range map[string][]string{
		"moor":  {"moors", "moored", "mooring"},
		"bake":  {"bakes", "baked", "baking"},
		"rally": {"rallies", "rallied", "rallying"},
		"cap":   {"caps", "caped", "caping", "capped", "capping"},
		"quash": {"quashes", "quashed", "quashing"},
		"up":    nil,
	} {
		if diff := cmp.Diff(want, inflected(w)); diff != "" {
			t.Errorf("%s: -want +got\n%s", w, diff)
		}
	}
}

func TestDescribe(t *testing.T) {
	l := with(t, "\nopposites:\n  - words: [frozen, adrift]\n")
	d := l.Describe("Frozen")
	if !d.Known || !slices.Contains(d.Forms, "freeze") || !slices.Contains(d.Classes, "stops_noun") || d.Every < 50 || d.Every > 500 {
		t.Errorf("%+v", d)
	}
	found := map[string]bool{}
	for i, o := range d.Opposites {
		found[o.Word+" "+o.Source] = true
		if i > 0 && d.Opposites[i-1] == o {
			t.Errorf("%v is there twice", o)
		}
	}
	for _, want := range []string{"continue news: continue-stop", "adrift ours.yaml:3"} {
		if !found[want] {
			t.Errorf("%q is not among %v", want, d.Opposites)
		}
	}
	if d := l.Describe("legal"); !slices.ContainsFunc(d.Opposites, func(o Opponent) bool { return o.Source == WordNet && o.Word == "illegal" }) {
		t.Errorf("%+v", d.Opposites)
	}
	if d := l.Describe("truce"); !slices.Contains(d.Same, "ceasefire") {
		t.Errorf("%+v", d.Same)
	}
	if d := l.Describe("pull  out"); !d.Known || !slices.ContainsFunc(d.Opposites, func(o Opponent) bool { return o.Word == "remain" }) {
		t.Errorf("%+v", d)
	}
	if d := l.Describe("qwertyish"); d.Known || len(d.Opposites) > 0 || d.Every != 0 {
		t.Errorf("%+v", d)
	}
}

func FuzzParseAdditions(f *testing.F) {
	f.Add(ours)
	f.Add("opposites: [{words: [a, b], test: [{opposed: [x, y]}]}]")
	f.Add("? !!x [")
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseAdditions("n.yaml", []byte(s))
		var e *FileError
		if err == nil {
			small := &Lexicon{forms: map[string]Entry{}, ids: map[string]ID{}, names: []string{""}, phrases: map[string][]Phrase{}}
			if _, err = small.With(a); err == nil {
				return
			}
		}
		if !errors.As(err, &e) {
			t.Fatalf("%v is no FileError", err)
		}
	})
}
