package topic

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"crosscheck/claims"
)

const (
	// sameStory is the cosine from which two articles tell one story.
	sameStory = 0.18
	// storyDays is how many days two articles about one event lie apart at most.
	storyDays = 4
	// titleWeight and leadWeight are how often a word of the title and of the
	// lead counts: they name the event, the body its background too.
	titleWeight, leadWeight = 4, 2
	// leadBytes is about the first three paragraphs.
	leadBytes = 800
	// storyTerms is how many of its heaviest stems stand for an article, and
	// storyKeys how many of them are blocking keys.
	storyTerms, storyKeys = 100, 16
)

// Stories tells which articles are about the same event: it returns for each
// article, in order, the ID of its story, which is made from the ID of the
// article in its middle. An article that stands alone is a story of its own.
// The order of articles does not matter.
//
// Articles are compared by the cosine of their heaviest words, title and lead
// counting more, if they share a heavy word and lie few days apart.
func Stories(articles []claims.Article) []string {
	d := newDesk(articles)
	of := star(d.links(), func(i int32) string { return articles[d.order[i]].ID })
	out := make([]string, len(articles))
	for i, c := range of {
		if c < 0 {
			c = int32(i)
		}
		out[d.order[i]] = articles[d.order[c]].ID
	}
	return out
}

// desk is a set of articles prepared for comparison, in order of date.
type desk struct {
	articles []claims.Article
	order    []int      // place in the order -> place in articles
	days     []int      // by place in the order, as day numbers them
	vectors  [][]weight // by place in the order, length 1, by stem
	keys     [][]int32  // the heaviest stems of each
}

func newDesk(articles []claims.Article) *desk {
	d := &desk{articles: articles, order: make([]int, len(articles))}
	for i := range d.order {
		d.order[i] = i
	}
	slices.SortFunc(d.order, func(a, b int) int {
		x, y := &articles[a], &articles[b]
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Text, y.Text))
	})
	stats := &Stats{}
	counts := make([]map[string]float64, len(articles))
	words := reader{}
	for i, at := range d.order {
		counts[i] = frequency(words, &articles[at])
		stats.count(counts[i])
		d.days = append(d.days, day(articles[at].Date))
	}
	stems := map[string]int32{}
	for _, tf := range counts {
		d.add(tf, stats, stems)
	}
	return d
}

// frequency counts the stems of an article, with title and lead weighed.
func frequency(words reader, a *claims.Article) map[string]float64 {
	tf := map[string]float64{}
	count := func(text string, by float64) {
		for _, t := range words.terms(text) {
			tf[t.stem] += by
		}
	}
	lead := min(leadBytes, len(a.Text))
	count(a.Title, titleWeight)
	count(strings.ToValidUTF8(a.Text[:lead], " "), leadWeight)
	count(strings.ToValidUTF8(a.Text[lead:], " "), 1)
	return tf
}

// add weighs the stems of one article and keeps the heaviest.
func (d *desk) add(tf map[string]float64, stats *Stats, stems map[string]int32) {
	type weighed struct {
		stem string
		by   float64
	}
	var all []weighed
	for stem, n := range tf {
		all = append(all, weighed{stem, (1 + math.Log(n)) * stats.IDF(stem)})
	}
	slices.SortFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.by, a.by), cmp.Compare(a.stem, b.stem))
	})
	all = all[:min(storyTerms, len(all))]
	square := 0.0
	for _, w := range all {
		square += w.by * w.by
	}
	var vector []weight
	var keys []int32
	for n, w := range all {
		id, ok := stems[w.stem]
		if !ok {
			id = int32(len(stems))
			stems[w.stem] = id
		}
		vector = append(vector, weight{id, float32(w.by / math.Sqrt(square))})
		if n < storyKeys {
			keys = append(keys, id)
		}
	}
	slices.SortFunc(vector, func(a, b weight) int { return cmp.Compare(a.stem, b.stem) })
	d.vectors, d.keys = append(d.vectors, vector), append(d.keys, keys)
}

// links are the pairs of articles that tell one story. Articles with a key in
// common are compared with the Block before them in the order of dates.
func (d *desk) links() [][]link {
	links := make([][]link, len(d.vectors))
	holders := map[int32][]int32{}
	seen := make([]int32, len(d.vectors)) // the article that was last compared with, plus one
	for i := range d.vectors {
		for _, key := range d.keys[i] {
			before := holders[key]
			for _, j := range before[max(0, len(before)-Block):] {
				if seen[j] == int32(i)+1 {
					continue
				}
				seen[j] = int32(i) + 1
				if alike := d.alike(int32(i), j); alike >= sameStory {
					links[i] = append(links[i], link{j, float32(alike)})
					links[j] = append(links[j], link{int32(i), float32(alike)})
				}
			}
			holders[key] = append(before, int32(i))
		}
	}
	return links
}

// alike is the cosine of two articles, 0 where they lie too far apart.
func (d *desk) alike(i, j int32) float64 {
	if apart(d.days[i], d.days[j]) > storyDays {
		return 0
	}
	return cosine(d.vectors[i], d.vectors[j])
}
