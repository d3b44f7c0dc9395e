package align

import (
	"sync"

	"crosscheck/claims/word"
)

// meant is what a statement means and does not say. Few statements are asked
// for it, so it is read on the first question.
type meant struct {
	once    sync.Once
	asked   []Word // the words of Statement.Context
	implied []Word
}

// Asked are the words of Statement.Context, what the statement answers to.
func (p *Statement) Asked() []Word { return p.meaning().asked }

// Implied are the words with weight that are meant and not said: those of
// Context, and the party behind "we".
func (p *Statement) Implied() []Word { return p.meaning().implied }

// Implies reports whether w is meant by s without being said.
func (p *Statement) Implies(w *Word) bool { return among(w, p.Implied()) }

// among reports whether a word, or a form of it, is among those of a list.
func among(w *Word, list []Word) bool {
	for i := range list {
		if w.Same(&list[i]) {
			return true
		}
	}
	return false
}

func (p *Statement) meaning() *meant {
	p.meant.once.Do(p.imply)
	return &p.meant
}

// imply reads what is meant.
func (p *Statement) imply() {
	m := &p.meant
	if s := p.Context; s != "" {
		m.asked = p.reader.split(word.Split(s, 0))
		for i := range m.asked {
			w := &m.asked[i]
			if w.Weight = w.weight(); w.Weight > 0 {
				m.implied = append(m.implied, *w)
			}
		}
	}
	if p.Claim == nil || p.Claim.Speaker == nil {
		return
	}
	for _, w := range p.reader.split(word.Split(p.Claim.Speaker.Party+" "+p.Claim.Speaker.Affiliation, 0)) {
		if w.Weight = w.weight(); w.Weight > 0 {
			w.Name = true
			m.implied = append(m.implied, w)
		}
	}
}
