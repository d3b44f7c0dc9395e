package topic

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	items := []Item{
		{ID: "a", Claim: "a", Text: "The ferry line will close two piers in spring.", Context: "Harbour council on the ferry line"},
		{ID: "b", Claim: "b", Text: "No pier of the ferry line is to be closed.", Context: "Ferry passengers worry about their piers"},
		{ID: "c", Claim: "c", Text: "The orchestra found a new conductor.", Context: "Orchestra season opens"},
	}
	topics, candidates, _ := Group(items, Options{Explain: true})
	for _, t := range topics {
		fmt.Println(t.Label, t.Claims)
	}
	for _, c := range candidates {
		fmt.Println(c.A, c.B, c.Reasons[0].A, c.Reasons[0].B)
	}
	// Output:
	// ferry pier line close [a b]
	// a b piers pier
}

func TestSimilarityOrder(t *testing.T) {
	for _, c := range []struct{ about, near, far string }{
		{"The minister praised the harbour tunnel.", "The minister never praised the harbour tunnel.", "The harbour office opens at nine."},
		{"Petrol prices rose sharply in Veldar.", "Petrol prices fell sharply in Veldar.", "Veldar elects a mayor."},
		{"Anatoli Brenkov left the tunnel company.", "Anatoly Brenkov left the tunnel company.", "Two guests left the dinner."},
		{"Talks between the two capitals go on.", "The dialogue of both capitals continues.", "Both capitals have an airport."},
		{"The bridge cost 40 million crowns.", "The bridge cost 75 million crowns.", "The crowns were kept in the museum."},
	} {
		near, _ := Similarity(&Item{Text: c.about}, &Item{Text: c.near})
		far, _ := Similarity(&Item{Text: c.about}, &Item{Text: c.far})
		if near <= far {
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
		if got, _ := Similarity(&Item{Text: pair[0]}, &Item{Text: pair[1]}); got < Certain {
			t.Errorf("Similarity(%q, %q) = %.2f, want it certain", pair[0], pair[1], got)
		}
	}
}

func TestSimilarityBounds(t *testing.T) {
	texts := []string{"", "not", "...", "Ferry", "ferry ferry ferry", "The ferry line closed.", strings.Repeat("pier dock quay ", 300), "ﬀ İ ẞ 5%"}
	for _, a := range texts {
		for _, b := range texts {
			ab, reasons := Similarity(&Item{Text: a, Context: b}, &Item{Text: b, Context: a})
			ba, _ := Similarity(&Item{Text: b, Context: a}, &Item{Text: a, Context: b})
			if ab != ba || ab < 0 || ab > 1 {
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

// newsroom is n statements about n/10 affairs, some of them copies.
func newsroom(n int) []Item {
	places := strings.Fields("Veldar Ostmark Lindau Karvik Torrea Belmont Sagara Runde Pello Astrid")
	things := strings.Fields("bridge tunnel ferry hospital school airport dam museum railway stadium")
	verbs := strings.Fields("opened closed approved delayed praised sold damaged repaired inspected flooded")
	rng := rand.New(rand.NewPCG(7, 7))
	items := make([]Item, n)
	for i := range items {
		place, thing := places[i/10%10], things[i/100%10]+" "+strconv.Itoa(i/1000)
		items[i] = Item{
			ID: fmt.Sprintf("s%06d", i), Claim: fmt.Sprintf("c%06d", i/2), Article: "a" + strconv.Itoa(i/5), Story: "e" + strconv.Itoa(i/10),
			Date:    fmt.Sprintf("2021-%02d-%02d", 1+i/1000%12, 1+i/40%25),
			Text:    fmt.Sprintf("The %s of %s was %s by %s%d.", thing, place, verbs[rng.IntN(10)], "contractor", i/10),
			Context: place + " " + thing,
		}
	}
	return items
}

func TestOrderDoesNotMatter(t *testing.T) {
	items := newsroom(300)
	topics, candidates, statistics := Group(items, Options{})
	for seed := range uint64(5) {
		mixed := append([]Item(nil), items...)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		gotTopics, gotCandidates, gotStatistics := Group(mixed, Options{})
		for _, diff := range []string{cmp.Diff(topics, gotTopics), cmp.Diff(candidates, gotCandidates), cmp.Diff(statistics, gotStatistics)} {
			if diff != "" {
				t.Fatalf("seed %d: -in order +mixed\n%s", seed, diff)
			}
		}
	}
}

// TestNothingLost checks that every statement is counted once.
func TestNothingLost(t *testing.T) {
	for name, items := range hostile() {
		t.Run(name, func(t *testing.T) {
			topics, candidates, s := Group(items, Options{})
			in := map[string]bool{}
			for _, topic := range topics {
				for _, id := range topic.Claims {
					in[id] = true
				}
			}
			if s.Items != len(items) || len(in)+s.Alone < len(items) {
				t.Errorf("%d statements: %d in topics, %d alone, counted %d", len(items), len(in), s.Alone, s.Items)
			}
			if most := spread * spread * ManyPartners * len(items); len(candidates) > most {
				t.Errorf("%d candidates of %d statements", len(candidates), len(items))
			}
		})
	}
}

// hostile are runs with bad statistics.
func hostile() map[string][]Item {
	make := func(n int, text func(int) string) []Item {
		items := []Item{}
		for i := range n {
			id := fmt.Sprintf("s%05d", i)
			items = append(items, Item{ID: id, Claim: id, Text: text(i), Article: id, Date: "2021-05-01"})
		}
		return items
	}
	return map[string][]Item{
		"none":       nil,
		"one":        make(1, func(int) string { return "The ferry sank." }),
		"empty":      make(500, func(int) string { return "" }),
		"copies":     make(10_000, func(int) string { return "The ferry line closed its last pier in Veldar." }),
		"one word":   make(300, func(i int) string { return strings.Repeat("ferry ", i+1) }),
		"one topic":  make(3000, func(i int) string { return fmt.Sprintf("The ferry line of Veldar met inspector%d.", i) }),
		"long":       make(5, func(i int) string { return strings.Repeat("pier dock quay harbour ", 5000+i) }),
		"no letters": make(50, func(i int) string { return strings.Repeat("% ", i) }),
	}
}

func TestCopiesArePairedOnce(t *testing.T) {
	var items []Item
	for i := range 50 {
		id := fmt.Sprintf("copy%02d", i)
		items = append(items, Item{ID: id, Claim: id, Text: "The ferry line closed its last pier.", Article: id})
	}
	items = append(items, Item{ID: "other", Claim: "other", Text: "The ferry line did not close its last pier.", Article: "other"})
	topics, candidates, s := Group(items, Options{})
	if len(topics) != 1 || len(topics[0].Claims) != 51 || s.Copies != 49 {
		t.Errorf("got %d topics and %d copies, want all 51 claims in one topic and 49 copies", len(topics), s.Copies)
	}
	if len(candidates) != spread {
		t.Errorf("got %d candidates, want %d: the first copies against the other", len(candidates), spread)
	}
}

func TestGate(t *testing.T) {
	base := Item{Text: "The ferry line closed its last pier.", Context: "Veldar harbour", Article: "1", Date: "2021-01-01", Speaker: "mayor"}
	for _, c := range []struct {
		name string
		edit func(*Item)
		want int
	}{
		{"same week", func(it *Item) { it.Date = "2021-01-05"; it.Speaker = "pilot" }, 1},
		{"a year on", func(it *Item) { it.Date = "2022-01-05"; it.Speaker = "pilot" }, 0},
		{"a year on, the same speaker", func(it *Item) { it.Date = "2022-01-05" }, 1},
		{"date unknown", func(it *Item) { it.Date = ""; it.Speaker = "pilot" }, 1},
	} {
		a, b := base, base
		a.ID, b.ID, b.Article = "a", "b", "2"
		b.Text = "The ferry line has not closed its last pier in Veldar."
		c.edit(&b)
		if _, got, _ := Group([]Item{a, b}, Options{}); len(got) != c.want {
			t.Errorf("%s: %d candidates, want %d", c.name, len(got), c.want)
		}
	}
}

func TestAboutBringsTogether(t *testing.T) {
	denial := Item{ID: "a", Text: "Nobody ever showed us any proof.", About: "whether the ferry line hid the accident"}
	finding := Item{ID: "b", Text: "Inspectors concluded that the ferry line hid the accident."}
	with, _ := Similarity(&denial, &finding)
	denial.About = ""
	without, _ := Similarity(&denial, &finding)
	if with < Suggest || without >= with {
		t.Errorf("similarity %.2f with what it answers to, %.2f without", with, without)
	}
}

func TestKeysArePure(t *testing.T) {
	it := Item{Text: "Anatoli Brenkov spoke of a dialogue with Ostmark.", Context: "Brenkov in Veldar", Story: "e1"}
	s := &Stats{}
	first := Keys(&it, s)
	if diff := cmp.Diff(first, Keys(&it, s)); diff != "" || len(first) == 0 {
		t.Errorf("%d keys, then\n%s", len(first), diff)
	}
	for _, want := range []string{"w:brenkov", "s:e1"} {
		if !strings.Contains(strings.Join(first, " "), want) {
			t.Errorf("no key %q in %q", want, first)
		}
	}
}

func TestStatsAddUp(t *testing.T) {
	items := newsroom(40)
	whole, one, two := &Stats{}, &Stats{}, &Stats{}
	for i := range items {
		whole.Count(&items[i])
		[]*Stats{one, two}[i%2].Count(&items[i])
	}
	one.Add(two)
	if diff := cmp.Diff(whole, one); diff != "" {
		t.Errorf("-whole +parts\n%s", diff)
	}
}

func TestBackground(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(stemCounts), "\n")
	bg := background()
	if len(bg.counts) != len(lines)-1 || bg.paragraphs == 0 || !bg.light["not"] {
		t.Errorf("%d counts of %d lines, %d paragraphs", len(bg.counts), len(lines), bg.paragraphs)
	}
	if s := (*Stats)(nil); s.IDF("presid") >= s.IDF("ferri") || s.IDF("ferri") >= s.IDF("xqzzq") {
		t.Error("the rarer a stem, the heavier")
	}
}

func FuzzGroup(f *testing.F) {
	f.Add("The ferry sank.", "The ferry did not sink.", "Veldar", "2021-01-01")
	f.Fuzz(func(t *testing.T, a, b, context, date string) {
		_, candidates, s := Group([]Item{
			{ID: "a", Text: a, Context: context, Date: date}, {ID: "b", Text: b, Context: context, About: a},
		}, Options{Explain: true})
		if s.Items != 2 || len(candidates) > 1 {
			t.Errorf("%d candidates, %+v", len(candidates), s)
		}
	})
}

func BenchmarkSimilarity(b *testing.B) {
	items := newsroom(2)
	l := newLexis(&Stats{})
	x, y := l.profile(&items[0]), l.profile(&items[1])
	m := newMemo(2)
	for b.Loop() {
		m.similarity(x, y)
	}
}

// BenchmarkGroup shows the growth: run it with -bench Group and divide.
func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{2_500, 5_000, 10_000, 20_000} {
		items := newsroom(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Group(items, Options{})
			}
		})
	}
}
