package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// contentOf decides which stretches of the sentence the verb group attributes
// to its subject np.
func (s *sentence) contentOf(g verbGroup, np nounPhrase, before bool) []claims.Span {
	left, right := g.from, g.to // where what may be content ends and begins
	if before {
		left = min(left, np.from)
	} else {
		right = np.to
	}
	from, to := s.after(g, right)
	lead := s.leading(left)
	if k := s.interrupted(left, right, to); k > 0 {
		return append(s.contents(lead.from, lead.to), s.contents(k, to)...)
	}
	switch {
	case g.cue.Participle && g.from == g.to-1 && !g.as:
		return s.contents(from, to)
	case lead.ok && (s.isAdjunct(right, to) || right >= to || lead.quoted):
		out := s.contents(lead.from, lead.to)
		if q, t, ok := s.resumed(right); ok {
			out = append(out, s.contents(q, t)...)
		}
		return out
	case from < to:
		return s.contents(from, to)
	}
	return nil
}

// interrupted is where content goes on behind an attribution set between
// commas: "Most days, two clerks said, the gate stood open"; 0 where
// there is none.
func (s *sentence) interrupted(left, right, to int) int {
	w := s.norm(left - 1)
	if w != "," && w != "–" && w != "—" && w != "-" || s.norm(right) != w || right+2 >= to || s.cueAt(right+1) {
		return 0
	}
	if u := s.unitBefore(left - 1); u == nil || u.quoted() || !s.hasVerb(right+1, to) {
		return 0
	}
	return right + 1
}

// stretch is a range of units before an attribution.
type stretch struct {
	from, to   int
	ok, quoted bool
}

// leading is the content that ends at unit i: `"...," he said`, "Talks have
// stopped, he said".
func (s *sentence) leading(i int) stretch {
	to := i
	for to > 0 && s.units[to-1].Punct {
		to--
	}
	if to == 0 {
		return stretch{}
	}
	last := s.units[to-1]
	if last.quoted() {
		from := to - 1
		for from > 0 && !s.isTaken(s.units[from-1].Span) && s.joinsQuote(from-1, last.speech) {
			from--
		}
		for from < to-1 && is("starter", s.norm(from)) {
			from++
		}
		return stretch{from, to, last.speech || from == 0 || to-from > 3, last.speech}
	}
	if to == i || s.norm(to) != "," && s.norm(to) != "–" && s.norm(to) != "—" && s.norm(to) != "-" {
		return stretch{}
	}
	from := to
	for from > 0 && !s.isTaken(s.units[from-1].Span) && s.norm(from-1) != ";" {
		from--
	}
	for from < to && (s.norm(from) == "but" || s.norm(from) == "and" || s.units[from].Punct) {
		from++
	}
	whole := !s.subordinate(from) || s.has(from, to, ",")
	return stretch{from: from, to: to, ok: to-from >= 3 && s.hasVerb(from, to) && whole}
}

// joinsQuote reports whether unit k, which stands before a quotation, belongs
// to the content: the rest of the clause that the quotation ends. Before
// speech, a comma or colon is where the content begins.
func (s *sentence) joinsQuote(k int, speech bool) bool {
	u := s.units[k]
	return u.quoted() || !u.Punct || !speech && u.Norm != ":" && u.Norm != ";"
}

// subordinate reports a clause that cannot be content: "When asked about ...".
func (s *sentence) subordinate(i int) bool {
	n := s.norm(i)
	return n == "when" || n == "asked" || n == "while" || n == "although" || n == "though" || n == "as" || n == "after" || n == "before" ||
		n == "speaking" || n == "despite" || n == "in" && s.norm(i+1) != "fact" || n == "on" || n == "at" || n == "during" || n == "since" || n == "if" && !s.units[i].Capital ||
		n == "responding" || n == "citing" || n == "according"
}

// resumed finds a quotation that goes on after the attribution: `"A," he
// said, "b."`
func (s *sentence) resumed(i int) (from, to int, ok bool) {
	for k := i; k < len(s.units); k++ {
		u := s.units[k]
		if u.quoted() {
			return k, k + 1, u.speech
		}
		if _, verb := quote.Verb(u.Norm); verb || k-i > 12 {
			return 0, 0, false
		}
	}
	return 0, 0, false
}
