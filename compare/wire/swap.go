package wire

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// swapped finds two names that changed places while all around them stayed:
// "Ames sued Brook", "Brook sued Ames".
func (d *difference) swapped() (Edit, bool) {
	a, b := d.a.skeleton(), d.b.skeleton()
	if a.frame != b.frame || len(a.names) != len(b.names) || len(a.names) < 2 || a.loose || b.loose {
		return Edit{}, false
	}
	var at []int
	for i := range a.names {
		if a.names[i].key != b.names[i].key {
			at = append(at, i)
		}
	}
	if len(at) != 2 || a.names[at[0]].key != b.names[at[1]].key || a.names[at[1]].key != b.names[at[0]].key {
		return Edit{}, false
	}
	e := Edit{Type: compare.Structure, Kind: NamesSwapped, Strength: .9}
	e.A = claims.Span{Start: a.names[at[0]].at.Start, End: a.names[at[1]].at.End}
	e.B = claims.Span{Start: b.names[at[0]].at.Start, End: b.names[at[1]].at.End}
	e.Why = why(e, d.a.text, d.b.text)
	return e, true
}

// skeleton is a copy with its names taken out.
type skeleton struct {
	frame string // the keys of all other words, with a gap for each name
	names []fullName
	// loose tells that names may change places without a change of sense: beside
	// "and", or a verb that two do to each other.
	loose bool
}

// fullName is a run of tokens that are names.
type fullName struct {
	key string
	at  claims.Span
}

func (c copied) skeleton() skeleton {
	var s skeleton
	var frame strings.Builder
	for i := range c.tokens {
		t := &c.tokens[i]
		switch n := len(s.names); {
		case !t.name:
			frame.WriteString(t.key + " ")
			s.loose = s.loose || t.entry.Class&lexicon.Symmetric != 0
		case i > 0 && c.tokens[i-1].name:
			s.names[n-1].key += " " + t.key
			s.names[n-1].at.End = t.at.End
		default:
			s.names = append(s.names, fullName{t.key, t.at})
			frame.WriteString("* ")
		}
	}
	s.frame = frame.String()
	return s
}
