package attribution

// context is what a position knows of the sentence around it: the nearest
// likely cue and the nearest mark or connective on either side, hashed with
// their distance.
type context struct {
	cueBefore, cueAfter   uint32
	markBefore, markAfter uint32
	wordBefore, wordAfter uint32 // the cue's word alone
}

// far is a distance beyond every bin.
const far = 99

// nearest is the last of a kind that a scan has passed.
type nearest struct {
	atom uint32
	dist int
}

func (n *nearest) key() uint32 { return n.atom ^ binKeys[bin(n.dist)] }

// binKeys are the bins, scattered.
var binKeys = func() (keys [bins]uint32) {
	for b := range keys {
		keys[b] = scatter(uint32(b))
	}
	return keys
}()

// scan is what a walk over a sentence, forward or back, has passed last.
type scan struct {
	cue, mark nearest
	word      uint32 // of the cue
}

func newScan() scan { return scan{cue: nearest{dist: far}, mark: nearest{dist: far}} }

func (s *scan) pass(a *atoms) {
	s.cue.dist++
	s.mark.dist++
	if a.likely {
		s.cue = nearest{scatter(a.level<<8 | a.lexicon), 0}
		s.word = a.word
	}
	if a.opener {
		s.mark = nearest{a.word, 0}
	}
}

// surround fills the contexts of all positions, the end included.
func surround(at []atoms, out []context) {
	s := newScan()
	for i := range out {
		c := &out[i]
		c.cueBefore, c.markBefore, c.wordBefore = s.cue.key(), s.mark.key(), s.word
		if i < len(at) {
			s.pass(&at[i])
		}
	}
	s = newScan()
	for i := len(out) - 1; i >= 0; i-- {
		c := &out[i]
		c.cueAfter, c.markAfter, c.wordAfter = s.cue.key(), s.mark.key(), s.word
		if i < len(at) {
			s.pass(&at[i])
		}
	}
}
