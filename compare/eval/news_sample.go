package eval

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"slices"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/sentence"
	"crosscheck/compare/term"
)

const (
	// overlapPairs and otherPairs are how many pairs an article gives: two
	// thirds of those of the study overlapped.
	overlapPairs, otherPairs = 2, 1
	// leastOverlap is the share of the shorter sentence's words from which on
	// two sentences overlap: the figure of the study.
	leastOverlap = .22
	// leastTerms and mostTerms are how many topic words a sentence has: fewer
	// are a scrap, more a list or a text without stops.
	leastTerms, mostTerms = 4, 30
	// mostSentences is how many sentences of an article are looked at: the
	// pairs grow with their square.
	mostSentences = 100
	// spareArticles is how many more articles are kept than would be needed,
	// for some give fewer pairs than they should.
	spareArticles = 2
)

// newsPair is two sentences of one article.
type newsPair struct {
	article  string // its ID
	line     int    // of the article, 1-based
	a, b     string
	overlaps bool
}

// drawn is a row that the sample may take.
type drawn struct {
	key  uint64
	line int
	text []byte
}

// sample takes the articles with the lowest hashes, so that it depends on seed
// and rows but not on the order of the rows, and a few pairs of each.
func (n News) sample(path string, in io.Reader) ([]newsPair, error) {
	rows, err := n.draw(path, in)
	if err != nil {
		return nil, err
	}
	var out []newsPair
	var r term.Reader
	for _, d := range rows {
		if len(out) >= n.Pairs {
			break
		}
		articles, warnings := article.Parse(asLines(path), d.text)
		for _, w := range warnings {
			n.warn(path, d.line, w.Reason)
		}
		for _, a := range articles {
			for _, p := range n.pairs(&r, a, d.key) {
				p.line = d.line
				out = append(out, p)
			}
		}
	}
	return out[:min(len(out), n.Pairs)], nil
}

// draw returns the rows with the lowest keys, the lowest first.
func (n News) draw(path string, in io.Reader) ([]drawn, error) {
	most := spareArticles * (n.Pairs/(overlapPairs+otherPairs) + 1)
	var rows []drawn
	cut := func() {
		slices.SortFunc(rows, func(a, b drawn) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.line, b.line)) })
		rows = rows[:min(len(rows), most)]
	}
	err := eachLine(path, in, func(at int, line []byte) error {
		switch {
		case !utf8.Valid(line):
			n.warn(path, at, "is not UTF-8 and was left out")
		case line[0] != '{' || !json.Valid(line):
			n.warn(path, at, "is not an article in JSON and was left out")
		default:
			if rows = append(rows, drawn{n.key(line), at, line}); len(rows) >= 2*most {
				cut()
			}
		}
		return nil
	})
	cut()
	return rows, err
}

// key is the hash of a row (FNV-1a).
func (n News) key(line []byte) uint64 {
	h := fnv.New64a()
	h.Write(binary.LittleEndian.AppendUint64(nil, n.Seed))
	h.Write(line)
	return mixed(h.Sum64())
}

// mixed spreads a hash over all its bits (the finaliser of SplitMix64; Steele,
// Lea and Flood 2014): those of texts that end alike begin alike.
func mixed(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (n News) warn(path string, line int, reason string) {
	if n.Warn != nil {
		n.Warn(claims.Warning{Path: path, Line: line, Reason: reason})
	}
}

// pairs are the pairs of one article.
func (n News) pairs(r *term.Reader, a claims.Article, key uint64) []newsPair {
	list := sentencesOf(r, a)
	var overlapping, others []newsPair
	for i, s := range list {
		for _, t := range list[i+1:] {
			p := newsPair{article: a.ID, a: s.text, b: t.text, overlaps: s.overlap(t) >= leastOverlap}
			switch {
			case s.text == t.text:
			case p.overlaps:
				overlapping = append(overlapping, p)
			default:
				others = append(others, p)
			}
		}
	}
	rnd := rand.New(rand.NewPCG(n.Seed, key))
	return append(some(rnd, overlapping, overlapPairs), some(rnd, others, otherPairs)...)
}

// some are n of a list at random; all where there are fewer.
func some(r *rand.Rand, list []newsPair, n int) []newsPair {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:min(len(list), n)]
}

// sentencesOf are the sentences of an article's body that are long enough to
// say something.
func sentencesOf(r *term.Reader, a claims.Article) []piece {
	var out []piece
	for _, b := range a.Blocks {
		if b.Kind != claims.Paragraph {
			continue
		}
		for _, at := range sentence.Split(a.Text, b.Span) {
			p := newPiece(r, at.In(a.Text))
			if len(p.terms) < leastTerms || len(p.terms) > mostTerms {
				continue
			}
			if out = append(out, p); len(out) == mostSentences {
				return out
			}
		}
	}
	return out
}

// overlap is the share of the shorter piece's words that both have, in [0, 1].
func (p piece) overlap(q piece) float64 {
	both := 0
	for stem := range p.terms {
		if _, has := q.terms[stem]; has {
			both++
		}
	}
	return ratio(both, min(len(p.terms), len(q.terms)))
}
