package rule

import (
	"math/rand"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// agree checks that Oppose says of pairs what Judge does, and that no rule was
// left out that finds something which scores Flag. It returns how many pairs
// were opposed, and how many were aligned to tell.
func agree(t testing.TB, pairs []compare.Pair) (opposed, aligned int) {
	t.Helper()
	j := shared()
	read := map[key]*reading{}
	of := func(s compare.Statement) *reading {
		if read[keyOf(s)] == nil {
			read[keyOf(s)] = j.Read(s).(*reading)
		}
		return read[keyOf(s)]
	}
	var g glance
	for i, want := range judge(t, pairs) {
		p := pairs[i]
		a, b := of(p.A), of(p.B)
		got, ok := j.Oppose(a, b)
		if ok != (want.Label == compare.Contradiction || want.Guard != "") || ok && !cmp.Equal(want, got) {
			t.Errorf("%q / %q: Oppose %v, Judge (-) and Oppose (+) differ:\n%s", p.A.Text, p.B.Text, ok, cmp.Diff(want, got))
		}
		g.look(a, b)
		rules := g.rules()
		if ok {
			opposed++
		}
		if rules != 0 {
			aligned++
		}
		al := align.New(a.Statement, b.Statement)
		for n, r := range All {
			if o, found := r.Run(al, p); found && score(o, p) >= Flag && !rules.has(n) {
				t.Errorf("%q / %q: %s finds what it said it could not", p.A.Text, p.B.Text, r.ID)
			}
		}
	}
	return opposed, aligned
}

func withMirrors(pairs []compare.Pair) []compare.Pair {
	for _, p := range pairs {
		pairs = append(pairs, compare.Pair{A: p.B, B: p.A})
	}
	return pairs
}

// TestOpposeCases wants Oppose to say what Judge says of the cases.
func TestOpposeCases(t *testing.T) {
	var pairs []compare.Pair
	for _, c := range readCases(t, "testdata/cases.txt") {
		pairs = append(pairs, c.pair)
	}
	if opposed, _ := agree(t, withMirrors(pairs)); opposed < len(pairs)/2 {
		t.Errorf("of %d cases and their mirrors %d are opposed", len(pairs), opposed)
	}
}

// TestOpposeGenerated wants the same of sentences put together by chance.
func TestOpposeGenerated(t *testing.T) {
	n := 6000
	if testing.Short() {
		n = 1000
	}
	r := rand.New(rand.NewSource(7))
	pairs := make([]compare.Pair, n)
	for i := range pairs {
		pairs[i] = compare.Pair{A: invent(r), B: invent(r)}
	}
	if opposed, aligned := agree(t, pairs); opposed < n/100 || aligned > n*3/4 {
		t.Errorf("of %d pairs %d are opposed and %d aligned: the test tells little", n, opposed, aligned)
	}
}

// invent makes a statement, of a claim with a chance of three in four.
func invent(r *rand.Rand) compare.Statement {
	s := compare.Statement{Text: sentence(r)}
	if r.Intn(8) == 0 {
		s.Context = sentence(r)
	}
	if r.Intn(4) == 0 {
		return s
	}
	c := &claims.Claim{Text: s.Text, Article: pick(r, "a", "b"), Outlet: pick(r, "Post", "Star"), Date: pick(r, "2020-01-01", "2020-01-02", "")}
	c.Kind = claims.Kind(pick(r, string(claims.Direct), string(claims.Mixed), string(claims.Reported)))
	if r.Intn(9) == 0 {
		c.Stance = claims.Denied
	}
	if r.Intn(3) > 0 {
		name := pick(r, "Ann Lowe", "Bo Marsh")
		c.Speaker = &claims.Speaker{ID: strings.ToLower(name), Name: name, Party: pick(r, "", "Norland")}
	}
	s.Claim = c
	return s
}

func pick(r *rand.Rand, of ...string) string { return of[r.Intn(len(of))] }

// sentence is a sentence of few words, so that two of them often meet.
func sentence(r *rand.Rand) string {
	who := pick(r, "the council", "the mayor", "Ann Lowe", "all roads", "almost all roads", "no roads", "some roads", "Norland", "12 ships", "nineteen ships")
	does := pick(r, "approved", "rejected", "did not approve", "will close", "may close", "won't close", "denied that it had closed", "sued", "halted", "resumed", "can't open", "opened")
	what := pick(r, "the plan", "the old bridge", "the union", "talks with Norland", "the bridge over the Elm", "9 percent of the plan", "$14 million of the budget")
	when := pick(r, "", "", " on Monday", " on Tuesday", " in 2016", " last year", ", the union said", " because there is no evidence that the dam leaked", " after the dam leaked")
	if r.Intn(5) == 0 {
		return "“" + who + " " + does + " " + what + "”" + when + "."
	}
	return strings.ToUpper(who[:1]) + who[1:] + " " + does + " " + what + when + "."
}

// TestOpposeNews wants the same of sentences of news and of labelled pairs.
func TestOpposeNews(t *testing.T) {
	pairs := articlePairs(t, 2000, 5)
	for _, set := range []string{"mnli.dev-a", "negation.snli"} {
		rows := readRows(t, set)
		for _, row := range rows[:min(1000, len(rows))] {
			pairs = append(pairs, bare(row.Premise, row.Hypothesis))
		}
	}
	gold, negatives := readGold(t)
	for _, g := range append(gold, negatives...) {
		p := bare(g.A.Text, g.B.Text)
		p.A.Claim, p.B.Claim = &claims.Claim{Article: "a"}, &claims.Claim{Article: "b"}
		pairs = append(pairs, p)
	}
	agree(t, pairs)
}

// TestOpposeTogether asks from many goroutines at once, of readings that are
// asked for the first time.
func TestOpposeTogether(t *testing.T) {
	j := shared()
	p := compare.Pair{
		A: compare.Statement{Text: "If it rains, will the talks be frozen?", Context: "Asked about the talks, he spoke."},
		B: compare.Statement{Text: "There has been no break in the talks."},
	}
	a, b := j.Read(p.A), j.Read(p.B)
	want := judge(t, []compare.Pair{p})[0]
	if want.Guard == "" {
		t.Fatalf("no guard: %+v", want)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, ok := j.Oppose(a, b); !ok || !cmp.Equal(want, got) {
				t.Errorf("%v, want %v", got, want)
			}
		})
	}
	wg.Wait()
}

// TestOpposeForeign wants false of what is no reading of the judge.
func TestOpposeForeign(t *testing.T) {
	j := shared()
	if _, ok := j.Oppose(j.Read(compare.Statement{Text: "It is not so."}), "It is so."); ok {
		t.Error("a string was compared")
	}
}

// news are statements of news, each with its claim, and pairs of them.
func news(b *testing.B) (pairs []compare.Pair) {
	pairs = articlePairs(b, 2000, 2)
	for i := range pairs {
		pairs[i].A.Claim, pairs[i].B.Claim = &claims.Claim{Article: "a"}, &claims.Claim{Article: "b"}
	}
	return pairs
}

// BenchmarkRead is the time to read one statement.
func BenchmarkRead(b *testing.B) {
	pairs, j := news(b), shared()
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		j.Read(pairs[i%len(pairs)].A)
	}
}

// BenchmarkOppose is the time to ask of one pair, of sentences that share a
// fifth of their words (alike) or none in particular (mixed).
func BenchmarkOppose(b *testing.B) {
	pairs, j := news(b), shared()
	var x, y []compare.Reading
	for _, p := range pairs {
		x, y = append(x, j.Read(p.A)), append(y, j.Read(p.B))
	}
	for _, c := range []struct {
		name string
		step int
	}{{"alike", 0}, {"mixed", 7}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				j.Oppose(x[i%len(x)], y[(i+c.step)%len(y)])
			}
		})
	}
}
