// Package vector knows which words are used alike: "talks" and "dialogue"
// stand in the same company, "talks" and "bridge" do not. It holds 64 numbers
// for each of the most frequent words of a news corpus, trained as
// MODEL_CARD.md tells, quantised to one byte a number and embedded.
//
//  1. the table is read from the program itself on first use;
//  2. [Index] finds a word's row in it, [Between] and [AtLeast] compare two rows;
//  3. [Signs] and [Sketch] tell most pairs apart without comparing them, and
//     [NearRows] finds what is near a row.
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
	t := load()
	if i < 0 || j < 0 || i >= len(t.norms) || j >= len(t.norms) {
		return 0
	}
	return clamp(float64(dot(t.row(i), t.row(j))) * float64(t.norms[i]) * float64(t.norms[j]))
}

// AtLeast is [Between] where that is at least least, and false where it is not,
// which the first half of the numbers tells of most pairs: by the inequality of
// Cauchy and Schwarz the second half adds no more than the lengths there.
func AtLeast(i, j int, least float64) (cosine float64, ok bool) {
	const rounding = 1e-5 // of the single precision of lengths
	t := load()
	if i < 0 || j < 0 || i >= len(t.norms) || j >= len(t.norms) {
		return 0, least <= 0
	}
	a, b, half := t.row(i), t.row(j), t.dims/2
	lengths := float64(t.norms[i]) * float64(t.norms[j])
	first := dot(a[:half], b[:half])
	if float64(first)*lengths+float64(t.tails[i])*float64(t.tails[j])+rounding < least {
		return 0, false
	}
	cosine = clamp(float64(first+dot(a[half:], b[half:])) * float64(t.norms[i]) * float64(t.norms[j]))
	return cosine, cosine >= least
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

// dot is the inner product of two quantised vectors of equal length.
func dot(a, b string) int32 {
	var sum int32
	b = b[:len(a)]
	for len(a) >= 8 && len(b) >= 8 { // eight at once take two thirds of the time
		sum += int32(int8(a[0]))*int32(int8(b[0])) + int32(int8(a[1]))*int32(int8(b[1])) +
			int32(int8(a[2]))*int32(int8(b[2])) + int32(int8(a[3]))*int32(int8(b[3])) +
			int32(int8(a[4]))*int32(int8(b[4])) + int32(int8(a[5]))*int32(int8(b[5])) +
			int32(int8(a[6]))*int32(int8(b[6])) + int32(int8(a[7]))*int32(int8(b[7]))
		a, b = a[8:], b[8:]
	}
	for i := range len(a) {
		sum += int32(int8(a[i])) * int32(int8(b[i]))
	}
	return sum
}

// clamp takes off what rounding added beyond [-1, 1].
func clamp(cos float64) float64 { return min(1, max(-1, cos)) }
