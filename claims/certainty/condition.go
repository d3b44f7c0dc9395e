package certainty

import "crosscheck/claims"

// condition files a conditional clause: from its conjunction up to a comma, or
// to the end of the clause. What stands in brackets is no condition of what
// stands outside.
func (f *finder) condition(c *claims.Certainty, s sentence, h hit) {
	if h.class&concession != 0 || f.asked(h) || f.norm(h.from-1) == "(" {
		return
	}
	to, _ := f.right(s, h.to, h.to)
	c.Conditions = append(c.Conditions, f.span(h.from, max(to, h.to)))
}

// inverted files the condition of a sentence that begins with its verb: "had it rained,
// the dam would have burst".
func (f *finder) inverted(c *claims.Certainty, s sentence) {
	at := s.head
	switch f.norm(at) {
	case "had", "were", "should":
	default:
		return
	}
	if s.asks || at+2 >= s.to || f.norm(at+1) == "to" || f.words[at+1].Punct {
		return
	}
	to, _ := f.right(s, at+1, at+1)
	for k := to; k < s.to; k++ {
		switch f.norm(k) {
		case "would", "could", "might", "wouldn't", "couldn't":
			c.Conditions = append(c.Conditions, f.span(at, to))
			return
		}
	}
}

// asked reports whether "if" stands for "whether": "asked if", "to see if", but
// not "you know, if".
func (f *finder) asked(h hit) bool {
	return f.norm(h.from) == "if" && f.class(h.from-1)&asking != 0 && f.norm(h.from-2) != "you"
}
