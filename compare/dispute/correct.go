package dispute

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare/term"
)

const (
	pointing = 0.7 // "That is not true"
	contrast = 0.6 // "In fact, ..."
)

// corrected finds what a sentence in the paper's own voice corrects: the
// statement of a speaker just before.
func (p *page) corrected(n int) []Dispute {
	l := &p.lines[n]
	if l.from == l.to || p.quoted(p.words[l.from].Start) {
		return nil
	}
	list, _ := openers().Look(p.words[l.from].Norm)
	for _, o := range list {
		to, ok := p.follows(l, l.from+1, o.words, 1)
		if !ok {
			continue
		}
		if by, ok := p.own(n); ok {
			if t, ok := p.lastSaid(n, by, o.class); ok {
				return []Dispute{{Kind: Corrects, By: by, At: []claims.Span{p.span(l.from, to)}, Of: []Target{t}}}
			}
		}
	}
	return nil
}

// wrong finds a claim that the paper itself calls false where it tells it
// ("Lind falsely claimed that it rained"), and what it says against it in the
// next sentence.
func (p *page) wrong(n int) []Dispute {
	var out []Dispute
	for _, i := range p.tells(n) {
		c := &p.list[i]
		if c.Speaker == nil || len(c.Cue) == 0 || c.Stance != claims.Asserted {
			continue
		}
		for _, s := range c.Cue {
			if !anyOf(s.In(p.text), wrongly) || p.quoted(s.Start) {
				continue
			}
			by, ok := p.own(n + 1)
			if !ok || !p.disputable(i, by) {
				continue
			}
			if p.opposes(by, c.Text) && !p.generic(i) {
				at := append([]claims.Span{s}, p.list[by].Content...)
				out = append(out, Dispute{Kind: Corrects, By: by, At: at, Of: []Target{{Claim: i, At: slices.Clone(c.Content), Named: true, Score: sameWord}}})
			}
		}
	}
	return out
}

// opposes reports whether what the paper says goes against a text: it is about the same,
// and one of the two says no, or it begins like a correction.
func (p *page) opposes(own int, text string) bool {
	mine := p.list[own].Text
	_, words := p.about(mine).shares(p.about(text))
	return words > 0 && (negated(mine) != negated(text) || opposite(mine, text) || p.opens(own)) || p.otherwise(mine, text)
}

// otherwise reports whether what the paper says tells a text's matter another way: of the
// same subject, in its first words or by a pronoun, with "actually", or with another figure
// or another name; or with "against" for "for".
func (p *page) otherwise(mine, text string) bool {
	a := slices.Clone(p.terms.Read(mine, 0)) // the reader reads into the same memory again
	b := slices.Clone(p.terms.Read(text, 0))
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	first := firstNorm(mine)
	same := isOf(first, opensClause|thirdPerson|doer)
	at := func(list []term.Token, id uint32) bool {
		return slices.ContainsFunc(list, func(t term.Token) bool { return t.ID == id })
	}
	shared := 0 // beyond the subject
	for k, t := range a {
		switch {
		case !at(b, t.ID):
		case k == 0 && at(b[:min(len(b), subjectWords)], t.ID):
			same = true
		case !t.Name && !t.Proper:
			shared++
		}
	}
	if !same {
		return false
	}
	if anyOf(mine, actually) || strings.Contains(mine, "in fact") {
		return true
	}
	if holds(mine, "against") && holds(text, "for") && !holds(text, "against") || holds(text, "against") && holds(mine, "for") && !holds(mine, "against") {
		return shared > 0
	}
	mineFigures, mineNames := p.particulars(mine, a)
	figures, names := p.particulars(text, b)
	other := func(x, y []string) bool {
		return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(w string) bool { return slices.Contains(y, w) })
	}
	return shared > 0 && (other(mineFigures, figures) || other(mineNames, names)) || len(mineFigures) > 0 && anyOf(text, multiple)
}

// subjectWords is how many words the name of a subject has at most: "Ann Lee".
const subjectWords = 2

// particulars are the figures of a text, and the names behind its subject.
func (p *page) particulars(text string, tokens []term.Token) (figures, names []string) {
	for w := range word.All(text) {
		if w.Norm != "" && w.Norm[0] >= '0' && w.Norm[0] <= '9' || isOf(w.Norm, figure) {
			figures = append(figures, w.Norm)
		}
	}
	for k, t := range tokens {
		if k >= subjectWords && (t.Name || t.Proper) {
			names = append(names, t.Stem)
		}
	}
	if len(names) == 0 && len(tokens) > 0 {
		if t := tokens[len(tokens)-1]; t.Name || t.Proper { // "She was born in Hawaii."
			names = append(names, t.Stem)
		}
	}
	return figures, names
}

// firstNorm is the first word of a text.
func firstNorm(text string) string {
	for w := range word.All(text) {
		if !w.Punct {
			return w.Norm
		}
	}
	return ""
}

// opens reports whether a claim begins with the words of a correction.
func (p *page) opens(i int) bool {
	l := &p.lines[p.line[i]]
	list, _ := openers().Look(p.words[l.from].Norm)
	return slices.ContainsFunc(list, func(o pattern) bool {
		_, ok := p.follows(l, l.from+1, o.words, 1)
		return ok
	})
}

// generic reports a claim that nobody in particular has made: of whoever thinks so
// ("senators who mistakenly think"), or of an earlier text of the paper itself.
func (p *page) generic(i int) bool {
	c := &p.list[i]
	k := p.wordAt(0, c.Cue[0].Start) - 1
	return k >= 0 && isOf(p.words[k].Norm, relative) && !isPerson(c) || holds(c.Speaker.Name, "version")
}

// mostSourceWords is how many words the name of figures or records has: "police
// figures", "court records show".
const mostSourceWords = 3

// own is what the paper says in a sentence in its own voice, or with figures and
// records for a source.
func (p *page) own(n int) (int, bool) {
	found := -1
	for _, i := range p.tells(n) {
		switch c := &p.list[i]; {
		case c.Stance == claims.Attitude:
		case c.Kind == claims.Own && found < 0, c.Kind == claims.Reported && c.Speaker != nil && !isPerson(c) && countWords(c.Speaker.Name) <= mostSourceWords:
			found = i
		case c.Speaker != nil:
			return 0, false
		}
	}
	return found, found >= 0
}

// lastSaid is the last statement of a speaker before sentence n that an opener
// of a class corrects.
func (p *page) lastSaid(n, by int, class string) (Target, bool) {
	const reach = 2 // sentences
	own := p.lines[n].In(p.text)
	for d := 1; d <= reach; d++ {
		for _, i := range slices.Backward(p.tells(n - d)) {
			if !p.disputable(i, by) {
				continue
			}
			near := p.nearest(i, p.about(own))
			t := Target{Claim: i, At: near.at, Score: contrast}
			switch class {
			case "points":
				t.Score = pointing
			case "contrast":
				again := near.negated && negated(own) && near.share >= nearShare // the same "no evidence"
				return t, near.words > 0 && !again
			case "turns": // "in fact" may go on from a study, too
				if anyOf(p.list[i].Speaker.Name, studies) {
					continue // who cites it may be corrected
				}
				return t, opposite(own, claims.Join(p.text, near.at))
			}
			return t, true
		}
	}
	return Target{}, false
}

// opposite reports whether of two texts one says that something goes up, and
// the other, that it goes down.
func opposite(a, b string) bool {
	x, y := ways(a), ways(b)
	return x == upWord && y == downWord || x == downWord && y == upWord
}

func ways(text string) class {
	var all class
	for w := range word.All(text) {
		have, _ := classes().Look(w.Norm)
		all |= have & (upWord | downWord)
	}
	return all
}

// negated reports whether a text says no.
func negated(text string) bool {
	for w := range word.All(text) {
		if have, _ := classes().Look(w.Norm); have&negation != 0 || strings.HasSuffix(w.Norm, "n't") {
			return true
		}
	}
	return false
}

// Agree reports whether two texts that are about one thing may say the same of
// it: both say no, or neither does.
func Agree(a, b string) bool { return negated(a) == negated(b) }
