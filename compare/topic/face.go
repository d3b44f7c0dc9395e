package topic

// face is a card as it is compared with many others: what is asked of its words
// lies side by side.
type face struct {
	*Card
	ids   [cardWords]uint32
	by    [cardWords]float32 // the words' weights
	looks [cardWords]look
}

// read makes f the face of a card.
func (f *face) read(c *Card) {
	f.Card = c
	for i, w := range c.words {
		f.ids[i], f.by[i], f.looks[i] = w.ID, w.IDF, newLook(w, false)
	}
}

// partners are how alike the most like word of the other card is to each word.
type partners [cardWords]float32

// similarity is that of [Card.Similarity] where that is at least least; where it is
// not it may be less.
func (f *face) similarity(g *face, least float32) float32 {
	if len(f.words) == 0 || len(g.words) == 0 {
		return 0
	}
	var forth, back partners
	f.same(g, &forth, &back)
	mayForth, mayBack := forth, back // what they may yet be
	may := f.mayMeet(g, &mayForth, &mayBack)
	for i := range f.words {
		if may[i] == 0 {
			continue
		}
		if f.mean(g, &mayForth, &mayBack) < least {
			return 0
		}
		for j := range g.words {
			if may[i]&(1<<j) != 0 {
				alike := inner(&f.looks[i], &g.looks[j])
				forth[i], back[j] = max(forth[i], alike), max(back[j], alike)
			}
		}
		mayForth[i] = forth[i]
	}
	return min(1, f.mean(g, &forth, &back))
}

// same finds the words that both have.
func (f *face) same(g *face, forth, back *partners) {
	for i, a := range f.ids[:len(f.words)] {
		for j, b := range g.ids[:len(g.words)] {
			if a == b {
				forth[i], back[j] = 1, 1
			}
		}
	}
}

// mayMeet finds the other words that may be alike, a bit for each word of g, and
// makes them one in forth and back. Where both have a partner already neither can
// have a better one.
func (f *face) mayMeet(g *face, forth, back *partners) (may [cardWords]uint16) {
	same, sameBack := *forth, *back
	for i := range f.words {
		a := &f.looks[i]
		for j := range g.words {
			if same[i] == 1 && sameBack[j] == 1 || !mayMeet(a, &g.looks[j]) {
				continue
			}
			may[i] |= 1 << j
			forth[i], back[j] = 1, 1
		}
	}
	return may
}

// mean is the mean of the shares of both cards' weights that have a partner.
func (f *face) mean(g *face, forth, back *partners) float32 {
	return (f.matched(forth) + g.matched(back)) / 2
}

// matched is the share of the words' weight that has a partner.
func (f *face) matched(partner *partners) float32 {
	var sum float32
	for i := range f.words {
		sum += partner[i] * f.by[i]
	}
	return sum / f.weight
}
