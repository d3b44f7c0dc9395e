package extract

import (
	"crosscheck/claims/quote"
)

// clauseEnd is where content that begins at unit i must end: at the sentence's
// last mark, or before another attribution at the same level.
func (s *sentence) clauseEnd(i int, g verbGroup) int {
	end := len(s.units)
	for k := i + 1; k < end; k++ {
		u := s.units[k]
		if u.Start >= s.context.End && i < k && s.units[i].Start < s.context.End {
			return k // "Asked about ..., he said": the clause answered to is over
		}
		if u.quoted() {
			continue
		}
		next := s.norm(k + 1)
		switch {
		case (u.Norm == "," || u.Norm == "and" || u.Norm == "but") && s.cueAt(k+1):
			return k
		case u.Norm == "," && (next == "and" || next == "but") && (s.cueAt(k+2) || s.attributes(k+2)):
			return k
		case (u.Norm == "and" || u.Norm == "but" || u.Norm == ",") && s.attributes(k+1):
			return k
		case u.Norm == "," && (next == "according" || next == "citing"):
			return k
		case (u.Norm == "," || u.Norm == "–" || u.Norm == "—") && s.endsWithAttribution(k+1):
			return k
		}
	}
	for end > i && s.units[end-1].Punct && !isCloser(s.norm(end-1)) {
		end--
	}
	return end
}

// cueAt reports a cue at unit k that shares the subject: ", adding that",
// "and criticised", "but also said".
func (s *sentence) cueAt(k int) bool {
	for k < len(s.units) && (is("adverb", s.norm(k)) || is("auxiliary", s.norm(k)) && s.norm(k) != "is" && s.norm(k) != "was") {
		k++
	}
	c, ok := quote.Verb(s.norm(k))
	return ok && (c.Participle || c.Past) && k < len(s.units) && !s.units[k].Capital && s.norm(k+1) != "by"
}

// attributes reports whether an attribution with a subject of its own begins
// at unit k: "and analysts said ...".
func (s *sentence) attributes(k int) bool {
	for j := k + 1; j < len(s.units) && j-k < 8 && !s.units[j].Punct && !s.units[j].quoted(); j++ {
		if c, ok := quote.Verb(s.norm(j)); ok && c.Past && c.Complement != quote.Phrase {
			g, ok := s.groupAt(j)
			if !ok {
				return false
			}
			np, ok := s.subjectBefore(g.from)
			return ok && np.from == k
		}
	}
	return false
}

// endsWithAttribution reports whether the units from k to the end are "the
// agency reports" or the like.
func (s *sentence) endsWithAttribution(k int) bool {
	for j := k + 1; j < len(s.units) && j-k < maxSource; j++ {
		u := s.units[j]
		if u.quoted() {
			return false
		}
		if u.Punct && u.Norm != "." && u.Norm != "," {
			return false
		}
		if c, ok := quote.Verb(u.Norm); ok && !u.Capital && !c.Participle && c.Complement == quote.Clause {
			g, is := s.groupAt(j)
			if !is {
				continue
			}
			np, found := s.subjectBefore(g.from)
			if found && np.from <= k+1 && s.plausible(np, g) && s.isAdjunct(j+1, len(s.units)) {
				return true
			}
		}
	}
	return false
}
