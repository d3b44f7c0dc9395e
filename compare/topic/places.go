package topic

// places are the places of stems in a vocabulary, by open addressing: they are
// asked for each word of each statement, and a Go map takes several times as long.
// The zero value is empty.
type places struct {
	slots []slot // a power of two of them, at most half of them in use
	n     int
}

// slot is a stem and its place, plus one; 0 is free.
type slot struct {
	stem  uint32
	place int32
}

// firstSlots holds the words of an article without growing.
const firstSlots = 1 << 9

// put returns the place of a stem, and whether it had one: else that is the next
// one.
func (p *places) put(stem uint32) (place int32, ok bool) {
	if 2*(p.n+1) > len(p.slots) {
		p.grow()
	}
	s := p.find(stem)
	if s.place > 0 {
		return s.place - 1, true
	}
	p.n++
	*s = slot{stem, int32(p.n)}
	return s.place - 1, false
}

// of is the place of a stem that has one.
func (p *places) of(stem uint32) int32 { return p.find(stem).place - 1 }

// find is where a stem is or would be put.
func (p *places) find(stem uint32) *slot {
	mask := uint32(len(p.slots) - 1)
	for i := stem ^ stem>>16; ; i++ {
		if s := &p.slots[i&mask]; s.place == 0 || s.stem == stem {
			return s
		}
	}
}

// clear forgets all stems; what many took is not kept for few.
func (p *places) clear() {
	if len(p.slots) > firstSlots {
		p.slots = nil
	}
	clear(p.slots)
	p.n = 0
}

func (p *places) grow() {
	old := p.slots
	p.slots = make([]slot, max(firstSlots, 2*len(old)))
	for _, s := range old {
		if s.place > 0 {
			*p.find(s.stem) = s
		}
	}
}
