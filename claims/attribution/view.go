package attribution

// view goes over a sentence position by position.
type view struct {
	*reader
	*model
	at     int      // the next position
	seen   [8]*solo // what the last tokens bring, by number, the latest near behind the last position
	own    [8]solo  // the same of those that the model has nothing ready for
	joint  joint
	scores scores
}

// open goes to the front of the sentence that was read.
func (v *view) open(r *reader, m *model) {
	v.reader, v.model, v.at = r, m, 0
	for i := -near; i < near; i++ {
		v.see(i)
	}
}

// next returns the scores of the next position, valid until it is called again.
func (v *view) next() *scores {
	v.see(v.at + near)
	var s sums
	for place := range places {
		s = s.plus(&v.seen[(v.at+place-near)&7][place])
	}
	v.fill(&v.joint, v.at)
	v.locate(&v.joint)
	v.addAll(&v.joint, s).scores(&v.scores)
	v.at++
	return &v.scores
}

// see notes what token i brings.
func (v *view) see(i int) {
	s := &v.own[i&7]
	switch {
	case i < 0:
		s = &v.before
	case i >= v.whole.size:
		s = &v.behind
	case v.known[i] != nil:
		s = &v.known[i].solo
	default:
		*s = v.model.solo(&v.atoms[i+reach])
	}
	v.seen[i&7] = s
}
