package check

import (
	"slices"

	"crosscheck/claims/entity"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// meet finds what somebody says in articles of other stories that is about the
// same as what somebody says in a draft.
func (l *lookup) meet() error {
	n := int32(len(l.ledger.Articles))
	found := make([][]match, len(l.drafts))
	spoken := make([][]spoken, len(l.drafts))
	err := each(l.ctx, len(l.drafts), func(i int) {
		spoken[i] = l.spoken(l.joined(n+int32(i), l.events[i]))
		for k := range spoken[i] {
			found[i] = l.like(found[i], n+int32(i), &spoken[i][k], l.events[i])
		}
	}, func(int) {})
	for i, list := range found {
		l.matches = append(l.matches, list...)
		for _, m := range list {
			if l.taken[m.with] == nil {
				l.taken[m.with] = nil
			}
		}
		for k := range i {
			if !slices.Contains(l.events[i], n+int32(k)) {
				l.between(n+int32(k), n+int32(i), spoken[k], spoken[i])
			}
		}
	}
	return err
}

// spoken is a statement that somebody makes in a draft.
type spoken struct {
	at   int32
	card topic.Card
	keys []uint32
}

// spoken are the statements of a draft that somebody makes.
func (l *lookup) spoken(draft sheet) []spoken {
	words := readers.Get().(*term.Reader)
	defer readers.Put(words)
	page := newPage(words, draft.Article)
	var out []spoken
	for _, s := range draft.state(0) {
		if s.Claim.Speaker != nil {
			it := page.item(s)
			out = append(out, spoken{s.at, topic.NewCard(it, -1, number(s.Claim.Speaker)), topic.Keys(it)})
		}
	}
	return out
}

// between finds what two drafts of different stories say about the same.
func (l *lookup) between(x, y int32, a, b []spoken) {
	for i := range a {
		for k := range b {
			c := b[k].card
			c.Story = -2
			if !slices.ContainsFunc(a[i].keys, func(key uint32) bool { return slices.Contains(b[k].keys, key) }) {
				continue
			}
			if similarity, ok := l.opt.Topics.Alike(&a[i].card, &c); ok {
				l.matches = append(l.matches, match{x, y, a[i].at, b[k].at, similarity})
			}
		}
	}
}

// joined is a draft whose speakers are joined with those of its story: who speaks in
// it is known by what the others tell of him.
func (l *lookup) joined(draft int32, event []int32) sheet {
	rolls := make([]entity.Roll, len(event))
	for k, i := range event {
		s := l.sheet(i)
		rolls[k] = entity.RollOf(s.Article.ID, "", s.Claims)
	}
	known := l.opt.names().Directory(rolls)
	s := l.sheet(draft)
	out := sheet{&s.Article, slices.Clone(s.Claims)}
	for i := range out.claims {
		if c := &out.claims[i]; c.Speaker != nil {
			who := known.Unified(*c.Speaker, "")
			c.Speaker = &who
		}
	}
	return out
}

func (l *lookup) sheet(i int32) *Sheet {
	if n := int32(len(l.ledger.Articles)); i >= n {
		return &l.drafts[i-n]
	}
	return l.taken[i]
}

// like adds the statements of other stories that are like one of a draft.
func (l *lookup) like(out []match, draft int32, one *spoken, event []int32) []match {
	var list []int32
	for _, key := range one.keys {
		for _, e := range topic.Entries(l.ledger.Entries, key) {
			if s := int32(uint32(e)); l.ledger.Live[s] && l.ledger.Speaker[s] >= 0 {
				list = append(list, s)
			}
		}
	}
	slices.Sort(list)
	for _, s := range slices.Compact(list) {
		a := l.article[s]
		if l.own[a] || slices.Contains(event, a) {
			continue
		}
		if !l.opt.Topics.MayBeAlike(&one.card, l.blank(s)) {
			continue
		}
		if similarity, ok := l.opt.Topics.Alike(&one.card, l.card(s)); ok {
			out = append(out, match{draft, a, one.at, s - l.ledger.Begin[a], similarity})
		}
	}
	return out
}

// card is the card of a statement of the ledger.
func (l *lookup) card(s int32) *topic.Card {
	w := l.ledger.Words[l.ledger.WordsFrom[s]:l.ledger.WordsFrom[s+1]]
	return l.made(s, l.words.terms(w))
}

// blank is its card without words.
func (l *lookup) blank(s int32) *topic.Card { return l.made(s, nil) }

func (l *lookup) made(s int32, words []*term.Term) *topic.Card {
	a := l.article[s]
	c := topic.Restore(words, l.ledger.Profiles[a].Day, l.ledger.Story[a], l.number[l.ledger.Speaker[s]])
	return &c
}
