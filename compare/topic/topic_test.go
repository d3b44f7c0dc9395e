package topic

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare/term"
)

func Example() {
	var words term.Reader
	a := Text(&words, "The ferry line will close two piers in spring.", "", "Harbour council on the ferry line")
	b := Text(&words, "No pier of the ferry line is to be closed.", "", "Ferry passengers worry about their piers")
	c := Text(&words, "The orchestra found a new conductor.", "", "Orchestra season opens")
	g := Within([]*Item{&a, &b, &c}, Options{}, nil)
	fmt.Println(g.Centre, len(g.Candidates))
	fmt.Println(Label([]*Item{&a, &b}, 0))
	_, reasons := Similarity(&a, &b)
	fmt.Println(reasons[0].A, reasons[0].B)
	// Output:
	// [0 0 -1] 1
	// ferry pier line close
	// piers pier
}

// bare makes an item of a text.
func bare(text, about, context string) *Item {
	var words term.Reader
	it := Text(&words, text, about, context)
	return &it
}

func similarity(a, b string) float64 {
	s, _ := Similarity(bare(a, "", ""), bare(b, "", ""))
	return s
}

func TestSimilarityOrder(t *testing.T) {
	for _, c := range []struct{ about, near, far string }{
		{"The minister praised the harbour tunnel.", "The minister never praised the harbour tunnel.", "The harbour office opens at nine."},
		{"Petrol prices rose sharply in Veldar.", "Petrol prices fell sharply in Veldar.", "Veldar elects a mayor."},
		{"Anatoli Brenkov left the tunnel company.", "Anatoly Brenkov left the tunnel company.", "Two guests left the dinner."},
		{"Talks between the two capitals go on.", "The dialogue of both capitals continues.", "Both capitals have an airport."},
		{"The bridge cost 40 million crowns.", "The bridge cost 75 million crowns.", "The crowns were kept in the museum."},
	} {
		if near, far := similarity(c.about, c.near), similarity(c.about, c.far); near <= far {
			t.Errorf("%q: %.2f to %q, not above %.2f to %q", c.about, near, c.near, far, c.far)
		}
	}
}

func TestPolarityWeighsNothing(t *testing.T) {
	for _, pair := range [][2]string{
		{"The council approved the bridge.", "The council has not approved the bridge."},
		{"All schools will close.", "Hardly any school may close."},
		{"The storm hit 300 homes.", "The storm hit 4,500 homes."},
	} {
		if got := similarity(pair[0], pair[1]); got < .8 {
			t.Errorf("Similarity(%q, %q) = %.2f, want it certain", pair[0], pair[1], got)
		}
	}
}

func TestSimilarityBounds(t *testing.T) {
	texts := []string{"", "not", "...", "Ferry", "ferry ferry ferry", "The ferry line closed.", strings.Repeat("pier dock quay ", 300), "ﬀ İ ẞ 5%"}
	for _, a := range texts {
		for _, b := range texts {
			ab, reasons := Similarity(bare(a, "", b), bare(b, "", a))
			ba, _ := Similarity(bare(b, "", a), bare(a, "", b))
			if d := ab - ba; d > 1e-6 || d < -1e-6 || ab < 0 || ab > 1 {
				t.Errorf("Similarity(%.20q, %.20q) = %v and %v", a, b, ab, ba)
			}
			sum := 0.0
			for _, r := range reasons {
				sum += r.Weight
			}
			if len(reasons) > 0 && (sum < .999 || sum > 1.001) {
				t.Errorf("weights of the reasons of %.20q and %.20q sum to %v", a, b, sum)
			}
		}
	}
}

// TestIndexIsSimilarity holds the inverted index against the plain definition:
// every word looked up in every other.
func TestIndexIsSimilarity(t *testing.T) {
	items := newsroom(60)
	c := newComparer(items, len(items), Options{}.withDefaults())
	c.opt.Pair = 0
	pairs := 0
	for a := range items {
		got := map[int32]float32{}
		row := c.row(int32(a))
		for b, alike, ok := row.next(); ok; b, alike, ok = row.next() {
			got[b] = alike
		}
		for b := a + 1; b < len(items); b++ {
			want := c.plain(int32(a), int32(b))
			if d := want - float64(got[int32(b)]); d > 1e-5 || d < -1e-5 {
				t.Fatalf("%d and %d: the index finds %v, the definition %v", a, b, got[int32(b)], want)
			}
			if want > 0 {
				pairs++
			}
		}
	}
	if pairs < 500 {
		t.Errorf("only %d pairs share a word", pairs)
	}
}

// plain is similarity by the definition.
func (c *comparer) plain(a, b int32) float64 {
	p, q := &c.profiles[a], &c.profiles[b]
	one := func(p, q *profile, n, m int, weight func(weighed) float32) (sum float64) {
		for i, w := range p.words[:n] {
			best := float32(0)
			for j, u := range q.words[:m] {
				for _, k := range c.vocab.kin[w.at] {
					if k.at == u.at && (u.at == w.at || i < p.own || j < q.own) {
						best = max(best, k.alike)
					}
				}
			}
			sum += float64(best * weight(w))
		}
		return sum
	}
	own := func(w weighed) float32 { return w.by }
	all := func(w weighed) float32 { return w.broad }
	narrow := one(p, q, p.own, q.own, own) + one(q, p, q.own, p.own, own)
	broad := one(p, q, len(p.words), len(q.words), all) + one(q, p, len(q.words), len(p.words), all)
	return min(1, (1-surround)*narrow/2+surround*broad/2)
}

// newsroom is n statements of one event, some of them copies.
func newsroom(n int) []*Item {
	places := strings.Fields("Veldar Ostmark Lindau Karvik Torrea Belmont Sagara Runde Pello Astrid")
	things := strings.Fields("bridge tunnel ferry hospital school airport dam museum railway stadium")
	verbs := strings.Fields("opened closed approved delayed praised sold damaged repaired inspected flooded")
	rng := rand.New(rand.NewPCG(7, 7))
	var words term.Reader
	items := make([]*Item, n)
	for i := range items {
		place, thing := places[i/10%10], things[i/100%10]
		it := Text(&words, fmt.Sprintf("The %s of %s was %s by contractor %s%cson.", thing, place, verbs[rng.IntN(10)], place, 'a'+i/10%26), "", place+" "+thing)
		it.ID, it.Claim, it.Article = fmt.Sprintf("s%06d", i), fmt.Sprintf("c%06d", i/2), "a"+strconv.Itoa(i/5)
		items[i] = &it
	}
	return items
}

// hostile are stories with bad statistics.
func hostile() map[string][]*Item {
	make := func(n int, text func(int) string) []*Item {
		var words term.Reader
		var items []*Item
		for i := range n {
			it := Text(&words, text(i), "", "")
			it.Article = strconv.Itoa(i)
			items = append(items, &it)
		}
		return items
	}
	return map[string][]*Item{
		"none":     nil,
		"one":      make(1, func(int) string { return "The ferry sank." }),
		"empty":    make(500, func(int) string { return "" }),
		"copies":   make(10_000, func(int) string { return "The ferry line closed its last pier in Veldar." }),
		"one word": make(300, func(i int) string { return strings.Repeat("ferry ", i+1) }),
		"one topic": make(3000, func(i int) string {
			return fmt.Sprintf("The ferry line of Veldar met %cspector%c%c.", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
		}),
		"long":       make(5, func(i int) string { return strings.Repeat("pier dock quay harbour ", 5000+i) }),
		"no letters": make(50, func(i int) string { return strings.Repeat("% ", i) }),
		"all words": make(20, func(i int) string {
			var b strings.Builder
			for j := range 2000 {
				fmt.Fprintf(&b, "w%c%c%c%c ", 'a'+i, 'a'+j%26, 'a'+j/26%26, 'a'+j/676)
			}
			return b.String()
		}),
	}
}

// TestBadStatistics: every statement is there, and the candidates are bounded.
func TestBadStatistics(t *testing.T) {
	for name, items := range hostile() {
		t.Run(name, func(t *testing.T) {
			g := Within(items, Options{}, nil)
			if len(g.Centre) != len(items) || g.Statistics.Items != len(items) {
				t.Errorf("%d statements: %d grouped, counted %d", len(items), len(g.Centre), g.Statistics.Items)
			}
			if most := reach * ManyPartners * len(items); len(g.Candidates) > most {
				t.Errorf("%d candidates of %d statements", len(g.Candidates), len(items))
			}
			if name == "copies" && g.Statistics.Capped == 0 {
				t.Error("ten thousand copies were all compared with one another")
			}
			index := NewIndex(Options{})
			for i, it := range items {
				index.Add(NewCard(it, int32(i), 0), Keys(it))
			}
			if _, s, _ := index.Across(t.Context()); s.Compared > crowd*10*len(items) {
				t.Errorf("%d pairs of %d statements were compared", s.Compared, len(items))
			}
		})
	}
}

func TestAsked(t *testing.T) {
	items := newsroom(20)
	g := Within(items, Options{}, func(a, b int32) bool { return a == 0 })
	for _, c := range g.Candidates {
		if c.A != 0 {
			t.Errorf("%v was proposed and nobody asks about it", c)
		}
	}
	if len(g.Candidates) == 0 {
		t.Error("no candidate")
	}
}

func TestAcross(t *testing.T) {
	base := "The ferry line of Veldar closed its last pier at Ossick."
	for _, c := range []struct {
		name          string
		text          string
		day, speaker  int
		story         int32
		met, heldBack int
	}{
		{"the next week", "The ferry line of Veldar has not closed its last pier at Ossick.", 107, 2, 2, 1, 0},
		{"spelt otherwise", "The ferry line of Veldaar closed its last pier in Ossik.", 107, 2, 2, 1, 0},
		{"a year on", base, 465, 2, 2, 0, 1},
		{"a year on, the same speaker", base, 465, 1, 2, 1, 0},
		{"date unknown", base, 0, 2, 2, 1, 0},
		{"the same story", base, 100, 2, 1, 0, 0},
		{"another thing", "The orchestra of Karvik has a conductor.", 100, 2, 2, 0, 0},
	} {
		index := NewIndex(Options{})
		a, b := bare(base, "", ""), bare(c.text, "", "")
		a.Day, b.Day = 100, int32(c.day)
		index.Add(NewCard(a, 1, 1), Keys(a))
		index.Add(NewCard(b, c.story, uint32(c.speaker)), Keys(b))
		got, s, err := index.Across(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != c.met || (s.OtherTime > 0) != (c.heldBack > 0) {
			t.Errorf("%s: %v, %+v", c.name, got, s)
		}
	}
}

func TestJoin(t *testing.T) {
	none := int32(-1)
	for _, c := range []struct {
		name   string
		centre []int32
		pairs  []Candidate
		want   []int32
	}{
		{"nothing to join", []int32{0, 0, none}, nil, []int32{0, 0, none}},
		{"two topics", []int32{0, 0, 2, 2}, []Candidate{{1, 3, .6}}, []int32{0, 0, 0, 0}},
		{"a topic and a statement alone", []int32{none, 1, 1}, []Candidate{{0, 2, .6}}, []int32{0, 0, 0}},
		{"no chain", []int32{none, none, none, none}, []Candidate{{0, 1, .9}, {1, 2, .8}, {2, 3, .5}}, []int32{1, 1, 1, none}},
	} {
		got := Join(c.centre, c.pairs, func(a, b int32) int { return int(a - b) })
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func TestAboutBringsTogether(t *testing.T) {
	denial := "Nobody ever showed us any proof."
	finding := bare("Inspectors concluded that the ferry line hid the accident.", "", "")
	with, _ := Similarity(bare(denial, "whether the ferry line hid the accident", ""), finding)
	without, _ := Similarity(bare(denial, "", ""), finding)
	if with < Suggest || without >= with {
		t.Errorf("similarity %.2f with what it answers to, %.2f without", with, without)
	}
}

// TestKeysArePure: a statement's keys do not depend on what else was read.
func TestKeysArePure(t *testing.T) {
	text := "Anatoli Brenkov spoke of a dialogue with Ostmark."
	first := Keys(bare(text, "", ""))
	var worn term.Reader
	Text(&worn, "Brenkov and dialogues of Ostmark", "", "")
	again := Text(&worn, text, "", "another context")
	if diff := cmp.Diff(first, Keys(&again)); diff != "" || len(first) < 6 {
		t.Errorf("%d keys, then\n%s", len(first), diff)
	}
}

func FuzzWithin(f *testing.F) {
	f.Add("The ferry sank.", "The ferry did not sink.", "Veldar")
	f.Fuzz(func(t *testing.T, a, b, context string) {
		items := []*Item{bare(a, "", context), bare(b, a, context), bare(context, b, "")}
		g := Within(items, Options{}, nil)
		for _, c := range g.Candidates {
			if c.A >= c.B || c.Similarity < Pair || c.Similarity > 1 {
				t.Errorf("%+v", c)
			}
		}
		index := NewIndex(Options{})
		for i, it := range items {
			index.Add(NewCard(it, int32(i), 0), Keys(it))
		}
		if _, _, err := index.Across(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

// BenchmarkWithin shows the growth in the size of a story.
func BenchmarkWithin(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		items := newsroom(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Within(items, Options{}, nil)
			}
		})
	}
}

// BenchmarkAcross shows the growth in the number of stories.
func BenchmarkAcross(b *testing.B) {
	for _, n := range []int{10_000, 40_000, 160_000} {
		items := newsroom(1_000)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				index := NewIndex(Options{})
				for i := range n {
					index.Add(NewCard(items[i%len(items)], int32(i), 0), Keys(items[i%len(items)]))
				}
				if _, _, err := index.Across(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
