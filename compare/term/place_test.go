package term

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// read is the words of a text as "surface=Word", those of a place alone with
// places.
func read(text string, places bool) []string {
	var r Reader
	var out []string
	for _, t := range r.Read(text, 0) {
		if t.Place || !places {
			out = append(out, t.In(text)+"="+t.Word)
		}
	}
	return out
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The U.S. and the UK", []string{"U.S.=United States", "UK=Britain"}},
		{"Tell us what US officials and Americans want", []string{"US=United States", "Americans=United States"}},
		{"North Korea’s envoy met South Korean farmers", []string{"North Korea’s=North Korea", "South Korean=South Korea"}},
		{"N. Korea and the North. Korea watchers", []string{"N. Korea=North Korea"}},
		{"US-Russian talks, a US-led patrol, North Korea-backed pilots", []string{"US=United States", "Russian=Russia", "US=United States", "North Korea=North Korea"}},
		{"He ate turkey in Turkey with the Turks.", []string{"Turkey=Turkey", "Turks=Turkey"}},
		{"New homes in New York and New Mexico", []string{"New York=New York", "New Mexico=New Mexico"}},
		{"the united states of the mind", nil},
	} {
		if diff := cmp.Diff(c.want, read(c.text, true)); diff != "" {
			t.Errorf("%q: -want +got\n%s", c.text, diff)
		}
	}
}

// TestPlaceSpan: a place of two words is one token over both.
func TestPlaceSpan(t *testing.T) {
	var r Reader
	text := "Ferries to North Korea sail."
	got := r.Read(text, 50)
	if len(got) != 3 || got[1].Start != 50+strings.Index(text, "North") || got[1].Len() != len("North Korea") || !got[1].Name || !got[1].Proper {
		t.Errorf("%+v", got)
	}
}

// TestPlaceNames reads every line of places.txt: each of its names is that
// place alone, and no name stands twice.
func TestPlaceNames(t *testing.T) {
	seen, lines := map[string]bool{}, 0
	for line := range placeLines {
		lines++
		for _, n := range line {
			if seen[n] || len(newName(nil, n).words) == 0 {
				t.Errorf("%q of %v stands twice, or has no words", n, line)
			}
			seen[n] = true
			if got := read("They met "+n, true); len(got) != 1 || got[0] != n+"="+line[0] {
				t.Errorf("%q is read as %v", n, got)
			}
		}
	}
	if lines < 200 {
		t.Errorf("only %d places", lines)
	}
}

// TestOf: a word that is kept by its text alone is what a reader made of it.
func TestOf(t *testing.T) {
	var r Reader
	for _, tok := range r.Read("Turkey and turkey: MH17 sank a horsemeat ferry of New York, and the bail-out of Brenkov’s anti-American F-16 fell.", 0) {
		if diff := cmp.Diff(tok.Term, Of(tok.Word)); diff != "" {
			t.Errorf("%s: -read +kept\n%s", tok.Word, diff)
		}
	}
}
