package attribution

// sums are the sums of rows. Of each of a row's two words even adds up the bytes
// with even numbers, each in 16 bits; all adds up the word without its first
// byte, carries and all, from which the odd bytes come out in the end. Up to
// templates rows cannot overflow them.
type sums struct{ even0, all0, even1, all1 uint64 }

// evenBytes are the even bytes of a word.
const evenBytes uint64 = 0x00ff00ff00ff00ff

func (s sums) add(r *row) sums {
	return sums{s.even0 + r[0]&evenBytes, s.all0 + r[0]>>8, s.even1 + r[1]&evenBytes, s.all1 + r[1]>>8}
}

func (s sums) plus(t *sums) sums {
	return sums{s.even0 + t.even0, s.all0 + t.all0, s.even1 + t.even1, s.all1 + t.all1}
}

// solo is what a token brings alone to the positions that see it at each place.
type solo [places]sums

// solo sums up what a token brings.
func (m *model) solo(a *atoms) (s solo) {
	var buf [alone]uint32
	for place := range s {
		for _, x := range appendAlone(buf[:0], place, a) {
			s[place] = s[place].add(&m.rows[m.row(x)])
		}
	}
	return s
}

// scores are the summed weights of one position by role, as keys without a
// state.
type scores [roles + 1]key

// locate replaces features by the numbers of their rows. It is apart from adding
// them up because one loop for both takes longer.
func (m *model) locate(f *joint) {
	for i, x := range f {
		f[i] = m.row(x)
	}
}

// addAll adds rows, by number.
func (m *model) addAll(f *joint, s sums) sums {
	rows := m.rows
	for _, n := range f {
		s = s.add(&rows[n])
	}
	return s
}

// scores reads the sums of all rows of a position off.
func (s sums) scores(out *scores) {
	odd0, odd1 := s.all0-s.even0>>16<<8, s.all1-s.even1>>16<<8
	for i := range 4 {
		out[2*i], out[2*i+1] = lane(s.even0, i), lane(odd0, i)
		out[8+2*i], out[8+2*i+1] = lane(s.even1, i), lane(odd1, i)
	}
}

// lane is one of the four sums in a word.
func lane(sums uint64, i int) key {
	return key(sums>>(16*i)&0xffff-zero*templates) << keyBits
}

// score returns the scores of position i of the sentence that was read, valid
// until the next is asked for. They are to be asked for in order, from 0.
func (r *reader) score(m *model, i int) *scores {
	if i == 0 {
		for k := -near; k < near; k++ {
			r.see(m, k)
		}
	}
	r.see(m, i+near)
	var s sums
	for place := range places {
		s = s.plus(&r.seen[(i+place-near)&(ring-1)][place])
	}
	r.fill(&r.joint, i)
	m.locate(&r.joint)
	m.addAll(&r.joint, s).scores(&r.scores)
	return &r.scores
}

// see notes what token i brings alone.
func (r *reader) see(m *model, i int) {
	s := &r.own[i&(ring-1)]
	switch {
	case i < 0:
		s = &m.before
	case i >= r.whole.size:
		s = &m.behind
	case r.known[i] != nil:
		s = &r.known[i].solo
	default:
		*s = m.solo(&r.atoms[i+reach])
	}
	r.seen[i&(ring-1)] = s
}
