package eval

import "crosscheck/claims"

// Kind says how much of a content stands between quotation marks.
type Kind string

// The kinds, as PARC 3.0 has them (Pareti 2016), and all of them together.
const (
	Direct   Kind = "direct"   // all of it
	Mixed    Kind = "mixed"    // some of it
	Indirect Kind = "indirect" // nothing
	All      Kind = "all"
)

// kinds are the kinds in the order of the table.
var kinds = []Kind{Direct, Mixed, Indirect, All}

// kind is the kind of a content. Gold and claims are told by the same rule,
// from the text alone, so that a change of the extraction moves no gold from
// one row of the table to another.
func (r *ruler) kind(content []claims.Span) Kind {
	switch count(r.quoted, content) {
	case 0:
		return Indirect
	case r.size(content):
		return Direct
	}
	return Mixed
}

// quoting follows the double quotation marks of a text; two single ones in a
// row are one of them, as in some agencies' wire copy. Each line begins
// outside: a quotation of several paragraphs opens anew in each.
//
// Note: single marks are left out. In American papers they stand inside of
// double ones, and elsewhere they are hard to tell from apostrophes.
type quoting struct {
	inside bool
	last   rune
}

func (q *quoting) next(c rune) {
	switch {
	case c == '\n':
		q.inside = false
	case c == '“', c == '«', c == '„':
		q.inside = true
	case c == '”', c == '»':
		q.inside = false
	case c == '"':
		q.inside = !q.inside
	case (c == '\'' || c == '`') && q.last == c:
		q.inside = !q.inside
		c = 0 // a third one begins anew
	}
	q.last = c
}
