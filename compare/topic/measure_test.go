package topic

import (
	"bufio"
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
)

// TestScores measures on public data and compares with scores.txt, so that a
// change in quality shows in review.
func TestScores(t *testing.T) {
	var out strings.Builder
	scoreHeadlines(t, &out)
	scoreClaims(t, &out)
	for _, set := range []string{"basil", "ecbplus"} {
		scoreStories(t, &out, set)
	}
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
	for _, year := range []string{"2013", "2014", "2015"} {
		var got, gold []float64
		lines := bufio.NewScanner(data(t, "sts/headlines-"+year+".tsv"))
		for lines.Scan() {
			f := strings.Split(lines.Text(), "\t")
			score, err := strconv.ParseFloat(f[0], 64)
			if err != nil || len(f) < 3 { // not annotated
				continue
			}
			s, _ := Similarity(&Item{Text: f[1]}, &Item{Text: f[2]})
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
	var items []Item
	ids := map[[2]string]string{}
	articles := map[string]*claims.Article{}
	add := func(text, title, date string) string {
		key := [2]string{text, title}
		if ids[key] == "" {
			ids[key] = fmt.Sprintf("c%05d", len(items))
			items = append(items, Item{ID: ids[key], Text: text, Context: title, Date: date, Article: title})
			if articles[title] == nil {
				articles[title] = &claims.Article{ID: title, Title: title, Date: date}
			}
			articles[title].Text += text + "\n"
		}
		return ids[key]
	}
	var gold [][2]string
	for _, r := range readRows[row](t, "pairs/claimdiff-weaken.train.jsonl") {
		a, b := add(r.ClaimA, r.ArticleA, r.Date), add(r.ClaimB, r.ArticleB, r.Date)
		gold = append(gold, [2]string{min(a, b), max(a, b)})
	}
	var list []claims.Article
	for _, it := range items {
		if a := articles[it.Article]; a.Path == "" {
			a.Path = "listed"
			list = append(list, *a)
		}
	}
	stories := storyOf(list)
	for i := range items {
		items[i].Story = stories[items[i].Article]
	}
	_, candidates, _ := Group(items, Options{})
	proposed := map[[2]string]bool{}
	for _, c := range candidates {
		proposed[[2]string{c.A, c.B}] = true
	}
	found := 0
	for _, pair := range gold {
		if proposed[pair] {
			found++
		}
	}
	every := float64(len(items)) * float64(len(items)-1) / 2
	fmt.Fprintf(out, "ClaimDiff, %d claims together: pairs completeness %.3f of %d pairs at reduction ratio %.4f\n",
		len(items), float64(found)/float64(len(gold)), len(gold), 1-float64(len(candidates))/every)
}

// storyOf is the story of each article.
func storyOf(articles []claims.Article) map[string]string {
	out := map[string]string{}
	for i, s := range Stories(articles) {
		out[articles[i].ID] = s
	}
	return out
}

// paper is an article of a story file.
type paper struct{ ID, Outlet, Title, Date, Story, Body string }

func (p paper) article() claims.Article {
	return claims.Article{ID: p.ID, Outlet: p.Outlet, Title: p.Title, Date: p.Date, Text: p.Body}
}

// scoreStories compares Stories with a file's own by B-cubed (Bagga and Baldwin 1998).
func scoreStories(t *testing.T, out *strings.Builder, set string) {
	var articles []claims.Article
	var gold []string
	for _, p := range readRows[paper](t, "stories/"+set+".jsonl") {
		articles, gold = append(articles, p.article()), append(gold, p.Story)
	}
	p, r, f := bcubed(gold, Stories(articles))
	fmt.Fprintf(out, "%s, %d articles to stories: B-cubed P %.3f R %.3f F1 %.3f\n", set, len(gold), p, r, f)
}

func bcubed(gold, got []string) (p, r, f float64) {
	for i := range gold {
		var both, inGold, inGot float64
		for j := range gold {
			if gold[i] == gold[j] {
				inGold++
			}
			if got[i] == got[j] {
				inGot++
				if gold[i] == gold[j] {
					both++
				}
			}
		}
		p += both / inGot / float64(len(gold))
		r += both / inGold / float64(len(gold))
	}
	return p, r, 2 * p * r / (p + r)
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

// dossier is a story, grouped.
type dossier struct {
	papers     map[string]paper
	items      []Item
	spans      []claims.Span // of each item in its field
	candidates map[[2]string]bool
	topics     map[string]string // item -> topic
}

func newDossier(papers []paper) *dossier {
	d := &dossier{papers: map[string]paper{}, candidates: map[[2]string]bool{}, topics: map[string]string{}}
	for _, p := range papers {
		d.papers[p.ID] = p
		sentences := sentence.Split(p.Body, claims.Span{End: len(p.Body)})
		d.add(p, "title", p.Title, sentences[0].In(p.Body), claims.Span{End: len(p.Title)})
		for i, s := range sentences {
			context := p.Title
			for _, n := range []int{i - 1, i + 1} {
				if n >= 0 && n < len(sentences) {
					context += ". " + sentences[n].In(p.Body)
				}
			}
			d.add(p, "body", s.In(p.Body), context, s)
		}
	}
	topics, candidates, _ := Group(d.items, Options{})
	for _, c := range candidates {
		d.candidates[[2]string{c.A, c.B}] = true
	}
	for _, topic := range topics {
		for _, id := range topic.Claims {
			d.topics[id] = topic.ID
		}
	}
	return d
}

func (d *dossier) add(p paper, field, text, context string, span claims.Span) {
	d.items = append(d.items, Item{
		ID: fmt.Sprintf("%s/%s/%05d", p.ID, field, span.Start), Text: text, Context: context,
		Article: p.ID, Story: p.Story, Outlet: p.Outlet, Date: p.Date,
	})
	d.spans = append(d.spans, span)
}

// has tells whether a gold pair is a candidate, whether it is in one topic,
// and whether both of its sides lie in one sentence alone.
func (d *dossier) has(p goldPair) (candidate, topic, one bool) {
	one = true
	for _, a := range d.find(p.A) {
		for _, b := range d.find(p.B) {
			one = one && a == b
			candidate = candidate || d.candidates[[2]string{min(a, b), max(a, b)}]
			topic = topic || a != b && d.topics[a] != "" && d.topics[a] == d.topics[b]
		}
	}
	return candidate, topic, one
}

// find are the items that hold a passage.
func (d *dossier) find(s side) []string {
	text := d.papers[s.Article].Body
	if s.Field == "title" {
		text = d.papers[s.Article].Title
	}
	runes := []rune(text)
	start := len(string(runes[:s.Start]))
	passage := claims.Span{Start: start, End: start + len(string(runes[s.Start:s.End]))}
	var out []string
	for i, it := range d.items {
		if it.Article == s.Article && strings.Contains(it.ID, "/"+s.Field+"/") && d.spans[i].Overlaps(passage) {
			out = append(out, it.ID)
		}
	}
	return out
}
