package worth

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims/word"
)

func Example() {
	for _, s := range []string{
		"The council voted 14 to nine on Tuesday to close the library.",
		"The library stands beside the old fish market.",
		"Perhaps we should simply hope for better days by the sea.",
		"What would you do?",
	} {
		fmt.Printf("%.2f %s\n", Score(word.Split(s, 0)), s)
	}
	// Output:
	// 0.84 The council voted 14 to nine on Tuesday to close the library.
	// 0.15 The library stands beside the old fish market.
	// 0.01 Perhaps we should simply hope for better days by the sea.
	// 0.00 What would you do?
}

func ExampleExplain() {
	for _, p := range Explain(word.Split("Three ferries sank, which is really sad.", 0)) {
		fmt.Printf("%+.2f %d %s\n", p.Add, p.Count, p.Feature)
	}
	// Output:
	// +0.75 1 figure
	// +0.50 1 past
	// -0.50 2 attitude
	// -0.40 1 short
}

func TestExplain(t *testing.T) {
	const none = "The gate of the depot beside the canal was green." // past, colour
	tests := []struct{ name, text, want string }{
		{"a figure, a unit", "The gate was worth 40 pounds.", "figure unit past short"},
		{"a sign", "The gate was worth £40 to them both.", "figure past"},
		{"a year is a date", "The depot opened its gate in 1987.", "date past act short"},
		{"days and months", "The depot shut its gate in May of that year, on a Tuesday.", "date past act name"},
		{"names of several words count once", "The depot of Rosa Field belongs to Hugh Hill.", "name"},
		{"a first word is no name", "Fennel grows along the gate of the depot.", ""},
		{"the reader", "You were asked to leave the depot by us.", "past reader"},
		{"the United States is no reader", "The depot belongs to the U.S. since then.", "date name"},
		{"no verb", "The gate of the depot behind the old canal.", "fragment"},
		{"a modal", "The depot could shut whether it pays or not.", "past act modal"},
		{"a question", "Who shut the gate of the depot then?", "past act question opening"},
		{"a lead-in", "The depot was shut by these men:", "past act lead-in short"},
		{"a colon inside is none", "The depot was shut by two men: one was tall.", "figure past act"},
		{"an order", "Click on the gate of the depot for pictures.", "page fragment order"},
		{"order words count at the start only", "The gate was shut at the start of the run.", "past act"},
		{"pointing back", "That was the gate of the depot beside us.", "past reader opening anaphor"},
		{"possessives are looked up", "The mayor's gate was green, and the senator's too.", "past body attitude colour"},
		{"Will is a man", "It was a depot that Will Field shut.", "past act name opening anaphor"},
		{"a gesture is no public act", "She smiled and nodded at the gate of the depot.", "colour"},
		{"nothing", "", ""},
	}
	for _, c := range tests {
		var got []string
		for _, p := range Explain(word.Split(c.text, 0)) {
			got = append(got, p.Feature)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
	if Score(nil) != 0 || Score(word.Split("...?", 0)) != 0 {
		t.Error("a sentence without words has a score")
	}
	if got := len(Explain(word.Split(none, 0))); got != 2 {
		t.Errorf("%d features in %q, want 2", got, none)
	}
}

// TestSum holds Explain to what it promises: its parts and the bias make up
// the score.
func TestSum(t *testing.T) {
	words := word.Split("In 2016 the Senate rejected the $40 million bridge, which was perhaps a terrible mistake!", 0)
	z := bias
	for _, p := range Explain(words) {
		z += p.Add
	}
	if want, got := 1/(1+math.Exp(-z)), Score(words); math.Abs(want-got) > .0005 {
		t.Errorf("Score = %.4f, the parts add up to %.4f", got, want)
	}
}

// TestMonotone adds a word of each class to a sentence that has no feature and
// looks at which side the score moves to.
func TestMonotone(t *testing.T) {
	plain := func(norms ...string) []word.Word {
		var out []word.Word
		for _, n := range append(strings.Fields("a gate of a depot beside a canal and"), norms...) {
			out = append(out, word.Word{Norm: n})
		}
		return out
	}
	base := Score(plain("is"))
	for norm, set := range lexicon {
		var up, down bool
		for f, m := range features {
			if set>>f&1 != 0 && atStart>>f&1 == 0 {
				up, down = up || m.Weight > 0, down || m.Weight < 0
			}
		}
		got := Score(plain("is", norm))
		if up && !down && got <= base || down && !up && got >= base || !up && !down && got != base {
			t.Errorf("%q: score %.3f, without it %.3f", norm, got, base)
		}
		if more := Score(plain("is", norm, norm)); up && !down && more < got || down && !up && more > got {
			t.Errorf("%q twice: score %.3f, once %.3f", norm, more, got)
		}
	}
}

// TestQuotation holds that the words of others count for nothing.
func TestQuotation(t *testing.T) {
	words := word.Split("The depot was a of 1987.", 0)
	plain := Score(words)
	if got := Score(slices.Insert(words, 4, word.Word{})); got != plain {
		t.Errorf("with a quotation %.3f, without %.3f", got, plain)
	}
}

func TestFeatures(t *testing.T) {
	seen := map[string]bool{}
	for i, m := range features {
		if m.ID == "" || m.Doc == "" || m.Weight == 0 || m.Cap < 1 || seen[m.ID] {
			t.Errorf("feature %d: %+v", i, m)
		}
		seen[m.ID] = true
	}
}

// TestLists looks at every line of the lists.
func TestLists(t *testing.T) {
	bit := bitsOf()
	seen := map[string]bool{}
	for n, line := range strings.Split(strings.TrimSpace(wordList), "\n") {
		class, words, ok := strings.Cut(line, ":")
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		if !ok || bit[class] == 0 {
			t.Errorf("line %d: no class %q", n+1, class)
		}
		for w := range strings.FieldsSeq(words) {
			if w != word.Norm(w) || strings.HasSuffix(w, "'s") && class != "finite" && class != "anaphor" && lexicon[w] == 0 {
				t.Errorf("line %d: %q is not folded", n+1, w)
			}
			if seen[class+" "+w] {
				t.Errorf("line %d: %q is in class %s twice", n+1, w, class)
			}
			seen[class+" "+w] = true
		}
	}
	if len(lexicon) < 1000 {
		t.Errorf("%d words, want some 1,700", len(lexicon))
	}
}

func FuzzScore(f *testing.F) {
	for _, s := range []string{"", "?", "A", "1", "İ 'S", "$ % : !", "The U.S. 2016 votes:", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := word.Split(s, 0)
		got := Score(words)
		if math.IsNaN(got) || got < 0 || got > 1 {
			t.Fatalf("Score(%q) = %v", s, got)
		}
		letters := slices.ContainsFunc(words, func(w word.Word) bool { return !w.Punct && w.Norm != "" })
		if letters != (got > 0) {
			t.Errorf("Score(%q) = %v", s, got)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	words := word.Split("The council voted 14 to nine on Tuesday to close the Fennel Street library, which had lost a third of its readers since 2016.", 0)
	b.ReportAllocs()
	for b.Loop() {
		Score(words)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}
