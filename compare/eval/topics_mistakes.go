package eval

import (
	"cmp"
	"maps"
	"slices"

	"crosscheck/claims"
)

// Mistakes are where our stories differ from those that people made, those
// first that put most pairs of articles wrong.
type Mistakes struct {
	Split  []Mistake `json:"split"`  // stories of people, each of which we took for several
	Merged []Mistake `json:"merged"` // stories of ours, each of which is several
}

// Mistake is one story that should have been several, or was made several.
type Mistake struct {
	Story string `json:"story"` // its name where it is one story
	Pairs int    `json:"pairs"` // pairs of its articles that are put wrong
	Parts []Part `json:"parts"` // what it is in the other grouping, the largest first
}

// Part is the articles of a mistake that are in one story of the other
// grouping.
type Part struct {
	Story    string     `json:"story"`
	Articles []Headline `json:"articles"` // in the order of the gold
}

// FindMistakes tells where got, the story of each article of the gold by its
// place, differs from the gold, at most most mistakes of each sort.
func FindMistakes(gold TopicGold, got []string, most int) Mistakes {
	return Mistakes{
		Split:  mistakes(gold.Articles, gold.Stories, got, most),
		Merged: mistakes(gold.Articles, got, gold.Stories, most),
	}
}

// mistakes are the stories of one grouping that are several in the other.
func mistakes(articles []claims.Article, one, other []string, most int) []Mistake {
	members := map[string]map[string][]int{}
	for i, s := range one[:min(len(one), len(other))] {
		if members[s] == nil {
			members[s] = map[string][]int{}
		}
		members[s][other[i]] = append(members[s][other[i]], i)
	}
	out := []Mistake{}
	for story, parts := range members {
		if len(parts) > 1 {
			out = append(out, Mistake{Story: story, Pairs: pairsApart(parts)})
		}
	}
	slices.SortFunc(out, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(b.Pairs, a.Pairs), cmp.Compare(a.Story, b.Story))
	})
	out = out[:min(len(out), max(0, most))]
	for i := range out {
		out[i].Parts = partsOf(members[out[i].Story], articles)
	}
	return out
}

// pairsApart is how many pairs of articles lie in two parts.
func pairsApart(parts map[string][]int) int {
	n, within := 0, 0
	for _, p := range parts {
		n += len(p)
		within += pairs(len(p))
	}
	return pairs(n) - within
}

func partsOf(parts map[string][]int, articles []claims.Article) []Part {
	names := slices.SortedFunc(maps.Keys(parts), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(parts[b]), len(parts[a])), cmp.Compare(parts[a][0], parts[b][0]))
	})
	out := make([]Part, len(names))
	for i, name := range names {
		out[i].Story = name
		for _, at := range parts[name] {
			out[i].Articles = append(out[i].Articles, headline(&articles[at]))
		}
	}
	return out
}
