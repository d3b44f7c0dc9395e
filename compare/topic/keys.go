package topic

import (
	"slices"

	"crosscheck/compare/term"
)

const (
	// rareWords is how many of a statement's heaviest words are joined, two
	// and two, to keys: one alone is shared by too many, and of statements
	// about one thing few share no two of four.
	rareWords = 4
	// bands and rows are those of MinHash: two statements that share three in
	// four shingles share a band with probability .82.
	bands, rows = 2, 2
	// shingle is the length of a shingle in bytes.
	shingle = 5
)

// Keys are the blocking keys of a statement: two of different stories that
// share none are not compared. They are the pairs of its rarest words, and
// MinHash bands of its character shingles (Broder 1997, by one permutation: Li,
// Owen and Zhang 2012), by which different spellings meet. They are numbers,
// in order, none twice; that two keys have one number is rare and costs a
// comparison.
func Keys(it *Item) []uint32 {
	return keysOf(heaviest(it), it)
}

func keysOf(words []*term.Term, it *Item) []uint32 {
	var out []uint32
	words = words[:min(len(words), rareWords)]
	for i, a := range words {
		for _, b := range words[:i] {
			out = append(out, uint32(mix(uint64(min(a.ID, b.ID))<<32|uint64(max(a.ID, b.ID)))))
		}
	}
	out = appendBands(out, it.Text)
	slices.Sort(out)
	return slices.Compact(out)
}

// appendBands adds the MinHash bands of the letters of a statement's words.
func appendBands(out []uint32, tokens []term.Token) []uint32 {
	var text [512]byte
	letters := text[:0]
	for _, t := range tokens {
		if len(letters)+len(t.Word)+1 > len(text) {
			break
		}
		letters = append(append(letters, t.Word...), ' ')
	}
	if len(letters) < 4*shingle { // too short to tell one from another
		return out
	}
	var least [bands * rows]uint32
	for i := range least {
		least[i] = ^uint32(0)
	}
	for at := 0; at+shingle <= len(letters); at++ {
		var x uint64
		for _, b := range letters[at : at+shingle] {
			x = x<<8 | uint64(b)
		}
		x = mix(x)
		bin := x & (bands*rows - 1)
		least[bin] = min(least[bin], uint32(x>>32))
	}
	for band := range bands {
		x := uint64(band)
		for _, l := range least[band*rows : (band+1)*rows] {
			x = mix(x<<32 | uint64(l))
		}
		out = append(out, uint32(x))
	}
	return out
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
