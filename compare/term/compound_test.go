package term

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompounds(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"bail-out bailout", []string{"bail-out=bailout", "bailout=bailout"}},
		{"horsemeat", []string{"horse=horse", "meat=meat"}},
		{"horsemeat-tainted", []string{"horse=horse", "meat=meat", "tainted=tainted"}},
		{"ferry-owners", []string{"ferry=ferry", "owners=owners"}},
		{"well-known pier", []string{"pier=pier"}},
		{"MH17 and the G20, not 5G, £4m or 17,000", []string{"MH17=mh17", "G20=g20"}},
		{"Brenkov Veldar", []string{"Brenkov=brenkov", "Veldar=veldar"}},
		{"-- x- -y", nil},
	} {
		if diff := cmp.Diff(c.want, read(c.text, false)); diff != "" {
			t.Errorf("%q: -want +got\n%s", c.text, diff)
		}
	}
}

func TestProper(t *testing.T) {
	for word, want := range map[string]bool{"Obama": true, "MH17": true, "ferry": false, "Ferry": false} {
		if got := newTerm(word).Proper; got != want {
			t.Errorf("%s names something: %v", word, got)
		}
	}
}

func TestOpposes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"rough", "calm", true}, {"safe", "unsafe", true}, {"open", "closed", true}, {"ferry", "pier", false}, {"safe", "safe", false}} {
		a, b := newTerm(c.a), newTerm(c.b)
		if a.Opposes(b) != c.want || b.Opposes(a) != c.want {
			t.Errorf("%s opposes %s: %v, %v", c.a, c.b, a.Opposes(b), b.Opposes(a))
		}
	}
}
