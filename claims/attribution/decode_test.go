package attribution

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// randomModel has small random weights, so that many paths are alike.
func randomModel(rnd *rand.Rand) *model {
	m := newModel()
	for to := range states {
		for from := range states {
			m.step[to][from] = keyOf(rnd.Int64N(9)-4, from)
		}
		m.end[to] = keyOf(rnd.Int64N(9)-4, to)
	}
	return m
}

func randomScores(rnd *rand.Rand) (sc scores) {
	for r := range roles {
		sc[r] = key(rnd.Int64N(15)-7) << keyBits
	}
	return sc
}

// weight is the number in a key.
func weight(k key) int64 { return int64(k >> keyBits) }

// scoreOf adds a path's score up as the tables of state.go tell it.
func (m *model) scoreOf(path []state, sc []scores) int64 {
	v := weight(sc[0][roleOf[path[0]]] + sc[0][begins[path[0]]])
	for i := 1; i < len(path); i++ {
		from, to := path[i-1], path[i]
		v += weight(m.step[to][from]) + weight(sc[i][roleOf[to]])
		if !(step{from, to}).goesOn() {
			v += weight(sc[i][ends[from]]) + weight(sc[i][begins[to]])
		}
	}
	n := len(path)
	return v + weight(m.end[path[n-1]]) + weight(sc[n][ends[path[n-1]]])
}

// allPaths visits every legal path of n states.
func allPaths(n int, visit func([]state)) {
	path := make([]state, n)
	var fill func(i int)
	fill = func(i int) {
		if i == n {
			if legal(path) {
				visit(path)
			}
			return
		}
		for s := range states {
			if path[i] = s; i > 0 || first[s] {
				fill(i + 1)
			}
		}
	}
	fill(0)
}

// TestViterbi: the best path is the best of all.
func TestViterbi(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		m, n := randomModel(rnd), 1+rnd.IntN(4)
		sc := make([]scores, n+1)
		for i := range sc {
			sc[i] = randomScores(rnd)
		}
		r := newReader()
		r.grow(n)
		r.whole.size = n
		cur := start(&sc[0])
		for i := 1; i < n; i++ {
			m.advance(&cur, &r.back[i], &sc[i])
		}
		got := r.trace(m.finish(&cur, &sc[n]))
		if !legal(got) {
			t.Fatalf("%v is not legal", got)
		}
		want, best := []state(nil), int64(-1<<40)
		allPaths(n, func(path []state) {
			if v := m.scoreOf(path, sc); v > best {
				want, best = append([]state{}, path...), v
			}
		})
		if v := m.scoreOf(got, sc); v != best {
			t.Fatalf("%v scores %d, %v %d", got, v, want, best)
		}
	}
}

func TestKey(t *testing.T) {
	for _, score := range []int64{-1 << 40, -17, -1, 0, 1, 99} {
		for s := range states {
			k := keyOf(score, s)
			if weight(k) != score || k.state() != s {
				t.Errorf("keyOf(%d, %d) reads %d, %d", score, s, weight(k), k.state())
			}
			if s > 0 && keyOf(score, s-1) <= k {
				t.Errorf("of two alike the key of the lower state is not the greater")
			}
		}
	}
}

// TestRelease: a reader that was made for a monster is not kept.
func TestRelease(t *testing.T) {
	tokens := make([]Token, 3*longSentence)
	for i := range tokens {
		tokens[i] = Token{Norm: "said"}
	}
	if got := Find(tokens); len(got) > len(tokens) {
		t.Error(got)
	}
	for range 10 {
		if r := newReader(); cap(r.around) > longSentence {
			t.Fatalf("a reader of %d tokens is kept", cap(r.around))
		}
	}
	if diff := cmp.Diff([]Attribution(nil), Find(nil)); diff != "" {
		t.Error(diff)
	}
}
