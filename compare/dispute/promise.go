package dispute

import "slices"

const (
	// nounReach and falseReach are how many words behind a verb the noun that names
	// a claim may stand, and the word that calls it false: adverbs and a day, a
	// long noun phrase, and what "verdict" looks at.
	nounReach, falseReach = 16, 24
)

// marks are the words of an article that tell where a dispute may be.
type marks struct {
	nouns, falses []int // words that name claims, and that call them false
	wrongly       bool  // there is a word like "falsely"
	opens         bool  // words stand together that may open a correction
}

// mark notes what a word of the article tells that starts something.
func (m *marks) mark(p *page, i int, s *start) {
	all := line{to: len(p.words)}
	if s.class&claimNoun != 0 {
		m.nouns = append(m.nouns, i)
	}
	if s.class&falseWord != 0 {
		m.falses = append(m.falses, i)
	}
	m.wrongly = m.wrongly || s.class&wrongly != 0
	m.opens = m.opens || slices.ContainsFunc(s.opener, func(o pattern) bool {
		_, ok := p.follows(&all, i+1, o.words, 1)
		return ok
	})
	for _, ph := range s.verbs {
		if to, ok := p.follows(&all, i+1, ph.rest, 2); ok {
			p.cues = append(p.cues, cue{ph.class, i, to})
		}
	}
}

// promises takes a quick look at the words of the article, and reports whether it
// may tell a dispute. Most articles tell none, and need not be cut into sentences.
func (p *page) promises() bool {
	var m marks
	list := starts()
	for i := range p.words {
		if s, ok := list.Look(p.words[i].Norm); ok {
			m.mark(p, i, &s)
		}
	}
	p.cues = slices.DeleteFunc(p.cues, func(c cue) bool { return !m.object(c) })
	answers := p.answers(&m)
	return answers || m.opens || m.wrongly || len(p.cues) > 0
}

// object reports whether what a verb needs may stand behind it.
func (m *marks) object(c cue) bool {
	switch c.class {
	case denyVerb, opposeVerb:
		return true
	case callVerb, sayVerb:
		return m.verdict(c.to)
	}
	return within(m.nouns, c.to, nounReach)
}

// verdict reports whether a claim may be called false from word i on.
func (m *marks) verdict(i int) bool {
	return within(m.nouns, i, nounReach) && within(m.falses, i, falseReach)
}

// within reports whether one of some places lies from i on, less than n behind.
func within(places []int, i, n int) bool {
	k, _ := slices.BinarySearch(places, i)
	return k < len(places) && places[k] < i+n
}

// answers reads how the claims reject what they answer, and reports whether any
// does, or may call a claim false.
func (p *page) answers(m *marks) bool {
	any := false
	p.answer = make([]rejects, len(p.list))
	for i := range p.list {
		if c := &p.list[i]; replies(c) {
			p.answer[i] = p.rejects(c)
			any = any || p.answer[i].score > 0 || m.verdict(p.wordAt(0, c.Content[0].Start))
		}
	}
	return any
}
