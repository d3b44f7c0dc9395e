package main

import (
	"cmp"
	"math"
	"slices"

	"crosscheck/compare/token"
)

// Two sentences of one article, and of two articles of one day on one topic,
// hardly ever contradict each other, however many words they share. Of each
// article the likest two are taken and two at random; of articles that share
// day and topic the likest two of each two neighbours.
//
// Sentences that are nearly alike (an outlet quotes another, or repeats itself)
// are left out: one would follow from the other.
const tooAlike = .7

// neutral writes news.jsonl.
func (p *preparer) neutral(articles []article) error {
	s, err := p.create("news.jsonl")
	if err != nil {
		return err
	}
	w, err := p.weigher(articles)
	if err != nil {
		return err
	}
	for i := range articles {
		if err := s.within(w, &articles[i]); err != nil {
			return err
		}
	}
	for _, two := range neighbours(articles) {
		if err := s.across(w, two[0], two[1]); err != nil {
			return err
		}
	}
	return s.close()
}

// looked is how many sentences of an article are looked at, from the top.
const looked = 30

func (s *sheet) within(w *weigher, a *article) error {
	said := a.Sentences[:min(looked, len(a.Sentences))]
	if len(said) < 4 {
		return nil
	}
	r := row{Label: "neutral", Fold: hash(a.ID) % folds, ID: a.ID}
	x, y := w.likest(said, said, true)
	if x >= 0 {
		r.Set = "news.near"
		if err := s.add(r, said[x], said[y]); err != nil {
			return err
		}
	}
	h := int(hash(a.ID + "random"))
	i := h % len(said)
	j := (i + 1 + h/len(said)%(len(said)-1)) % len(said)
	r.Set = "news.any"
	return s.add(r, said[i], said[j])
}

func (s *sheet) across(w *weigher, a, b *article) error {
	one, two := a.Sentences[:min(looked, len(a.Sentences))], b.Sentences[:min(looked, len(b.Sentences))]
	x, y := w.likest(one, two, false)
	if x < 0 {
		return nil
	}
	// Held out where either article is: fold 0 is what both must be clear of.
	fold := hash(a.ID) % folds
	if hash(b.ID)%folds == 0 {
		fold = 0
	}
	return s.add(row{Set: "news.across", ID: a.ID + "+" + b.ID, Label: "neutral", Fold: fold}, one[x], two[y])
}

// neighbours are articles that follow one another when sorted by day and topic,
// and share both.
func neighbours(articles []article) (out [][2]*article) {
	var all []*article
	for i := range articles {
		if a := &articles[i]; a.Date != "" && a.Topic != "" {
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b *article) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Topic, b.Topic), cmp.Compare(a.ID, b.ID))
	})
	for i := 1; i < len(all); i++ {
		if a, b := all[i-1], all[i]; a.Date == b.Date && a.Topic == b.Topic {
			out = append(out, [2]*article{a, b})
		}
	}
	return out
}

// weigher knows how rare the pieces are.
type weigher struct {
	tokens *token.Tokenizer
	rarity []float64 // by piece, natural logarithm
}

func (p *preparer) weigher(articles []article) (*weigher, error) {
	in := make([]int, p.tokens.Size())
	for _, a := range articles {
		pieces, err := p.tokens.Encode(a.Body, len(a.Body))
		if err != nil {
			return nil, err
		}
		seen := map[int32]bool{}
		for _, q := range pieces {
			if !seen[q.ID] {
				seen[q.ID] = true
				in[q.ID]++
			}
		}
	}
	w := &weigher{p.tokens, make([]float64, len(in))}
	for i, n := range in {
		w.rarity[i] = math.Log(float64(len(articles)+1) / float64(n+1))
	}
	return w, nil
}

// likest finds the two sentences that share most, by the rarity of what they
// share beside the rarity of all that the shorter one has; -1 where none share
// anything, or all that do are nearly alike.
func (w *weigher) likest(one, two []string, same bool) (x, y int) {
	x, y = -1, -1
	best := 0.0
	a, b := w.bags(one), w.bags(two)
	for i := range a {
		from := 0
		if same {
			from = i + 1
		}
		for j := from; j < len(b); j++ {
			if s := w.share(a[i], b[j]); s > best && s < tooAlike {
				x, y, best = i, j, s
			}
		}
	}
	return x, y
}

// bags are the different pieces of each sentence, by number.
func (w *weigher) bags(texts []string) [][]int32 {
	out := make([][]int32, len(texts))
	for i, text := range texts {
		pieces, _ := w.tokens.Encode(text, len(text))
		for _, p := range pieces {
			out[i] = append(out[i], p.ID)
		}
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}

func (w *weigher) share(a, b []int32) float64 {
	var shared, ofA, ofB float64
	for _, x := range a {
		ofA += w.rarity[x]
	}
	for _, y := range b {
		ofB += w.rarity[y]
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			shared += w.rarity[a[i]]
			i++
			j++
		}
	}
	return shared / max(min(ofA, ofB), 1)
}
