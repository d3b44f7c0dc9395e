package topic

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
	"crosscheck/claims/sentence"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
)

// TestScores measures on public data and compares with scores.txt, so that a
// change in quality shows in review.
func TestScores(t *testing.T) {
	var out strings.Builder
	scoreHeadlines(t, &out)
	scoreClaims(t, &out)
	scoreGold(t, &out)
	datatest.Golden(t, "scores.txt", out.String())
}

// data opens a measuring file, or skips the test.
func data(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(datatest.Path(t, "data", filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// readRows reads a JSONL file.
func readRows[T any](t *testing.T, path string) []T {
	t.Helper()
	var out []T
	dec := json.NewDecoder(bufio.NewReader(data(t, path)))
	for dec.More() {
		var row T
		if err := dec.Decode(&row); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, row)
	}
	return out
}

// scoreHeadlines correlates Similarity with human scores of pairs of headlines.
func scoreHeadlines(t *testing.T, out *strings.Builder) {
	var all, allGold []float64
	var words term.Reader
	for _, year := range []string{"2013", "2014", "2015"} {
		var got, gold []float64
		lines := bufio.NewScanner(data(t, "sts/headlines-"+year+".tsv"))
		for lines.Scan() {
			f := strings.Split(lines.Text(), "\t")
			score, err := strconv.ParseFloat(f[0], 64)
			if err != nil || len(f) < 3 { // not annotated
				continue
			}
			a, b := Text(&words, f[1], "", ""), Text(&words, f[2], "", "")
			s, _ := Similarity(&a, &b)
			got, gold = append(got, s), append(gold, score)
		}
		fmt.Fprintf(out, "STS headlines %s: Pearson %.3f over %d pairs\n", year, pearson(got, gold), len(gold))
		all, allGold = append(all, got...), append(allGold, gold...)
	}
	fmt.Fprintf(out, "STS headlines: Pearson %.3f\n", pearson(all, allGold))
}

func pearson(x, y []float64) float64 {
	mean := func(v []float64) float64 {
		sum := 0.0
		for _, a := range v {
			sum += a
		}
		return sum / float64(len(v))
	}
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}

// scoreClaims throws all claims of ClaimDiff together and asks whether the
// pairs that its authors made are proposed.
func scoreClaims(t *testing.T, out *strings.Builder) {
	type row struct {
		Date     string
		ClaimA   string `json:"claim_a"`
		ClaimB   string `json:"claim_b"`
		ArticleA string `json:"article_a"`
		ArticleB string `json:"article_b"`
	}
	var words term.Reader
	var items []*Item
	var papers []claims.Article
	places, articles := map[[2]string]int32{}, map[string]int{}
	add := func(text, title, date string) int32 {
		key := [2]string{text, title}
		if at, ok := places[key]; ok {
			return at
		}
		at, ok := articles[title]
		if !ok {
			at = len(papers)
			articles[title] = at
			papers = append(papers, claims.Article{ID: title, Title: title, Date: date})
		}
		papers[at].Text += text + "\n"
		it := Text(&words, text, "", title)
		it.Article, it.Day = title, int32(story.Day(date))
		places[key] = int32(len(items))
		items = append(items, &it)
		return places[key]
	}
	var gold [][2]int32
	for _, r := range readRows[row](t, "pairs/claimdiff-weaken.train.jsonl") {
		a, b := add(r.ClaimA, r.ArticleA, r.Date), add(r.ClaimB, r.ArticleB, r.Date)
		gold = append(gold, [2]int32{min(a, b), max(a, b)})
	}
	of := map[string]string{}
	for i, s := range story.Of(papers) {
		of[papers[i].ID] = s
	}
	proposed := together(items, func(it *Item) string { return of[it.Article] })
	found := 0
	for _, pair := range gold {
		found += count(proposed[pair])
	}
	every := float64(len(items)) * float64(len(items)-1) / 2
	fmt.Fprintf(out, "ClaimDiff, %d claims together: pairs completeness %.3f of %d pairs at reduction ratio %.4f\n",
		len(items), float64(found)/float64(len(gold)), len(gold), 1-float64(len(proposed))/every)
}

// together are the pairs of statements of many stories that are candidates.
func together(items []*Item, of func(*Item) string) map[[2]int32]bool {
	stories, numbers := map[string][]int32{}, map[string]int32{}
	index := NewIndex(Options{})
	for i, it := range items {
		s := of(it)
		if _, ok := numbers[s]; !ok {
			numbers[s] = int32(len(numbers))
		}
		stories[s] = append(stories[s], int32(i))
		index.Add(NewCard(it, numbers[s], 0), Keys(it))
	}
	proposed := map[[2]int32]bool{}
	for _, places := range stories {
		var list []*Item
		for _, at := range places {
			list = append(list, items[at])
		}
		for _, c := range Within(list, Options{}, nil).Candidates {
			proposed[[2]int32{places[c.A], places[c.B]}] = true
		}
	}
	across, _, _ := index.Across(context.Background()) // it fails with its context alone
	for _, c := range across {
		proposed[[2]int32{c.A, c.B}] = true
	}
	return proposed
}

// side is one side of a gold pair; Start and End count runes.
type side struct {
	Article, Field string
	Start, End     int
}

// goldPair is a pair of passages that oppose each other.
type goldPair struct {
	Story    string
	A, B     side
	Strength int
}

// scoreGold asks how many opposed pairs of annotated stories are candidates,
// where every sentence of the story's articles is a statement.
func scoreGold(t *testing.T, out *strings.Builder) {
	var gold struct{ Pairs []goldPair }
	if err := json.NewDecoder(data(t, "gold/stories.json")).Decode(&gold); err != nil {
		t.Fatal(err)
	}
	stories := map[string][]paper{}
	for _, p := range readRows[paper](t, "stories/basil.jsonl") {
		stories[p.Story] = append(stories[p.Story], p)
	}
	var names []string
	for _, p := range gold.Pairs {
		names = append(names, p.Story)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	var pairs, found, together, proposed, every int
	for _, name := range names {
		d := newDossier(stories[name])
		proposed += len(d.candidates)
		every += len(d.items) * (len(d.items) - 1) / 2
		for _, p := range gold.Pairs {
			if p.Story != name || p.Strength < 2 {
				continue
			}
			switch candidate, topic, one := d.has(p); {
			case one: // within a sentence: no pair of statements
			default:
				pairs++
				found += count(candidate)
				together += count(topic)
			}
		}
	}
	fmt.Fprintf(out, "gold pairs of strength 2 and 3: %d of %d are candidates (%.3f), %.3f in one topic\n",
		found, pairs, float64(found)/float64(pairs), float64(together)/float64(pairs))
	fmt.Fprintf(out, "candidates a story: %d of %d pairs of sentences\n", proposed/len(names), every/len(names))
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// paper is an article of a story file.
type paper struct{ ID, Outlet, Title, Date, Story, Body string }

// dossier is a story, grouped.
type dossier struct {
	papers     map[string]paper
	items      []*Item
	fields     []string
	spans      []claims.Span // of each item in its field
	candidates map[[2]int32]bool
	centre     []int32
}

func newDossier(papers []paper) *dossier {
	d := &dossier{papers: map[string]paper{}, candidates: map[[2]int32]bool{}}
	var words term.Reader
	for _, p := range papers {
		d.papers[p.ID] = p
		sentences := sentence.Split(p.Body, claims.Span{End: len(p.Body)})
		d.add(&words, p, "title", p.Title, sentences[0].In(p.Body), claims.Span{End: len(p.Title)})
		for i, s := range sentences {
			context := p.Title
			for _, n := range []int{i - 1, i + 1} {
				if n >= 0 && n < len(sentences) {
					context += ". " + sentences[n].In(p.Body)
				}
			}
			d.add(&words, p, "body", s.In(p.Body), context, s)
		}
	}
	g := Within(d.items, Options{}, nil)
	for _, c := range g.Candidates {
		d.candidates[[2]int32{c.A, c.B}] = true
	}
	d.centre = g.Centre
	return d
}

func (d *dossier) add(words *term.Reader, p paper, field, text, context string, span claims.Span) {
	it := Text(words, text, "", context)
	it.Article = p.ID
	d.items, d.fields, d.spans = append(d.items, &it), append(d.fields, field), append(d.spans, span)
}

// has tells whether a gold pair is a candidate, whether it is in one topic,
// and whether both of its sides lie in one sentence alone.
func (d *dossier) has(p goldPair) (candidate, topic, one bool) {
	one = true
	for _, a := range d.find(p.A) {
		for _, b := range d.find(p.B) {
			one = one && a == b
			candidate = candidate || d.candidates[[2]int32{min(a, b), max(a, b)}]
			topic = topic || a != b && d.centre[a] >= 0 && d.centre[a] == d.centre[b]
		}
	}
	return candidate, topic, one
}

// find are the items that hold a passage.
func (d *dossier) find(s side) []int32 {
	text := d.papers[s.Article].Body
	if s.Field == "title" {
		text = d.papers[s.Article].Title
	}
	runes := []rune(text)
	start := len(string(runes[:s.Start]))
	passage := claims.Span{Start: start, End: start + len(string(runes[s.Start:s.End]))}
	var out []int32
	for i, it := range d.items {
		if it.Article == s.Article && d.fields[i] == s.Field && d.spans[i].Overlaps(passage) {
			out = append(out, int32(i))
		}
	}
	return out
}
