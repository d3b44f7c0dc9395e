package attribution

import "math/bits"

// Each position has so many features: those of one token alone, and those that
// join several or look further.
const (
	alone     = 14
	together  = 46
	templates = alone + together
)

// rowBits is the size of the weight table: features are hashed to 2^rowBits
// rows. (Weinberger et al. 2009: the few that collide cost nothing we could
// measure.)
const rowBits = 19

// features are the rows of one position, those of one token first. The weights
// file holds for these templates under these numbers: to change one is to train
// anew.
type features [templates]uint32

// joint are the features of a position that are not of one token alone.
type joint [together]uint32

// join hashes up to three atoms under a template's number.
func join(template, a, b, c uint32) uint32 { return join4(template, a, b, c, 0) }

func join4(template, a, b, c, d uint32) uint32 {
	h := template*0x9e3779b1 + a
	h = bits.RotateLeft32(h, 7)*5 + b
	h = bits.RotateLeft32(h, 11)*5 + c
	h = bits.RotateLeft32(h, 13)*5 + d
	h ^= h >> 15
	return h * 0x2c1b3c6d >> (32 - rowBits)
}

// window are the atoms of a position, in the middle, and of reach on either side.
type window [2*reach + 1]atoms

// reach is how far the features look for neighbours, near how far for those that
// count alone.
const (
	reach = 3
	near  = 2
)

// places are those of the tokens that count alone: near before a position, at
// it, and near behind it.
const places = 2*near + 1

// wordTemplates are the numbers of the templates of the word at each place; 8
// more is that of its class.
var wordTemplates = [places]uint32{3, 1, 0, 2, 4}

// appendAlone appends the features that a token gives to the position that sees
// it at a place.
func appendAlone(dst []uint32, place int, a *atoms) []uint32 {
	t := wordTemplates[place]
	dst = append(dst, join(t, a.word, 0, 0), join(t+8, a.class, 0, 0))
	if place != near {
		return dst
	}
	return append(dst,
		join(19, a.fork, 0, 0),
		join(20, a.branch, 0, 0),
		join(24, a.ending, 0, 0),
		join(59, 1, 0, 0)) // how common the role is
}

// words are the features of the words themselves.
func (f *joint) words(w *window) {
	l1, a, r1 := w[2].word, w[3].word, w[4].word
	f[0] = join(5, l1, a, 0)
	f[1] = join(6, a, r1, 0)
	f[2] = join(7, l1, r1, 0)
}

// classes are the features of the words' classes, coarser the more of them
// there are.
func (f *joint) classes(w *window) {
	l3, l2, l1, a, r1, r2, r3 := &w[0], &w[1], &w[2], &w[3], &w[4], &w[5], &w[6]
	f[3] = join(13, l1.class, a.class, 0)
	f[4] = join(14, a.class, r1.class, 0)
	f[5] = join(15, l1.class, r1.class, 0)
	f[6] = join(16, l1.fork, a.fork, r1.fork)
	f[7] = join(17, l2.fork, l1.fork, a.fork)
	f[8] = join(18, a.fork, r1.fork, r2.fork)
	f[9] = join(21, l1.branch, a.branch, r1.branch)
	f[10] = join(22, l3.branch, l2.branch, l1.branch)
	f[11] = join(23, r1.branch, r2.branch, r3.branch)
}

// forms are the features of endings and shapes.
func (f *joint) forms(w *window) {
	l1, a, r1 := &w[2], &w[3], &w[4]
	f[12] = join(25, l1.ending, r1.ending, 0)
	f[13] = join(26, a.shape, l1.shape, 0)
	f[14] = join(27, a.shape, r1.shape, 0)
	f[15] = join4(28, l1.shape, a.shape, r1.shape, a.level)
}

// cues are the features that tell whether the word is a cue.
func (f *joint) cues(w *window) {
	l1, a, r1 := &w[2], &w[3], &w[4]
	f[16] = join(29, a.level, a.lexicon, 0)
	f[17] = join(30, a.level, l1.fork, 0)
	f[18] = join(31, a.level, r1.fork, 0)
	f[19] = join(32, l1.level, a.level, r1.level)
	f[20] = join(33, l1.level, a.word, 0)
	f[21] = join(34, a.word, r1.level, 0)
	f[22] = join(35, a.lexicon, l1.fork, r1.fork)
	f[23] = join(36, a.lexicon, a.word, r1.branch)
	f[24] = join(37, a.level, l1.branch, r1.branch)
	f[25] = join(38, a.word, l1.branch, r1.branch)
}

// surroundings are the features of the nearest likely cues and marks.
func (f *joint) surroundings(a *atoms, c *context) {
	f[26] = join(39, c.cueBefore, 0, 0)
	f[27] = join(40, c.cueAfter, 0, 0)
	f[28] = join(41, c.cueBefore, c.cueAfter, 0)
	f[29] = join(42, c.cueBefore, c.markBefore, 0)
	f[30] = join(43, c.cueAfter, c.markAfter, 0)
	f[31] = join(44, c.cueBefore, a.word, 0)
	f[32] = join(45, c.cueAfter, a.word, 0)
	f[33] = join(46, c.wordBefore, a.fork, 0)
	f[34] = join(47, c.wordAfter, a.fork, 0)
	f[35] = join(48, c.wordBefore, c.markBefore, 0)
	f[36] = join(49, c.wordAfter, c.markAfter, 0)
	f[37] = join(50, c.wordBefore, a.word, 0)
	f[38] = join(51, c.markBefore, 0, 0)
	f[39] = join(52, c.markAfter, 0, 0)
	f[40] = join(53, c.markBefore, a.fork, 0)
	f[41] = join(54, c.markAfter, a.fork, 0)
}

// place are the features of the place in the sentence.
func (f *joint) place(a *atoms, c *context, s *sentence, i int) {
	f[42] = join(55, s.head, bin(i), 0)
	f[43] = join(56, s.foot, bin(s.size-i), 0)
	f[44] = join(57, s.quotes, a.branch, 0)
	f[45] = join(58, s.quotes, c.cueBefore, c.cueAfter)
}
