package eval

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadStancePairs(t *testing.T) {
	s, warnings, err := ReadStancePairs("testdata/stances")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range warnings {
		got = append(got, fmt.Sprintf("%s:%d: %s", filepath.Base(w.Path), w.Line, w.Reason))
	}
	want := []string{
		`bodies.csv:5: has the ID "1" of a body before it and was left out`,
		`bodies.csv:6: has no text (body "3") and was left out`,
		`stances.csv:5: names the body "9", which is not there, and was left out`,
		`stances.csv:6: has no headline and was left out`,
		`stances.csv:7: has the stance "perhaps", which is none of unrelated, discuss, agree, disagree, and was left out`,
		`stances.csv:8: has 1 columns and was left out`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	pairs := []StancePair{
		{"Old bridge at Marlbeck closed", 0, Agree, 2}, {"Old bridge at Marlbeck closed", 1, Disagree, 3}, {"Bridge closed, mayor says", 2, Unrelated, 4},
	}
	if diff := cmp.Diff(pairs, s.Pairs); diff != "" || len(s.Bodies) != 4 {
		t.Errorf("%d bodies, pairs (-want +got):\n%s", len(s.Bodies), diff)
	}
}

func TestReadStancePairsErrors(t *testing.T) {
	for _, c := range []struct {
		files map[string]string
		want  string
	}{
		{nil, `there is no file with "bodies" in its name`},
		{map[string]string{"bodies.csv": "Body ID,articleBody\n"}, `there is no file with "stances" in its name`},
		{map[string]string{"bodies.csv": "ID,text\n", "stances.csv": ""}, `there is no column "Body ID"`},
		{map[string]string{"bodies.csv": "Body ID,articleBody\n", "stances.csv": ""}, "EOF"},
		{map[string]string{"bodies.csv": "Body ID,articleBody\n", "stances.csv": "Headline,Body ID,Stance\n"}, "has no row"},
	} {
		dir := t.TempDir()
		for name, text := range c.files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err := ReadStancePairs(dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error %v, want %q", c.files, err, c.want)
		}
	}
	if _, _, err := ReadStancePairs("nowhere"); err == nil {
		t.Error("a folder that is not there is read")
	}
}

// stancesOfOurOwn are bodies of which every third says that the headline is a
// hoax, and that is all there is to be learnt.
func stancesOfOurOwn() Stances {
	var s Stances
	for i := range 120 {
		text, stance := fmt.Sprintf("The old bridge at Marlbeck is closed. Engineers found %d cracks in its pier.", i), Agree
		if i%3 == 0 {
			text, stance = fmt.Sprintf("The story that the old bridge at Marlbeck is closed is a hoax. The mayor denied it %d times.", i), Disagree
		}
		s.Bodies = append(s.Bodies, Body{fmt.Sprint(i), text})
		s.Pairs = append(s.Pairs, StancePair{"Old bridge at Marlbeck closed", i, stance, i + 2}, StancePair{"Lambs were born at Corran farm", i, Unrelated, i + 200})
	}
	return s
}

func TestFNC(t *testing.T) {
	f := FNC{Judge: scripted{}, Examples: 1}
	table, err := f.Run(context.Background(), stancesOfOurOwn())
	if err != nil {
		t.Fatal(err)
	}
	if table.Pairs != 240 || table.Disagree != 40 || table.Related.Count != 240 {
		t.Errorf("%+v", table)
	}
	var names []string
	for _, s := range table.Scores {
		names = append(names, s.Name)
	}
	if diff := cmp.Diff([]string{FNCVerdict, FNCThreshold, FNCHead}, names); diff != "" {
		t.Error(diff)
	}
	// The judge sees nothing, the head the refuting words.
	if v, head := table.Scores[0].Disagree, table.Scores[2]; v.Claimed != 0 || head.Disagree.F1 < .95 || head.AveragePrecision < .95 {
		t.Errorf("verdict %+v, head %+v", v, head)
	}
	again, err := f.Run(context.Background(), stancesOfOurOwn())
	if diff := cmp.Diff(table, again); diff != "" || err != nil {
		t.Errorf("a second run differs: %v\n%s", err, diff)
	}
}

func TestFNCMistakes(t *testing.T) {
	s := stancesOfOurOwn()
	s.Pairs[0].Stance, s.Pairs[1].Stance = Agree, Disagree // the body says otherwise; it says nothing of this
	table, err := FNC{Judge: scripted{}, Examples: 1}.Run(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	m := table.Mistakes
	if len(m.FalseAlarms) != 1 || m.FalseAlarms[0].Line != 2 || m.FalseAlarms[0].Gold != Agree || len(m.FalseAlarms[0].Sentences) == 0 {
		t.Errorf("false alarms %+v", m.FalseAlarms)
	}
	if len(m.Misses) != 1 || m.Misses[0].Line != 200 || len(m.Misses[0].Sentences) != 0 {
		t.Errorf("misses %+v", m.Misses)
	}
}

func TestFNCErrors(t *testing.T) {
	if _, err := (FNC{Judge: scripted{short: true}}).Run(context.Background(), stancesOfOurOwn()); err == nil || !strings.Contains(err.Error(), "verdicts on") {
		t.Errorf("error %v", err)
	}
}

// TestFolds: bodies are dealt into parts of about one size, each body whole.
func TestFolds(t *testing.T) {
	var size [fncFolds]int
	for body := range 1000 {
		size[foldOf(body)]++
	}
	for f, n := range size {
		if n < 60 || n > 140 {
			t.Errorf("part %d has %d of 1000 bodies", f, n)
		}
	}
}

func TestHead(t *testing.T) {
	all := func(int) bool { return true }
	none, err := learn(nil, all)
	if got := none.score(nil); got != 0 || err != nil {
		t.Errorf("without pairs the score is %v, error %v", got, err)
	}
	var kept []fncPair
	for i := range 2000 {
		a, b := float64(i%7), float64(i%3)
		kept = append(kept, fncPair{features: []float64{a, b, 0}, disagree: a > 3 && b > 0})
	}
	head, err := learn(kept, all)
	if err != nil {
		t.Fatal(err)
	}
	if low, high := head.score([]float64{6, 0, 0}), head.score([]float64{6, 1, 0}); low > .2 || high < .8 {
		t.Errorf("scores %v and %v", low, high)
	}
	kept[7].features = nil
	if _, err := learn(kept, all); err == nil || !strings.Contains(err.Error(), "fitting the head") {
		t.Errorf("a pair without features is learnt from: %v", err)
	}
}

// TestHeadIsBlind: where the stance is drawn once for each body, a head that has
// not seen the body cannot know it. Dealt by pairs, average precision is .9.
func TestHeadIsBlind(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var kept []fncPair
	for body := range 200 {
		own, disagree := []float64{r.Float64(), r.Float64(), r.Float64(), r.Float64()}, r.IntN(2) == 0
		for range 8 {
			kept = append(kept, fncPair{body: body, features: own, disagree: disagree})
		}
	}
	fits, err := fit(kept)
	if err != nil {
		t.Fatal(err)
	}
	var list []ranked
	for i, k := range kept {
		list = append(list, ranked{fits[2].score[i], k.disagree})
	}
	if ap := averagePrecision(list); ap > .6 {
		t.Errorf("the head knows what it cannot: average precision %.2f of half", ap)
	}
}

func TestCues(t *testing.T) {
	got := cuesOf("She denied it: a hoax, not a report.")
	if want := (cues{1, 1, 0, 1, 1, 0}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	for stem, class := range cueWords() {
		if class < 0 {
			t.Errorf("%q is of a class that is not known", stem)
		}
	}
}

func FuzzReadStances(f *testing.F) {
	f.Add("Body ID,articleBody\n1,\"a\nb\"\n", "Headline,Body ID,Stance\nh,1,agree\n")
	f.Add("Body ID,articleBody\n1,\"a", "\xff,Body ID,Stance,Headline\n,,,\n")
	f.Fuzz(func(t *testing.T, bodies, stances string) {
		r := stanceReader{byID: map[string]int{}}
		if r.rows("b", strings.NewReader(bodies), r.body, "Body ID", "articleBody") != nil {
			return
		}
		_ = r.rows("s", strings.NewReader(stances), r.stance, "Headline", "Body ID", "Stance") // whatever it holds
		for _, p := range r.out.Pairs {
			if p.Headline == "" || p.Line < 1 || p.Body < 0 || p.Body >= len(r.out.Bodies) {
				t.Errorf("%+v of %d bodies", p, len(r.out.Bodies))
			}
		}
		for _, w := range r.warnings {
			if w.Line < 1 {
				t.Errorf("a warning of no line: %+v", w)
			}
		}
	})
}
