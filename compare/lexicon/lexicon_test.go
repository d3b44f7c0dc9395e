package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestAntonyms(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"confirmed", "denied", true},
		{"rising", "fell", true},
		{"withdrew", "remained", true},
		{"legal", "illegal", true},
		{"guilty", "innocent", true},
		{"safe", "dangerous", true},
		{"frozen", "continues", true},
		{"violated", "holds", true},
		{"approved", "blocks", true},
		{"raised", "cuts", true},
		{"lawful", "unlawful", true},
		{"fake", "genuine", true},
		{"ally", "enemy", true},
		{"supports", "opposed", true},
		{"ahead", "trailing", true},
		{"accepted", "rejects", true},
		{"alive", "dead", true},
		{"victory", "defeat", true},
		{"voluntary", "forced", true},
		{"linked", "unrelated", true},
		{"isolated", "widespread", true},
		{"unharmed", "injured", true},
		{"bankrupt", "solvent", true},
		{"doctored", "authentic", true},
		{"bought", "purchased", false},
		{"man", "woman", false}, // two people, not two accounts of one
		{"house", "senate", false},
		{"nosuchword", "denied", false},
	} {
		if got := l.Antonyms(c.a, c.b); got != c.want {
			t.Errorf("Antonyms(%q, %q) = %v", c.a, c.b, got)
		}
		if l.Antonyms(c.a, c.b) != l.Antonyms(c.b, c.a) {
			t.Errorf("Antonyms(%q, %q) depends on the order", c.a, c.b)
		}
	}
}

func TestRelated(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		a, b string
		want Relation
	}{
		{"communicate", "communication", Derivation},
		{"truce", "ceasefires", Kin},
		{"talks", "dialogue", Kin},
		{"murder", "homicide", Broader},
		{"homicide", "murder", Narrower},
		{"begin", "start", Synonym},
	} {
		r, w := l.Related(c.a, c.b)
		if r&c.want == 0 || w <= 0 || w > 1 {
			t.Errorf("Related(%q, %q) = %b, %v; want %b among it", c.a, c.b, r, w, c.want)
		}
		own, _ := l.Signatures(l.Look(c.a).Lemmas)
		if _, near := l.Signatures(l.Look(c.b).Lemmas); !own.Meets(&near) {
			t.Errorf("the signatures of %q and %q hide their relation", c.a, c.b)
		}
	}
}

// TestOpposing wants the signatures of opposites to meet wherever there are any.
func TestOpposing(t *testing.T) {
	l := Default()
	if len(l.against) < 1000 {
		t.Fatalf("%d words have opposites", len(l.against))
	}
	for a, list := range l.against {
		_, against := l.Opposing([]ID{a})
		for _, b := range list {
			if own, _ := l.Opposing([]ID{b}); !against.Meets(&own) || l.Relation(a, b)&Opposite == 0 {
				t.Errorf("%s and %s: the signatures hide opposites, or they are none", l.Name(a), l.Name(b))
			}
		}
	}
	if own, against := l.Opposing(l.Look("spokesman").Lemmas); own != (Signature{}) || against != (Signature{}) {
		t.Error("a spokesman has opposites")
	}
}

func TestSignature(t *testing.T) {
	var s, u Signature
	s.Mark(1 << 56)
	u.Mark(200 << 56)
	if s.Meets(&u) || !s.Has(1<<56|5) || s.Has(200<<56) {
		t.Error("marks are mixed up")
	}
	s.Join(&u)
	if !s.Meets(&u) || !s.Has(200<<56) {
		t.Error("a signature that was joined is missing")
	}
}

func TestLook(t *testing.T) {
	l := Default()
	for form, want := range map[string]Class{
		"collapsed": StopsSubject, "suspends": StopsObject, "ended": StopsSubject, "not": Negator,
		"every": All, "denied": Denial, "continues": Keeper, "the": Function, "might": Maybe,
	} {
		if got := l.Look(form).Class; got&want == 0 {
			t.Errorf("Look(%q).Class = %b, want %b among it", form, got, want)
		}
	}
	if l.Look("end").Class&StopsSubject != 0 {
		t.Error(`"=ended" stands for one form only, and "end" got its class`)
	}
	if !l.Look("russia").Name || l.Look("bridge").Name {
		t.Error("names are not told from words")
	}
	if common, rare := l.Look("people").IDF, l.Look("qwertyish").IDF; common >= rare {
		t.Errorf("IDF of a common word %v, of an unknown one %v", common, rare)
	}
}

func TestParseNews(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a good file", "opposed:\n  - {id: up-down, a: [up], b: [down]}\n", ""},
		{"an unknown key", "oposed: []\n", "hint:"},
		{"an unknown class", "classes:\n  negators: [not]\n", "there is no class"},
		{"a side missing", "opposed:\n  - {id: up-down, a: [up]}\n", "not complete"},
		{"three words", "unopposed:\n  - [a, b, c]\n", "does not have two words"},
	} {
		_, err := parseNews([]byte(c.text))
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, want %q in it", c.name, err, c.want)
		}
	}
}

// TestNewsEntries checks the hand-made part: no entry on both sides of an
// opposition, no opposition twice.
func TestNewsEntries(t *testing.T) {
	n, err := parseNews(newsFile)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, o := range n.Opposed {
		if seen[o.ID] {
			t.Errorf("opposition %s is there twice", o.ID)
		}
		seen[o.ID] = true
		for _, a := range o.A {
			for _, b := range o.B {
				if a == b {
					t.Errorf("opposition %s has %q on both sides", o.ID, a)
				}
			}
		}
	}
	if len(n.Opposed) < 210 {
		t.Errorf("only %d oppositions", len(n.Opposed))
	}
}

func FuzzParseNews(f *testing.F) {
	f.Add([]byte("opposed:\n  - {id: x, a: [a b], b: [\"=c\"]}\nkin:\n  - [a, c]\n"))
	f.Add([]byte("opposed:\n- {id:0,a:!0 00,08: 000000}#0\n"))
	f.Add([]byte("classes: {negator: [\"\", \" \"]}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := parseNews(data)
		if err != nil {
			return
		}
		l := &Lexicon{forms: map[string]Entry{}, ids: map[string]ID{}, names: []string{""}, phrases: map[string][]Phrase{}}
		l.addNews(n)
	})
}

// TestSameTwice: the numbers of the words hang on nothing but the data.
func TestSameTwice(t *testing.T) {
	a, err := load()
	if err != nil {
		t.Fatal(err)
	}
	b, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.names, b.names) {
		t.Error("read twice, the words have other numbers")
	}
}
