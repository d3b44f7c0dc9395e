package wire

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// sourced finds an attribution that was left out, put in, or given to another.
func sourced(r *rest) (judged, bool) {
	a, b := r.d.a.cues(), r.d.b.cues()
	switch {
	case a > b && cued(r.a) && len(r.b) == 0:
		return r.attribution(SourceDropped, .6, r.a, r.d.a, r.at.a0, r.at.a1)
	case b > a && cued(r.b) && len(r.a) == 0:
		return r.attribution(SourceAdded, .5, r.b, r.d.b, r.at.b0, r.at.b1)
	}
	for _, x := range r.a {
		for _, y := range r.b {
			if x.class&source != 0 && y.class&source != 0 && r.left+r.right <= mostNegated && r.besideCue() {
				return judged{kind: SourceChanged, typ: compare.Attribution, strength: .5}, true
			}
		}
	}
	return judged{}, false
}

// attribution judges one that stands on one side only. What stands
// beside words in quotation marks leaves them somebody's.
func (r *rest) attribution(kind Change, strength float64, ts []*token, c copied, lo, hi int) (judged, bool) {
	if c.besideQuote(lo, hi) {
		return judged{}, true
	}
	who := false
	for _, t := range ts {
		who = who || t.class&source != 0 || t.name
	}
	if !who || r.left+r.right > mostNegated+1 {
		strength = .3
	} else if kind == SourceDropped && r.d.b.cues() > 0 {
		strength = .45 // it has another source yet
	}
	return judged{kind: kind, typ: compare.Attribution, strength: strength}, true
}

// besideQuote reports whether a quotation mark stands at either end of tokens
// lo to hi.
func (c copied) besideQuote(lo, hi int) bool {
	from, to := 0, len(c.text)
	if lo > 0 {
		from = c.tokens[lo-1].at.End
	}
	if hi < len(c.tokens) {
		to = c.tokens[hi].at.Start
	}
	return c.quoteIn(from, c.tokens[lo].at.Start) || c.quoteIn(c.tokens[hi-1].at.End, to)
}

// quoteIn reports whether a quotation mark stands between two places; the halves
// of "won't" have nothing between them.
func (c copied) quoteIn(from, to int) bool {
	return from < to && strings.ContainsAny(c.text[from:to], "\"“”‘")
}

// cues is how many words give a copy to a source.
func (c copied) cues() int {
	n := 0
	for i := range c.tokens {
		if c.tokens[i].class&cue != 0 && !c.tokens[i].quoted {
			n++
		}
	}
	return n
}

func cued(ts []*token) bool {
	for _, t := range ts {
		if t.class&cue != 0 && !t.quoted {
			return true
		}
	}
	return false
}

// besideCue reports whether a word of attribution stands right beside the
// change.
func (r *rest) besideCue() bool {
	for _, i := range [...]int{r.at.a0 - 1, r.at.a1, r.at.a1 + 1} {
		if i >= 0 && i < len(r.d.a.tokens) && r.d.a.tokens[i].class&cue != 0 {
			return true
		}
	}
	return false
}

// spoken reports whether most of a copy stands in quotation marks, or it speaks
// in the first person.
func (c *copied) spoken() bool {
	n := 0
	for i := range c.tokens {
		t := &c.tokens[i]
		if t.quoted {
			n++
		} else if t.entry.Class&lexicon.FirstPerson != 0 && t.norm != "us" {
			return true
		}
	}
	return 2*n > len(c.tokens)
}
