package topic

import (
	"hash/fnv"
	"slices"

	"crosscheck/compare/vector"
)

const (
	// rareWords is how many of a statement's heaviest words are keys; few
	// sentences have more that carry a topic.
	rareWords = 12
	// relatedWords and places are how many of its words are joined, by
	// their cluster, with how many of its article's heaviest names.
	relatedWords, places = 8, 3
	// bands and rows are those of MinHash: two texts that share three in
	// five shingles share a band with probability .83.
	bands, rows = 4, 2
	// shingle is the length of a shingle in bytes.
	shingle = 5
)

// Keys are the blocking keys of a statement: statements that share one are
// compared. They are its rare words' stems ("w:"), the clusters of related
// words that it uses joined with the heaviest names of its context ("r:"), and
// MinHash bands of its character shingles ("m:", Broder 1997); further its
// story and its article ("s:", "a:"). Keys come in order, none twice.
func Keys(c *Item, s *Stats) []string {
	var out []string
	eachKey(newLexis(s).profile(c), func(key []byte) { out = append(out, string(key)) })
	slices.Sort(out)
	return slices.Compact(out)
}

// eachKey calls yield with each key of p. The slice is good until yield returns.
func eachKey(p *profile, yield func([]byte)) {
	buffer := make([]byte, 0, 64)
	for _, t := range first(p.text, rareWords) {
		buffer = append(append(buffer[:0], "w:"...), t.stem...)
		yield(buffer)
	}
	for _, group := range [][2]string{{"s:", p.item.Story}, {"a:", p.item.Article}} {
		if group[1] != "" && len(p.text) > 0 {
			yield(append(append(buffer[:0], group[0]...), group[1]...))
		}
	}
	relatedKeys(p, buffer, yield)
	bandKeys(p, buffer, yield)
}

// first is at most the first n of terms.
func first(terms []term, n int) []term { return terms[:min(n, len(terms))] }

// relatedKeys joins clusters with names: a cluster alone is too common, a name
// alone too.
func relatedKeys(p *profile, buffer []byte, yield func([]byte)) {
	names := heaviestNames(p)
	for _, t := range first(p.text, relatedWords) {
		c, ok := vector.Cluster(t.word)
		if !ok {
			continue
		}
		for _, n := range names {
			if n.stem == t.stem {
				continue
			}
			buffer = append(append(buffer[:0], "r:"...), n.stem...)
			buffer = append(buffer, ':', byte('A'+c>>8&15), byte('a'+c>>4&15), byte('a'+c&15))
			yield(buffer)
		}
	}
}

// heaviestNames are the heaviest names of a statement and its context.
func heaviestNames(p *profile) []term {
	var out []term
	for _, list := range [][]term{p.text, p.context} {
		for _, t := range list {
			if t.name {
				out = append(out, t)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b term) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	return first(out, places)
}

// bandKeys are the MinHash bands over the statement's folded words.
func bandKeys(p *profile, buffer []byte, yield func([]byte)) {
	text := foldedText(p.item.Text)
	if len(text) < shingle {
		return
	}
	var least [bands * rows]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for at := 0; at+shingle <= len(text); at++ {
		h := fnv.New64a()
		h.Write(text[at : at+shingle])
		x := h.Sum64()
		for i := range least {
			least[i] = min(least[i], mix(x+uint64(i)*0x9e3779b97f4a7c15))
		}
	}
	for band := range bands {
		buffer = append(buffer[:0], 'm', ':', byte('0'+band))
		for _, x := range least[band*rows : (band+1)*rows] {
			for shift := 0; shift < 32; shift += 8 {
				const hex = "0123456789abcdef"
				b := byte(x >> shift)
				buffer = append(buffer, hex[b>>4], hex[b&15])
			}
		}
		yield(buffer)
	}
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// foldedText is a text's words in lower case, with one space between.
func foldedText(text string) []byte {
	var out []byte
	for _, w := range vector.Words(text) {
		out = append(append(out, w...), ' ')
	}
	return out
}
