package topic

import (
	"cmp"
	"math"
	"slices"
)

const (
	// answered and aside are the weights of a word that the statement
	// answers to, and of one of its context, against the same word in the
	// statement itself.
	answered, aside = 0.7, 0.4
	// mostWords and nearby are how many of the heaviest words of a statement
	// and of its context are compared; hardly a sentence has more.
	mostWords, nearby = 40, 12
)

// profile is a statement prepared for comparison.
type profile struct {
	item    *Item
	day     int      // day of its date, 0 where unknown
	text    []term   // distinct stems of the statement and of what it answers to, heaviest first
	context []term   // distinct stems of its context that it does not have itself, heaviest first
	broad   []term   // the heaviest of text, then the heaviest of context
	words   int      // how many of broad are the statement's
	norm    float64  // length of the weights of these; 0 where there are none
	reach   float64  // length of the weights of broad
	whole   []weight // statement and context together, by stem, scaled to length 1
}

// weight is one coordinate of a sparse vector.
type weight struct {
	stem int32
	by   float32
}

// lexis numbers the stems and words of a run, so that profiles compare numbers.
type lexis struct {
	stats  *Stats
	reader reader
	stems  map[string]int32
	words  map[string]int32
	idf    []float32 // of each stem
}

func newLexis(s *Stats) *lexis {
	return &lexis{stats: s, reader: reader{}, stems: map[string]int32{}, words: map[string]int32{}}
}

// number sets the numbers and the weight of t.
func (l *lexis) number(t *term) {
	stem, ok := l.stems[t.stem]
	if !ok {
		stem = int32(len(l.stems))
		l.stems[t.stem] = stem
		l.idf = append(l.idf, float32(l.stats.IDF(t.stem)))
	}
	w, ok := l.words[t.word]
	if !ok {
		w = int32(len(l.words))
		l.words[t.word] = w
	}
	t.stemID, t.wordID, t.weight = stem, w, l.idf[stem]
}

// profile prepares a statement.
func (l *lexis) profile(it *Item) *profile {
	p := &profile{item: it, day: day(it.Date)}
	seen := map[int32]bool{}
	p.text = l.distinct(l.reader.terms(it.Text), seen, 1)
	p.text = append(p.text, l.distinct(l.reader.terms(it.About), seen, answered)...)
	slices.SortStableFunc(p.text, heavier)
	p.context = l.distinct(l.reader.terms(it.Context), seen, aside)
	p.broad = slices.Concat(first(p.text, mostWords), first(p.context, nearby))
	p.words = min(len(p.text), mostWords)
	p.norm, p.reach = length(p.broad[:p.words]), length(p.broad)
	p.whole = whole(p.text, p.context)
	return p
}

// distinct numbers and weighs the terms whose stems were not seen yet, and
// puts the heaviest first.
func (l *lexis) distinct(all []term, seen map[int32]bool, by float32) []term {
	out := all[:0]
	for _, t := range all {
		l.number(&t)
		t.weight *= by
		if !seen[t.stemID] {
			seen[t.stemID] = true
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, heavier)
	return out
}

func heavier(a, b term) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem))
}

func length(terms []term) float64 {
	var square float64
	for _, t := range terms {
		square += float64(t.weight) * float64(t.weight)
	}
	return math.Sqrt(square)
}

// whole joins a statement's and its context's weights into one sparse vector.
func whole(text, context []term) []weight {
	scale := float32(0)
	if by := math.Hypot(length(text), length(context)); by > 0 {
		scale = float32(1 / by)
	}
	out := make([]weight, 0, len(text)+len(context))
	for _, terms := range [][]term{text, context} {
		for _, t := range terms {
			out = append(out, weight{t.stemID, t.weight * scale})
		}
	}
	slices.SortFunc(out, func(a, b weight) int { return cmp.Compare(a.stem, b.stem) })
	return out
}

// cosine is the inner product of two sparse vectors of length 1.
func cosine(a, b []weight) float64 {
	var sum float32
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].stem < b[0].stem:
			a = a[1:]
		case a[0].stem > b[0].stem:
			b = b[1:]
		default:
			sum += a[0].by * b[0].by
			a, b = a[1:], b[1:]
		}
	}
	return float64(sum)
}
