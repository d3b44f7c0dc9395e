package certainty

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
	"crosscheck/claims/word"
)

// token is a token of the annotated text, with the annotation of each cue.
type token struct {
	claims.Span
	cue, scope []string // per cue; "_" for none
}

// annotated is a sentence of *SEM 2012's ConanDoyle-neg.
type annotated struct {
	text   string
	tokens []token
}

// readStarSem reads the columns of the shared task of *SEM 2012 (Morante and
// Blanco): the word is the fourth, and from the eighth on each cue has three.
func readStarSem(t testing.TB, part ...string) []annotated {
	f, err := os.Open(datatest.Path(t, append([]string{"data", "lexicon", "negation", "corpus"}, part...)...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []annotated
	var a annotated
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 8 {
			if len(a.tokens) > 0 {
				out = append(out, a)
			}
			a = annotated{}
			continue
		}
		a.add(col)
	}
	if len(a.tokens) > 0 {
		out = append(out, a)
	}
	return out
}

// written are the tokens that the Penn Treebank writes otherwise.
var written = strings.NewReplacer("``", "“", "''", "”", "--", "—")

func (a *annotated) add(col []string) {
	w := written.Replace(col[3])
	if len(a.tokens) > 0 && !strings.HasPrefix(w, "n't") && !strings.HasPrefix(w, "'") {
		a.text += " "
	}
	t := token{Span: claims.Span{Start: len(a.text), End: len(a.text) + len(w)}}
	a.text += w
	for k := 7; k+2 < len(col); k += 3 {
		t.cue, t.scope = append(t.cue, col[k]), append(t.scope, col[k+1])
	}
	a.tokens = append(a.tokens, t)
}

// negation is a cue and its scope as sets of tokens.
type negation struct {
	cue, scope string // a byte for each token: 'x' is in it
	affix      bool
}

// gold are the annotated negations. The stem of a word with a negative affix
// is in scope, its affix is the cue.
func (a annotated) gold() []negation {
	var out []negation
	for k := range a.tokens[0].cue {
		var n negation
		for _, t := range a.tokens {
			word := t.In(a.text)
			n.affix = n.affix || t.cue[k] != "_" && t.cue[k] != word
			n.cue += mark(t.cue[k] != "_")
			n.scope += mark(t.scope[k] != "_" && !punct(word))
		}
		out = append(out, n)
	}
	return out
}

func mark(is bool) string {
	if is {
		return "x"
	}
	return "."
}

func punct(s string) bool { ws := word.Split(s, 0); return len(ws) > 0 && ws[0].Punct }

// found are the negations that Find tells, of the kinds that are annotated.
func (a annotated) found(weak bool) []negation {
	var out []negation
	for _, n := range Find(word.Split(a.text, 0), a.text).Negations {
		if n.Kind == claims.NegationWord || n.Kind == claims.NegationAffix || weak {
			out = append(out, a.marked(n))
		}
	}
	return out
}

func (a annotated) marked(n claims.Negation) negation {
	m := negation{affix: n.Kind == claims.NegationAffix}
	for _, t := range a.tokens {
		m.cue += mark(t.Overlaps(n.Cue))
		in := false
		for _, s := range n.Scope {
			in = in || t.Overlaps(s)
		}
		m.scope += mark(in && !punct(t.In(a.text)))
	}
	return m
}

// tally counts right, told and annotated.
type tally struct{ hit, said, gold int }

func (t tally) String() string {
	p, r := float64(t.hit)/float64(max(t.said, 1)), float64(t.hit)/float64(max(t.gold, 1))
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f  (%d)", p, r, 2*p*r/max(p+r, 1e-9), t.gold)
}

// scores are the tallies of one part of the data.
type scores struct{ cue, word, affix, exact, tokens, given tally }

func (s *scores) add(a annotated) {
	gold, found := a.gold(), a.found(false)
	for _, g := range gold {
		s.count(g.affix, tally{gold: 1})
		if strings.Contains(g.scope, "x") {
			s.exact.gold++
		}
		s.tokens.gold += strings.Count(g.scope, "x")
	}
	for _, f := range found {
		s.count(f.affix, tally{said: 1})
		if strings.Contains(f.scope, "x") {
			s.exact.said++
		}
		s.tokens.said += strings.Count(f.scope, "x")
		for _, g := range gold {
			if g.cue == f.cue && g.affix == f.affix {
				s.match(f, g)
				break
			}
		}
	}
}

// match counts a cue that was found.
func (s *scores) match(f, g negation) {
	s.count(g.affix, tally{hit: 1})
	if f.scope == g.scope && strings.Contains(g.scope, "x") {
		s.exact.hit++
	}
	both := 0
	for i := range f.scope {
		if f.scope[i] == 'x' && g.scope[i] == 'x' {
			both++
		}
	}
	s.tokens.hit += both
	s.given.hit += both
	s.given.said += strings.Count(f.scope, "x")
	s.given.gold += strings.Count(g.scope, "x")
}

func (s *scores) count(affix bool, t tally) {
	part := &s.word
	if affix {
		part = &s.affix
	}
	for _, to := range []*tally{&s.cue, part} {
		to.hit, to.said, to.gold = to.hit+t.hit, to.said+t.said, to.gold+t.gold
	}
}

// TestScores holds the quality of cues and scopes in a golden file.
func TestScores(t *testing.T) {
	var b strings.Builder
	b.WriteString("# *SEM 2012, ConanDoyle-neg: negation cues and their scopes, marks left out\n")
	for _, part := range [][]string{{"training_dev", "training_dev.txt"}, {"test-gold", "single_gold.txt"}} {
		var s scores
		for _, a := range readStarSem(t, part...) {
			s.add(a)
		}
		for _, line := range []struct {
			name string
			tally
		}{
			{"cues", s.cue}, {"cues, words", s.word}, {"cues, affixes", s.affix},
			{"scopes, exact", s.exact}, {"scopes, tokens", s.tokens}, {"scopes, tokens, cue right", s.given},
		} {
			fmt.Fprintf(&b, "%-13s %-26s %s\n", part[0], line.name, line.tally)
		}
	}
	datatest.Golden(t, "testdata/scores.txt", b.String())
}
