// Package vector knows which words are used alike: "talks" and "dialogue"
// stand in the same company, "talks" and "bridge" do not. It holds 64 numbers
// for each of the most frequent words of a news corpus, trained as
// MODEL_CARD.md tells, quantised to one byte a number and embedded.
//
//  1. the table is read from the program itself on first use;
//  2. [Index] finds a word's row in it, [Between] and [AtLeast] compare two rows;
//  3. [Signs] and [Sketch] tell most pairs apart without comparing them, and
//     [AppendNear] has what is near a row, as [NearRows] found it beforehand.
//
// It does not know meaning: opposites keep the same company, so "rise" and
// "fall" are as alike as synonyms are. A word has one vector for all its senses.
package vector

import _ "embed"

//go:embed vectors.bin
var packed string

// Similarity is the cosine of the vectors of two folded words, in [-1, 1]. It
// is 0 where either is unknown, equal words included.
func Similarity(a, b string) float64 {
	i, j := Index(a), Index(b)
	if i < 0 || j < 0 {
		return 0
	}
	return Between(i, j)
}

// Known reports whether the folded word has a vector.
func Known(word string) bool { return Index(word) >= 0 }

// Index is the row of the folded word's vector, for [Between]; -1 where the
// word is unknown. Rows are numbered in alphabetical order and mean nothing
// outside one build of the program.
func Index(word string) int {
	if row, ok := load().rows[word]; ok {
		return int(row)
	}
	return -1
}

// Between is the cosine of two rows that [Index] gave, in [-1, 1]; 0 where
// either is negative. It spares the look-up where words are compared often.
func Between(i, j int) float64 {
	list := load().list
	if i < 0 || j < 0 || i >= len(list) || j >= len(list) {
		return 0
	}
	a, b := &list[i], &list[j]
	return cosine(a, b, dot(&a.halves[0], &b.halves[0])+dot(&a.halves[1], &b.halves[1]))
}

// AtLeast is [Between] where that is at least least, and false where it is not,
// which the first half of the numbers tells of most pairs: by the inequality of
// Cauchy and Schwarz the second half adds no more than the lengths there.
func AtLeast(i, j int, least float64) (cos float64, ok bool) {
	const rounding = 1e-5 // of the single precision of lengths
	list := load().list
	if i < 0 || j < 0 || i >= len(list) || j >= len(list) {
		return 0, least <= 0
	}
	a, b := &list[i], &list[j]
	first := dot(&a.halves[0], &b.halves[0])
	if float64(first)*(float64(a.inverse)*float64(b.inverse))+float64(a.tail)*float64(b.tail)+rounding < least {
		return 0, false
	}
	cos = cosine(a, b, first+dot(&a.halves[1], &b.halves[1]))
	return cos, cos >= least
}

// Signs are the signs of the numbers of row i, one bit each; 0 for a negative
// row. The share of bits in which two words differ is near the angle between
// them (Charikar 2002), so that most pairs need not be looked at closer: of
// those with a cosine of 0.5, one in fifty differs in more than 29 of 64.
func Signs(i int) uint64 {
	t := load()
	if i < 0 || i >= len(t.signs) {
		return 0
	}
	return t.signs[i]
}

// cosine is that of two rows by their inner product, without what rounding added
// beyond [-1, 1].
func cosine(a, b *row, product int32) float64 {
	return min(1, max(-1, float64(product)*float64(a.inverse)*float64(b.inverse)))
}

// dot is the inner product of two halves.
func dot(x, y *half) int32 {
	var sum int32
	a, b := x[:], y[:]
	for len(a) >= 8 && len(b) >= 8 { // eight at once take two thirds of the time
		sum += int32(a[0])*int32(b[0]) + int32(a[1])*int32(b[1]) +
			int32(a[2])*int32(b[2]) + int32(a[3])*int32(b[3]) +
			int32(a[4])*int32(b[4]) + int32(a[5])*int32(b[5]) +
			int32(a[6])*int32(b[6]) + int32(a[7])*int32(b[7])
		a, b = a[8:], b[8:]
	}
	return sum
}
