package quote

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func ExampleFind() {
	text := `“We don’t know,” she said. 'It's the allies' plan.'`
	for _, q := range Find(text, claims.Span{End: len(text)}) {
		fmt.Println(q.Inner.In(text))
	}
	// Output:
	// We don’t know,
	// It's the allies' plan.
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // the insides; "..." at the end of one that stays open
	}{
		{"curly", `“A b,” he said. “C d.”`, []string{"A b,", "C d."}},
		{"straight", `"A b," he said, "c d."`, []string{"A b,", "c d."}},
		{"single", `'A b,' he said.`, []string{"A b,"}},
		{"single curly with apostrophe", `‘It’s late,’ he said. ‘We don’t know.’`, []string{"It’s late,", "We don’t know."}},
		{"plural possessive inside", `'The allies' plan is dead,' he said.`, []string{"The allies' plan is dead,"}},
		{"scare quotes", `the 'frozen' ties and the 'extreme degree of distrust'`, []string{"frozen", "extreme degree of distrust"}},
		{"apostrophes only", `The union's members don't like the bosses' offer.`, nil},
		{"elisions", `Rock 'n' roll in the '90s`, nil},
		{"guillemets", `«A b», he said.`, []string{"A b"}},
		{"low and high", `„A b“, he said.`, []string{"A b"}},
		{"doubled single", "``A b,'' he said.", []string{"A b,"}},
		{"nested", `“He said ‘no’ to me,” she said.`, []string{"He said ‘no’ to me,"}},
		{"closed by an opening mark", `He said: “A b.“`, []string{"A b."}},
		{"opened by a closing mark", `”A b. C d.`, []string{"A b. C d...."}},
		{"open to the end of the block", `He said: “A b. C d.`, []string{"A b. C d...."}},
		{"reopened", `“A b. “C d,” he said.`, []string{"A b. “C d,” he said...."}},
		{"inch mark", `The beam was 6" long. He said "yes" twice.`, []string{"yes"}},
		{"bracket inside", `"The [former] mayor (he left) knew," he said.`, []string{"The [former] mayor (he left) knew,"}},
		{"dash before", `the “open door”—a phrase`, []string{"open door"}},
		{"empty", `"" and ''`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range Find(c.text, claims.Span{End: len(c.text)}) {
				s := q.Inner.In(c.text)
				if q.Open {
					s += "..."
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestCues(t *testing.T) {
	for form, want := range map[string]Cue{
		"said":     {Lemma: "say", Past: true},
		"denies":   {Lemma: "deny", Stance: claims.Denied},
		"denied":   {Lemma: "deny", Stance: claims.Denied, Past: true},
		"adding":   {Lemma: "add", Participle: true},
		"admitted": {Lemma: "admit", Past: true},
		"argued":   {Lemma: "argue", Past: true},
		"urges":    {Lemma: "urge", Stance: claims.Hoped, Complement: Phrase},
	} {
		got, ok := Verb(form)
		if diff := cmp.Diff(want, got); !ok || form != "urges" && diff != "" {
			t.Errorf("Verb(%q): found %v, -want +got\n%s", form, ok, diff)
		}
	}
	if _, ok := Verb("table"); ok {
		t.Error(`Verb("table"): a noun was found`)
	}
	if c, ok := Noun("allegations"); !ok || c.Lemma != "allegation" {
		t.Errorf(`Noun("allegations") = %v, %v`, c, ok)
	}
}

func FuzzFind(f *testing.F) {
	f.Add(`“a” 'b' «c» "d`)
	f.Add(`''''""""`)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		end := 0
		for _, q := range Find(s, claims.Span{End: len(s)}) {
			if q.Start < end || q.End > len(s) || !q.Contains(q.Inner) || !utf8.ValidString(q.In(s)) || !utf8.ValidString(q.Inner.In(s)) {
				t.Fatalf("bad quotation %+v after %d in %q", q, end, s)
			}
			end = q.End
		}
	})
}

// BenchmarkFindHostile: only quotation marks, the worst case for pairing.
func BenchmarkFindHostile(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := strings.Repeat(`"' `, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Find(s, claims.Span{End: len(s)})
			}
		})
	}
}
