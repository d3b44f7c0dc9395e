package attribution

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims/word/class"
)

// reference is Find said plainly: every atom worked out where it is needed,
// every feature looked up by itself, every step tried.
type reference struct {
	m      *model
	levels map[string]level
	tokens []Token
	atoms  []atoms
}

func levelsIn(m *model) map[string]level {
	levels := map[string]level{}
	for _, e := range m.words.words {
		levels[e.norm] = level(e.atoms.level)
	}
	return levels
}

func newReference(m *model, levels map[string]level, tokens []Token) *reference {
	r := &reference{m: m, levels: levels, tokens: tokens}
	for i := range tokens {
		r.atoms = append(r.atoms, r.atomsOf(&tokens[i]))
	}
	return r
}

func (r *reference) atomsOf(t *Token) atoms {
	switch t.Kind {
	case Quotation:
		return quotation(t)
	case Mark:
		return mark(t.Norm)
	}
	norm, shape := t.Norm, uint32(8)
	if t.Capital {
		shape |= 1
	}
	if strings.HasSuffix(norm, "'s") {
		shape |= 2
	}
	if strings.IndexAny(norm, "0123456789") == 0 {
		shape |= 4
		norm = class.Shape(norm)
	}
	l := r.levels[t.Norm]
	if l == 0 {
		l = strange(t)
	}
	a := atoms{word: spell(norm), ending: spell(norm[max(0, len(norm)-3):]), shape: shape, level: uint32(l), lexicon: uint32(t.Lexicon)}
	a.likely, a.opener = l >= rarely, openers[norm]
	c := class.Of(norm)
	if c == 0 {
		c = class.Of(strings.TrimSuffix(t.Norm, "'s"))
	}
	if c == 0 {
		a.class = scatter(a.ending ^ shape)
		a.fork, a.branch = a.class, scatter(shape)
		return a
	}
	a.class, a.fork, a.branch = scatter(1000+uint32(c)), scatter(2000+uint32(c.Prefix(8))), scatter(6000+uint32(c.Prefix(5)))
	return a
}

func (r *reference) at(i int) *atoms {
	switch {
	case i < 0:
		return &before
	case i >= len(r.atoms):
		return &behind
	}
	return &r.atoms[i]
}

// nearest is the key of the nearest token from i on in a direction that is
// wanted, and its word.
func (r *reference) nearest(i, by int, wanted func(*atoms) bool, atom func(*atoms) uint32) (key, word uint32) {
	for k := i; 0 <= k && k < len(r.atoms); k += by {
		if a := &r.atoms[k]; wanted(a) {
			return atom(a) ^ scatter(bin(max(k-i, i-k))), a.word
		}
	}
	return scatter(bin(far)), 0
}

// features lists the features of position i, by the numbers of their templates.
func (r *reference) features(i int) (list []uint32) {
	likely, opener := func(a *atoms) bool { return a.likely }, func(a *atoms) bool { return a.opener }
	cue, word := func(a *atoms) uint32 { return scatter(a.level<<8 | a.lexicon) }, func(a *atoms) uint32 { return a.word }
	cueBefore, wordBefore := r.nearest(i-1, -1, likely, cue)
	cueAfter, wordAfter := r.nearest(i+1, 1, likely, cue)
	markBefore, _ := r.nearest(i-1, -1, opener, word)
	markAfter, _ := r.nearest(i+1, 1, opener, word)
	quotes := uint32(7)
	for _, t := range r.tokens {
		if t.Kind == Quotation {
			quotes |= 8
			if t.Speech {
				quotes |= 16
			}
		}
	}
	l3, l2, l1, a, r1, r2, r3 := r.at(i-3), r.at(i-2), r.at(i-1), r.at(i), r.at(i+1), r.at(i+2), r.at(i+3)
	n := len(r.tokens)
	for t, p := range [templates][4]uint32{
		{a.word}, {l1.word}, {r1.word}, {l2.word}, {r2.word}, {l1.word, a.word}, {a.word, r1.word}, {l1.word, r1.word},
		{a.class}, {l1.class}, {r1.class}, {l2.class}, {r2.class}, {l1.class, a.class}, {a.class, r1.class}, {l1.class, r1.class},
		{l1.fork, a.fork, r1.fork}, {l2.fork, l1.fork, a.fork}, {a.fork, r1.fork, r2.fork}, {a.fork}, {a.branch},
		{l1.branch, a.branch, r1.branch}, {l3.branch, l2.branch, l1.branch}, {r1.branch, r2.branch, r3.branch},
		{a.ending}, {l1.ending, r1.ending}, {a.shape, l1.shape}, {a.shape, r1.shape}, {l1.shape, a.shape, r1.shape, a.level},
		{a.level, a.lexicon}, {a.level, l1.fork}, {a.level, r1.fork}, {l1.level, a.level, r1.level}, {l1.level, a.word}, {a.word, r1.level},
		{a.lexicon, l1.fork, r1.fork}, {a.lexicon, a.word, r1.branch}, {a.level, l1.branch, r1.branch}, {a.word, l1.branch, r1.branch},
		{cueBefore}, {cueAfter}, {cueBefore, cueAfter}, {cueBefore, markBefore}, {cueAfter, markAfter}, {cueBefore, a.word}, {cueAfter, a.word},
		{wordBefore, a.fork}, {wordAfter, a.fork}, {wordBefore, markBefore}, {wordAfter, markAfter}, {wordBefore, a.word},
		{markBefore}, {markAfter}, {markBefore, a.fork}, {markAfter, a.fork},
		{r.at(0).word, bin(i)}, {r.at(n - 1).word, bin(n - i)}, {quotes, a.branch}, {quotes, cueBefore, cueAfter}, {1},
	} {
		list = append(list, join4(uint32(t), p[0], p[1], p[2], p[3]))
	}
	return list
}

// scores adds up the weights of position i.
func (r *reference) scores(i int) (sc scores) {
	for _, x := range r.features(i) {
		row := r.m.rows[r.m.row(x)]
		for k := range roles {
			sc[k] += (key(row[k/8]>>(8*(k%8))&0xff) - zero) << keyBits
		}
	}
	return sc
}

// find tries every step.
func (r *reference) find() []Attribution {
	promising := false
	for i, t := range r.tokens {
		promising = promising || t.Kind == Quotation || t.Norm == ":" || r.atoms[i].level >= uint32(sometimes)
	}
	if !promising {
		return nil
	}
	type best struct {
		score int64
		path  []state
	}
	var cur [states]*best
	sc := r.scores(0)
	for s := range states {
		if first[s] {
			cur[s] = &best{weight(sc[roleOf[s]] + sc[begins[s]]), []state{s}}
		}
	}
	for i := 1; i < len(r.tokens); i++ {
		sc = r.scores(i)
		var next [states]*best
		for to := range states {
			for _, s := range steps[to] {
				if cur[s.from] == nil {
					continue
				}
				v := cur[s.from].score + weight(r.m.step[to][s.from]+sc[roleOf[to]])
				if !s.goesOn() {
					v += weight(sc[ends[s.from]] + sc[begins[to]])
				}
				if next[to] == nil || v > next[to].score {
					next[to] = &best{v, append(cur[s.from].path[:i:i], to)}
				}
			}
		}
		cur = next
	}
	sc = r.scores(len(r.tokens))
	var out *best
	for s := range states {
		if last[s] && cur[s] != nil {
			if v := cur[s].score + weight(r.m.end[s]+sc[ends[s]]); out == nil || v > out.score {
				out = &best{v, cur[s].path}
			}
		}
	}
	return attributions(out.path)
}

// TestReference: the fast way finds what the plain one does, in our own
// sentences and in thousands of nonsensical ones.
func TestReference(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 10))
	m, found := current(), 0
	levels := levelsIn(m)
	list := [][]Token{{}}
	for _, s := range sentences {
		list = append(list, tokensOf(s.text))
	}
	for range 800 {
		list = append(list, randomTokens(rnd, rnd.IntN(30)))
	}
	for _, tokens := range list {
		want, got := newReference(m, levels, tokens).find(), Find(tokens)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v: -reference +Find\n%s", tokens, diff)
		}
		found += len(want)
	}
	if found < 500 {
		t.Errorf("only %d attributions were compared", found)
	}
}

// TestScores: so do the scores agree, which decide more often than they show.
func TestScores(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	m := current()
	levels := levelsIn(m)
	for range 150 {
		tokens := randomTokens(rnd, 1+rnd.IntN(12))
		r, ref := newReader(), newReference(m, levels, tokens)
		if !r.read(tokens, m.words, nil) {
			continue
		}
		for i := 0; i <= len(tokens); i++ {
			if diff := cmp.Diff(ref.scores(i), *r.score(m, i)); diff != "" {
				t.Fatalf("%v, position %d: -reference +reader\n%s", tokens, i, diff)
			}
			var f features
			r.all(&f, i)
			if diff := cmp.Diff(slices.Sorted(slices.Values(ref.features(i))), slices.Sorted(slices.Values(f[:]))); diff != "" {
				t.Fatalf("%v, position %d: features\n%s", tokens, i, diff)
			}
		}
	}
}
