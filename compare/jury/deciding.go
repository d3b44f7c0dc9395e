package jury

import (
	"strings"

	"crosscheck/claims/word/class"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// deciding are the words of one side that decide, and by what they are turned.
type deciding struct {
	s     *align.Statement
	words []int

	at       int // the word that is said to be so or not: the last that is no turn
	turned   int // turns that have it in their focus
	negators int // those among them that are negators
	class    lexicon.Class
	negator  bool
	denial   bool
	stance   bool
	kept     bool
	off      bool
}

// look finds the word and its turns.
func (d *deciding) look() {
	d.at = -1
	for _, i := range d.words {
		if i < 0 {
			continue
		}
		c := d.s.Words[i].Class
		d.kept = d.kept || c&lexicon.Keeper != 0
		if c&(lexicon.Negator|lexicon.Reverser|lexicon.Keeper) == 0 || d.at < 0 {
			d.at = i
		}
	}
	if d.at < 0 {
		return
	}
	d.off = d.s.Words[d.at].Off
	d.negator = d.s.Negated(d.at)
	if !d.s.Turned(d.at) {
		return
	}
	if t, ok := d.s.TurnOf(d.at); ok {
		d.denial, d.stance = t.Denial, t.At < 0
		d.turned++
	}
	for _, i := range d.s.TurnedBy(d.at) {
		d.class |= d.s.Words[i].Class
		d.turned++
		if d.s.Words[i].Class&lexicon.Negator != 0 {
			d.negators++
		}
	}
}

// place is how far the word stands behind the first content word, in content
// words, at most 9; -1 where it is not known.
func (d *deciding) place() float32 {
	for n, i := range d.s.Content {
		if i >= d.at && d.at >= 0 {
			return float32(min(n, 9))
		}
	}
	return -1
}

// determined reports whether an article or a possessive stands before the word,
// which makes it a mere mention.
func (d *deciding) determined() bool {
	for k := d.at - 1; k >= 0 && k >= d.at-3; k-- {
		switch w := &d.s.Words[k]; {
		case lists().articles[w.Norm] || strings.HasSuffix(w.Norm, "'s") || strings.HasSuffix(w.Norm, "’s"):
			return true
		case w.Punct || w.Class&lexicon.Be != 0:
			return false
		}
	}
	return false
}

// behind reports whether a preposition stands right before the word or its
// article.
func (d *deciding) behind() bool {
	for k := d.at - 1; k >= 0 && k >= d.at-4; k-- {
		switch w := &d.s.Words[k]; {
		case lists().prepositions[w.Norm]:
			return true
		case w.Punct || w.Class&(lexicon.Be|lexicon.Negator) != 0:
			return false
		}
	}
	return false
}

// kind is the fork of the tree of word classes that the word is on, after three
// turns: what kind of place it fills, verb or noun or name.
func (d *deciding) kind(turns int) uint16 {
	if d.at < 0 {
		return 0
	}
	return class.Of(d.s.Words[d.at].Norm).Prefix(turns)
}

func (d *deciding) has(norm string) bool {
	for i := range d.s.Words {
		if d.s.Words[i].Norm == norm {
			return true
		}
	}
	return false
}
