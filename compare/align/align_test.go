package align

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

var reader = NewReader(lexicon.Default())

func prepared(text string) *Statement {
	return reader.Read(compare.Statement{Text: text})
}

// off are the content words of a text that are turned off.
func off(text string) string {
	var out []string
	s := prepared(text)
	for _, i := range s.Content {
		if s.Words[i].Off {
			out = append(out, s.Words[i].Norm)
		}
	}
	return strings.Join(out, " ")
}

func TestPolarity(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bridge is open.", ""},
		{"The bridge is not open.", "open"},
		{"There has not been any break in the talks.", "break"},
		{"Almost every level of dialogue is frozen.", "level dialogue"},
		{"We don't communicate.", "communicate"},
		{"The lack of progress", "progress"},
		{"They failed to reach a deal.", "reach deal"},
		{"The talks were not halted.", "halted"},
		{"The talks have collapsed.", "talks"},
		{"The talks continue.", ""},
		{"The ceasefire is no longer holding.", "ceasefire holding"},
		{"Smith denied that he took the money.", "took money"},
		{"The minister rejected claims that police fired.", "claims police fired"},
		{"He did not say that the dam was safe.", "say"},
		{"He does not think the dam was safe.", "think dam safe"},
		{"It is not clear whether the dam was safe.", "clear"},
		{"Not only did he win, he won big.", ""},
		{"There is no doubt that he won.", ""},
		{"She wants the talks to end.", ""},
		{"The pool is closed, but the gym is not.", ""},
		{"Nobody was hurt.", "hurt"},
		{"The war is over.", "war"},
		{"Ministry calls talks “frozen”; envoy differs", "ministry calls talks"},
		{"Three ships sailed over the reef.", ""},
		{"There was no pressure, nor any threat.", "pressure threat"},
		{"Nobody never saw no warning.", "saw warning"},
		{"She mended the dam rather than blow it up.", "blow"},
		{"Instead of selling the mill, they burned it.", "selling mill"},
		{"The crew was not ordered by the mayor to open the gates.", "ordered mayor"},
		{"The crew did not want to open the gates.", "want open gates"},
		{"The idea that the dam leaks is nonsense.", "dam leaks"},
		{"The claim that the dam leaks is not false.", "false"},
	} {
		if d := cmp.Diff(c.want, off(c.text)); d != "" {
			t.Errorf("%s: words turned off (-want +got):\n%s", c.text, d)
		}
	}
}

func TestStance(t *testing.T) {
	s := reader.Read(compare.Statement{Text: "The ship sank.", Claim: &claims.Claim{Stance: claims.Denied}})
	for _, i := range s.Content {
		if !s.Words[i].Off {
			t.Errorf("%q holds though its speaker denies it", s.Words[i].Norm)
		}
	}
}

func TestImplied(t *testing.T) {
	c := &claims.Claim{Speaker: &claims.Speaker{Party: "Norland"}}
	a := reader.Read(compare.Statement{Text: "We do not talk.", Claim: c})
	b := prepared("Talks with Norland go on.")
	for i := range b.Words {
		if b.Words[i].Norm == "norland" && !a.Implies(&b.Words[i]) {
			t.Error(`"we" of Norland does not imply Norland`)
		}
	}
}

// links are the linked words of two texts, "a=b".
func links(a, b string) string {
	x, y := prepared(a), prepared(b)
	var out []string
	for _, l := range New(x, y).Links {
		out = append(out, x.Words[l.A].Norm+"="+y.Words[l.B].Norm)
	}
	return strings.Join(out, " ")
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"The council approved the plan.", "Councils approve plans.", "council=councils approved=approve plan=plans"},
		{"The spokesman Dmitri said no.", "A spokesman, Dmitry, said no.", "spokesman=spokesman dmitri=dmitry said=said"},
		{"Talks were held.", "A dialogue was held.", "talks=dialogue held=held"},
		{"They communicate daily.", "Their communication is good.", "communicate=communication"},
		{"The council approved the plan.", "The council rejected the plan.", "council=council plan=plan"},
		{"Dog bites man.", "Man bites dog.", "dog=dog bites=bites man=man"},
	} {
		if d := cmp.Diff(c.want, links(c.a, c.b)); d != "" {
			t.Errorf("%s / %s (-want +got):\n%s", c.a, c.b, d)
		}
	}
}

func TestCover(t *testing.T) {
	al := New(prepared("The old bridge was closed."), prepared("The bridge was closed in the storm."))
	if a, b := al.Cover(nil, nil); a <= b || a > 1 || b <= 0 {
		t.Errorf("cover %v and %v", a, b)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Nobody hasn't “not” stopped the – talks, which aren’t over!", "")
	f.Add("no longer no no\xff longer", "İ n't n't")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4000 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			t.Skip()
		}
		x, y := prepared(a), prepared(b)
		al := New(x, y)
		for i := range x.Words {
			s := x.At(i)
			if s.Start >= s.End || s.End > len(a) || !utf8.RuneStart(a[s.Start]) || s.End < len(a) && !utf8.RuneStart(a[s.End]) {
				t.Errorf("word %d of %q spans %v", i, a, s)
			}
		}
		checkSketch(t, al)
		for n, l := range al.Links {
			if al.ToB[l.A] != n || al.ToA[l.B] != n {
				t.Errorf("link %d is not where its words point", n)
			}
		}
	})
}
