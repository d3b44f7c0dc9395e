package entity

import (
	"github.com/agnivade/levenshtein"
)

// minAlike is the least Levenshtein similarity of two spellings of one name:
// "dmitri" and "dmitry" have .83, "john" and "joan" .75 are different people.
const minAlike = 0.8

// same reports whether two full names are one person's. Other spellings of the
// surname want evidence: one party. Father and son ("Jr.") are told apart,
// unless two papers of one story differ in printing it.
func (g *Gazetteer) same(p, q *identity) bool {
	if p.first == "" || q.first == "" || !g.firsts(p.name, q.name) {
		return false
	}
	if p.suffix != q.suffix && !p.omits(q) {
		return false
	}
	evidence := p.side() != "" && p.side() == q.side()
	return p.last == q.last || evidence && similar(p.last, q.last)
}

// omits reports whether one of two papers leaves out what stands behind a
// surname: one story, never both forms in one article, and one side.
func (p *identity) omits(q *identity) bool {
	if p.suffix != "" && q.suffix != "" || p.side() != q.side() {
		return false
	}
	return !p.articles.meets(q.articles) && p.stories.meets(q.stories)
}

// firsts reports whether the given names of two may be one: equal, an initial
// of the other, two spellings, a name and its short form or the nickname.
func (g *Gazetteer) firsts(n, o name) bool {
	if n.prefix != "" && n.prefix == o.first || o.prefix != "" && o.prefix == n.first { // "Mr. Van Hollen" is Chris Van Hollen
		return true
	}
	if g.doubled(n, o) || g.doubled(o, n) {
		return true
	}
	if len(n.first) == 1 && n.middle != "" && g.sameFirst(n.middle, o.first) || len(o.first) == 1 && o.middle != "" && g.sameFirst(n.first, o.middle) {
		return true // "A. Barry Rand" and "Barry Rand"
	}
	return g.sameFirst(n.first, o.first) || n.nick != "" && g.sameFirst(n.nick, o.first) || o.nick != "" && g.sameFirst(n.first, o.nick)
}

// doubled reports whether o is the two surnames of n: "Blasey Ford" is Christine Blasey
// Ford, but "Paul Stevens" need not be John Paul Stevens.
func (g *Gazetteer) doubled(n, o name) bool {
	return n.middle != "" && o.middle == "" && n.middle == o.first && g.is(n.first, firstName) && !g.is(o.first, firstName)
}

func (g *Gazetteer) sameFirst(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if len(a) == 1 || len(b) == 1 {
		return a[:1] == b[:1]
	}
	if a == b || g.nicknames[[2]string{a, b}] {
		return true
	}
	if soundAlike(a, b) { // Mohammed, Muhammad
		return true
	}
	// Two first names that both exist are two people's: Marina, Martina.
	return similar(a, b) && !(g.is(a, firstName) && g.is(b, firstName) && g.differ(a, b))
}

// differ reports two known first names that are no spellings of each other:
// of two genders, or unlike in more than a letter that sounds the same.
func (g *Gazetteer) differ(a, b string) bool {
	ga, gb := g.class(a).gender(), g.class(b).gender()
	return ga != Unknown && gb != Unknown && ga != gb || skeleton(a) != skeleton(b)
}

// minSound is the least Levenshtein similarity of two spellings that sound the
// same: "mohammed" and "muhammad" have .75, "maria" and "maura" .6.
const minSound = 0.7

func soundAlike(a, b string) bool {
	return min(len(a), len(b)) >= 5 && skeleton(a) == skeleton(b) && a[:1] == b[:1] && a[len(a)-1:] == b[len(b)-1:] && likeness(a, b) >= minSound
}

// likeness is the Levenshtein similarity of two words, in [0, 1].
func likeness(a, b string) float64 {
	return 1 - float64(levenshtein.ComputeDistance(a, b))/float64(max(len(a), len(b)))
}

// skeleton is a name as it sounds, roughly: without vowels, doubled letters and
// the letters that transliterations differ in.
func skeleton(s string) string {
	var out []byte
	for i := range len(s) {
		c := s[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'j':
			continue
		case 'k', 'q':
			c = 'c'
		case 'z':
			c = 's'
		case 'w':
			c = 'v'
		}
		if n := len(out); n == 0 || out[n-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// similar compares two spellings; short names may differ by one letter and
// not be the same: Ann, Anna.
func similar(a, b string) bool {
	n := max(len(a), len(b))
	if n < 5 || len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return a == b
	}
	return likeness(a, b) >= minAlike
}
