package topic

import (
	"cmp"
	"slices"
)

// surround is the share of the similarity that statement and context together
// decide, where both contexts are known; the rest is the statements' alone.
const surround = 0.4

// Similarity is how far two statements are about the same thing, in [0, 1],
// with the words that made them meet, strongest first. It is SoftTFIDF (Cohen,
// Ravikumar and Fienberg 2003) taken both ways; where both have a context, mixed
// with the same over statement and context together. Words are weighed by the
// background alone; [Group] weighs them by its run too. It is 0 where either
// statement has no word that carries a topic, and the reasons are the
// statements' alone.
func Similarity(a, b *Item) (float64, []Reason) {
	l := newLexis(&Stats{})
	var m memo
	pa, pb := l.profile(a), l.profile(b)
	return m.similarity(pa, pb), m.reasons(pa, pb)
}

// similarity compares two profiles of one lexis.
func (m *memo) similarity(a, b *profile) float64 {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	var t table
	m.fill(&t, a, b)
	s := t.narrow.sum(a.broad[:a.words], b.broad[:b.words]) / (2 * a.norm * b.norm)
	if a.item.Context != "" && b.item.Context != "" {
		broad := t.broad.sum(a.broad, b.broad) / (2 * a.reach * b.reach)
		s = (1-surround)*s + surround*broad
	}
	return min(1, s)
}

// most is how many words of a statement and its context are compared.
const most = mostWords + nearby

// table holds each word's best partner, among the statement's words (narrow)
// and among the context's as well (broad).
type table struct{ narrow, broad partners }

// partners are the best partners of the words of two statements.
type partners struct {
	a, b [most]partner
}

// partner is the place of the word most like another, and how like they are;
// likeness 0 where there is none.
type partner struct {
	at    int32
	alike float32
}

// offer makes the words at i and j partners where neither has a better one.
func (p *partners) offer(i, j int, alike float32) {
	if alike > p.a[i].alike {
		p.a[i] = partner{int32(j), alike}
	}
	if alike > p.b[j].alike {
		p.b[j] = partner{int32(i), alike}
	}
}

// fill finds the partners of all words of a and b. Two words of the contexts
// meet by their stem alone: looking closer costs most of the time and gains
// nothing that shows in scores.txt.
func (m *memo) fill(t *table, a, b *profile) {
	for i := range a.broad {
		for j := range b.broad {
			switch {
			case i < a.words && j < b.words:
				if alike := m.inner(&a.broad[i], &b.broad[j]); alike > 0 {
					t.narrow.offer(i, j, alike)
					t.broad.offer(i, j, alike)
				}
			case i < a.words || j < b.words:
				if alike := m.inner(&a.broad[i], &b.broad[j]); alike > 0 {
					t.broad.offer(i, j, alike)
				}
			case a.broad[i].stemID == b.broad[j].stemID:
				t.broad.offer(i, j, 1)
			}
		}
	}
}

// sum is the sum of section 2.3 of the paper in both directions: each word
// takes its best partner, and their weights and likeness multiply.
func (p *partners) sum(a, b []term) float64 {
	var forth, back float32
	for i := range a {
		forth += p.a[i].alike * a[i].weight * b[p.a[i].at].weight
	}
	for j := range b {
		back += p.b[j].alike * b[j].weight * a[p.b[j].at].weight
	}
	return float64(forth) + float64(back)
}

// reasons are the pairs of words of two statements that the similarity
// counted, strongest first.
func (m *memo) reasons(a, b *profile) []Reason {
	if a.norm == 0 || b.norm == 0 {
		return nil
	}
	var t table
	m.fill(&t, a, b)
	total := t.narrow.sum(a.broad[:a.words], b.broad[:b.words])
	weights := map[[2]int32]float64{}
	count := func(i, j int32, alike float32) {
		if alike > 0 {
			weights[[2]int32{i, j}] += float64(alike * a.broad[i].weight * b.broad[j].weight)
		}
	}
	for i := range a.words {
		p := t.narrow.a[i]
		count(int32(i), p.at, p.alike)
	}
	for j := range b.words {
		p := t.narrow.b[j]
		count(p.at, int32(j), p.alike)
	}
	var out []Reason
	for at, w := range weights {
		out = append(out, Reason{a.broad[at[0]].surface, b.broad[at[1]].surface, w / total})
	}
	slices.SortFunc(out, func(x, y Reason) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return out
}
