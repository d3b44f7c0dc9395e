package certainty

import (
	"strings"

	"crosscheck/claims"
)

// negation files a negation cue with its scope.
func (f *finder) negation(c *claims.Certainty, s sentence, h hit) {
	if h.class&harmless != 0 || f.numbered(h) || f.rhetorical(s, h) {
		return
	}
	n := claims.Negation{Cue: f.cue(h), Kind: claims.NegationWord}
	if f.answers(h) {
		c.Negations = append(c.Negations, n)
		return
	}
	switch {
	case h.class&(implicative|denial) != 0:
		n.Kind = claims.NegationLexical
	case h.class&weak != 0:
		n.Kind = claims.NegationWeak
	}
	n.Scope = f.scope(s, h, n.Cue)
	n.Main = h.class&(without|denial|weak) == 0 && s.main.has(h.from) && f.negatesClause(s, h)
	c.Negations = append(c.Negations, n)
}

// answers reports the "no" of an answer: "no, we did not".
func (f *finder) answers(h hit) bool {
	if f.norm(h.from) != "no" || h.to > h.from+1 {
		return false
	}
	next := f.norm(h.to)
	return next == "" || f.words[h.to].Punct && next != "“" && next != `"` && next != "‘"
}

// numbered reports the abbreviation of "number": "No. 10".
func (f *finder) numbered(h hit) bool {
	next := f.norm(h.to + 1)
	return f.norm(h.from) == "no" && f.words[h.from].Capital && f.norm(h.to) == "." && next != "" && next[0] >= '0' && next[0] <= '9'
}

// rhetorical reports a negation that only asks for a yes: "isn't that so?",
// "he came, did he not?".
func (f *finder) rhetorical(s sentence, h hit) bool {
	if h.class&clause == 0 || !s.asks {
		return false
	}
	if strings.HasSuffix(f.norm(h.from), "n't") {
		return f.starts(s, h.from) || f.class(h.to)&pronoun != 0 && f.norm(h.to+1) == "?"
	}
	pronoun := f.class(h.from-1)&subject != 0 && f.class(h.from-2)&auxiliary != 0
	return f.norm(h.from) == "not" && pronoun && (f.starts(s, h.from-2) || f.words[h.to].Punct)
}

// starts reports whether nothing but marks stands before word i in its clause.
func (f *finder) starts(s sentence, i int) bool {
	return i == s.from || i > s.from && f.words[i-1].Punct || i > s.from && f.class(i-1)&coordinator != 0
}

// cue is the span of a cue: of a contraction, the part that negates.
func (f *finder) cue(h hit) claims.Span {
	at := f.span(h.from, h.to)
	if h.to > h.from+1 {
		return at
	}
	switch n := f.norm(h.from); {
	case strings.HasSuffix(n, "n't"):
		whole := at.In(f.text)
		at.Start += strings.LastIndexAny(whole, "nN")
	case n == "cannot":
		at.Start += len("can")
	}
	return at
}

// negatesClause reports whether a cue in the main clause turns all of it, not
// one part of it: "with no delay", "not far from", "a promise not to go".
func (f *finder) negatesClause(s sentence, h hit) bool {
	switch n := f.norm(h.from); {
	case h.class&implicative != 0:
		return true
	case n == "nor", n == "neither" && h.from > s.head:
		return false
	case n == "not":
		return f.norm(h.to) != "to" && (h.from == s.head || f.verbBefore(s, h.from))
	case h.class&noun != 0:
		return f.class(h.from-1)&preposition == 0 || h.from == s.head
	}
	return true
}

// verbBefore reports whether an auxiliary stands before word i, adverbs or the
// subject of a question between.
func (f *finder) verbBefore(s sentence, i int) bool {
	const most = 3 // "is clearly still not"
	for k := i - 1; k >= s.from && k >= i-most; k-- {
		if f.class(k)&auxiliary != 0 || f.contracted(k) {
			return true
		}
		if f.words[k].Punct || f.class(k)&(determiner|preposition|coordinator) != 0 {
			return false
		}
	}
	return false
}

// contracted reports a word that ends in a verb: "she's", "they're".
func (f *finder) contracted(i int) bool {
	n := f.norm(i)
	_, end, ok := strings.Cut(n, "'")
	return ok && (end == "s" || end == "re" || end == "ve" || end == "ll" || end == "d" || end == "m")
}
