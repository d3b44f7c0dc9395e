package wire

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readWire reads the articles of a file of testdata.
func readWire(t testing.TB, path string) []Passage {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []Passage
	var p Passage
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(line, "== "); ok {
			f := strings.Split(head, " | ")
			p = Passage{Article: f[0], Outlet: f[1], Date: f[2]}
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		p.At += 100
		p.ID = fmt.Sprint(p.Article, "/", p.At/100)
		p.Text, p.Quoted = strings.CutPrefix(line, "> ")
		out = append(out, p)
	}
	return out
}

// told writes groups as lines: their kind, how many witnesses, and the IDs of the members.
func told(passages []Passage, found Found) []string {
	var out []string
	for _, c := range found.Copies {
		line := fmt.Sprint(c.Kind, " ", c.Witnesses, ":")
		for _, m := range c.Members {
			line += fmt.Sprintf(" %s=%d", passages[m.Passage].ID, m.Witness)
			if m.Like < 1 {
				line += "~"
			}
		}
		out = append(out, line)
	}
	return out
}

func TestFind(t *testing.T) {
	passages := readWire(t, "testdata/wire.txt")
	want := []string{
		"wire 1: courier/1=0 agency/1=0~",
		"wire 1: courier/2=0 agency/2=0 ledger/1=0 later/2=0",
		"quotation 2: courier/3=0 agency/3=0 post/2=1~ ledger/2=0",
		"wire 1: courier/4=0 agency/4=0",
		"wire 1: courier/5=0 agency/5=0",
		"wire 1: agency/6=0 ledger/3=0~",
	}
	if diff := cmp.Diff(want, told(passages, Find(passages))); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

func TestFindWhateverTheOrder(t *testing.T) {
	passages := readWire(t, "testdata/wire.txt")
	want := told(passages, Find(passages))
	for seed := range int64(20) {
		mixed := slices.Clone(passages)
		rand.New(rand.NewSource(seed)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if diff := cmp.Diff(want, told(mixed, Find(mixed))); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

// TestFindLater adds articles of later days one by one: who was grouped stays so,
// behind the same representative.
func TestFindLater(t *testing.T) {
	passages := readWire(t, "testdata/wire.txt")
	slices.SortStableFunc(passages, func(a, b Passage) int { return strings.Compare(a.Date, b.Date) })
	before := map[string]string{}
	for n := range passages {
		if n+1 < len(passages) && passages[n+1].Date == passages[n].Date {
			continue
		}
		for _, c := range Find(passages[:n+1]).Copies {
			for _, m := range c.Members {
				id, first := passages[m.Passage].ID, passages[c.Members[0].Passage].ID
				if was, ok := before[id]; ok && was != first {
					t.Errorf("with %d passages %s went from %s to %s", n+1, id, was, first)
				}
				before[id] = first
			}
		}
	}
	if len(before) == 0 {
		t.Error("no copies")
	}
}

func TestNoCopies(t *testing.T) {
	tests := []struct {
		name     string
		passages []Passage
	}{
		{"one article", []Passage{
			{Article: "a", Outlet: "Post", Text: "Flames had climbed through the wooden stairwell and trapped weavers of the night shift on the upper floors.", At: 1},
			{Article: "a", Outlet: "Post", Text: "Flames had climbed through the wooden stairwell and trapped weavers of the night shift on the upper floors.", At: 2},
		}},
		{"a formula", []Passage{
			{Article: "a", Outlet: "Post", Text: "The ministry did not immediately respond to a request for comment."},
			{Article: "b", Outlet: "Courier", Text: "The ministry did not immediately respond to a request for comment."},
		}},
		{"a short quotation of nobody knows whom", []Passage{
			{Article: "a", Outlet: "Post", Text: "I did not do it.", Quoted: true},
			{Article: "b", Outlet: "Courier", Text: "I did not do it.", Quoted: true},
		}},
		{"a form filled in a month later", []Passage{
			{Article: "a", Outlet: "Post", Date: "2015-03-04", Text: "Benchmark grain rose 26 cents to $51.69 a bushel in morning trade on the Harrow Mercantile Exchange."},
			{Article: "b", Outlet: "Courier", Date: "2015-04-14", Text: "Benchmark grain rose 31 cents to $52.20 a bushel in morning trade on the Harrow Mercantile Exchange."},
		}},
		{"nothing", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := told(test.passages, Find(test.passages)); len(got) > 0 {
				t.Errorf("found %q", got)
			}
		})
	}
}

func TestShortQuotationOfOneSpeaker(t *testing.T) {
	passages := []Passage{
		{ID: "1", Article: "a", Outlet: "Post", Text: "I did not do it.", Quoted: true, Speaker: "hollis"},
		{ID: "2", Article: "b", Outlet: "Courier", Text: "I did not do it!", Quoted: true, Speaker: "hollis"},
		{ID: "3", Article: "c", Outlet: "Ledger", Text: "I did not do it", Quoted: true, Speaker: "ames"},
	}
	want := []string{"quotation 2: 2=0 1=1"}
	if diff := cmp.Diff(want, told(passages, Find(passages))); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// TestFindUnnaturalInput wants an answer in which nothing is lost; whether it comes
// in time, the benchmarks tell.
func TestFindUnnaturalInput(t *testing.T) {
	story := readWire(t, "testdata/wire.txt")[:6]
	copies := make([]Passage, 0, 10_000*len(story))
	for n := range 10_000 {
		for _, p := range story {
			p.Article = fmt.Sprint("a", n)
			p.Outlet = fmt.Sprint("o", n%500)
			if n%2 == 1 {
				p.Text = strings.ReplaceAll(p.Text, "the", "the "+fmt.Sprint("edition", n))
			}
			copies = append(copies, p)
		}
	}
	found := Find(copies)
	members := 0
	for _, c := range found.Copies {
		members += len(c.Members)
	}
	if members < 5*5_000 {
		t.Errorf("%d members of %d groups of ten thousand copies", members, len(found.Copies))
	}
	word := []Passage{
		{Article: "a", Text: strings.Repeat("again ", 200_000)}, {Article: "b", Text: strings.Repeat("again ", 200_000)},
		{Article: "c", Text: strings.Repeat("again ", 199_000)},
	}
	for n := range 20_000 {
		word = append(word, Passage{Article: "d", At: n, Text: strings.Repeat("again ", 5+n%300)})
	}
	Find(word)
	Edits(word[0], word[2])
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			passages := invented(n)
			b.ReportAllocs()
			for b.Loop() {
				Find(passages)
			}
		})
	}
}

// invented makes n statements of thirty to an article, of which a tenth are copies
// with a word changed.
func invented(n int) []Passage {
	r := rand.New(rand.NewSource(1))
	out := make([]Passage, n)
	for i := range out {
		article := i / 30
		out[i] = Passage{ID: fmt.Sprint(i), Article: fmt.Sprint(article), Outlet: fmt.Sprint(article % 40), At: i,
			Date: fmt.Sprintf("2015-%02d-%02d", 1+article%12, 1+article%28)}
		if i > 0 && r.Intn(10) == 0 {
			out[i].Text = strings.Replace(out[r.Intn(i)].Text, "w1", "changed", 1)
			continue
		}
		words := make([]string, 15+r.Intn(15))
		for k := range words {
			words[k] = fmt.Sprint("w", r.Intn(20_000))
		}
		out[i].Text = strings.Join(words, " ")
	}
	return out
}
