// Package class knows which words fill the same places in a sentence: "said",
// "told" and "added" stand between a speaker and what is said, "mr" and "sen"
// before a surname. It gives each of the 30,000 most frequent words of a news
// corpus one of some 320 classes, found as MODEL_CARD.md tells and embedded,
// for a sequence model to use where others ask a part-of-speech tagger.
//
//  1. the classes are read from the program itself on first use;
//  2. [Of] looks up a folded word, its digits as one shape;
//  3. [Class.Prefix] makes the class coarser: the classes are the leaves of a
//     binary tree in which like stands by like, and a prefix of a leaf's path
//     names one of its forks.
//
// It does not read the sentence: a word has one class in all its uses, that of
// "may" the modal as "May" the month. Nor does it know meaning: "rise" and
// "fall" fill the same places.
package class

import "strings"

// Class is a group of words that are used alike, numbered from 1 in the order
// of the tree; 0 is the class of unknown words. A number means nothing outside
// one edition of the data file.
type Class uint16

// Of is the class of a folded word or mark, as package word gives it in Norm;
// 0 where it is unknown. All figures of one shape have one class: "1995" that
// of "2016". It does not allocate.
func Of(norm string) Class {
	t := load()
	if len(norm) > Longest {
		return 0
	}
	for i := range len(norm) {
		if isDigit(norm[i]) {
			var buf [Longest]byte
			return t.classes[string(appendShape(buf[:0], norm))]
		}
	}
	return t.classes[norm]
}

// Longest is how many bytes a word with a class can have: what a look-up can
// hold without allocating. None of the frequent words is longer.
const Longest = 32

// Path is the class's way from the root of the tree: the low n bits, the first
// turn the highest of them. At most [Deepest] turns are told; n is 0 for an
// unknown word and for a number that no class has.
func (c Class) Path() (bits uint16, n int) {
	paths := load().paths
	if int(c) >= len(paths) {
		return 0, 0
	}
	return paths[c].bits, paths[c].n
}

// Prefix is the fork that the class's path has passed after n turns, or the
// class's own leaf where its path is shorter. Forks of different depth have
// different numbers: the turns stand behind a leading 1. It is 0 for an unknown
// word, 1 (the root) for a known one where n is 0 or less.
func (c Class) Prefix(n int) uint16 {
	bits, all := c.Path()
	if all == 0 {
		return 0
	}
	n = min(max(n, 0), all)
	return 1<<n | bits>>(all-n)
}

// Count is how many classes there are, the class of unknown words included:
// every Class that [Of] returns is less.
func Count() int { return max(len(load().paths), 1) }

// Shape is the folded word with every digit as 0, which is how words with
// digits are looked up: "00-year-old". A word without digits is its own shape.
func Shape(norm string) string {
	if !strings.ContainsAny(norm, "123456789") {
		return norm
	}
	return string(appendShape(nil, norm))
}

func appendShape(dst []byte, norm string) []byte {
	for i := range len(norm) {
		c := norm[i]
		if isDigit(c) {
			c = '0'
		}
		dst = append(dst, c)
	}
	return dst
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
