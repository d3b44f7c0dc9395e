package dispute

import (
	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Here it is read whether a reply may answer somebody else than whom it stands beside.

// judgesThird reports whether claim i gives itself a verdict on what was said before, and
// not by the speaker of c: then c gives another on the same.
func (p *page) judgesThird(i int, c *claims.Claim) bool {
	if a := &p.answer[i]; a.score == 0 || a.kind != Replies {
		return bareVerdict(p.list[i].Text)
	}
	t, ok := p.answered(i, false)
	return !ok || !sameSpeaker(&p.list[t.Claim], c)
}

// bareVerdict reports a text that is nothing but a verdict: "Plainly, shamefully false".
func bareVerdict(text string) bool {
	const longest = 6 // words
	words, last := 0, ""
	for w := range word.All(text) {
		switch {
		case w.Punct:
		case auxiliary[w.Norm] != 0:
			return false
		default:
			words, last = words+1, w.Norm
		}
	}
	return words <= longest && isOf(last, plainWord)
}

// third reports whether between what o says and the sentence of c another is named, and o
// is not, whom c may answer: "but Lee was silent on it".
func (p *page) third(o, c *claims.Claim) (other bool) {
	from, to := o.Content[len(o.Content)-1].End, c.Content[0].Start
	for k := p.wordAt(0, from); k < len(p.words) && p.words[k].Start < to; k++ {
		w := &p.words[k]
		name := possessed(w.Norm)
		if !w.Capital || !p.people[name] || p.quoted(w.Start) || holds(c.Speaker.Name, name) {
			continue
		}
		if holds(o.Speaker.Name, name) {
			return false
		}
		other = true
	}
	return other
}

// renamed reports whether between two offsets it is told of another claim, which a reply
// then answers: "dismissed claims of fraud".
func (p *page) renamed(from, to int) bool {
	for k := p.wordAt(0, from); k+1 < len(p.words) && p.words[k+1].Start < to; k++ {
		c, _ := classes().Look(p.words[k].Norm)
		if next := p.words[k+1].Norm; c&claimNoun != 0 && c&reportNoun == 0 && (next == "of" || next == "that") && !p.quoted(p.words[k].Start) {
			return true
		}
	}
	return false
}

// meant reports whether the sentence of a reply names nobody else whom it could
// answer: "after Lee had spoken, Lind responded".
func (p *page) meant(o *claims.Claim, by int) bool {
	c := &p.list[by]
	l := &p.lines[p.line[by]]
	for k := l.from; k < l.to; k++ {
		w := &p.words[k]
		if !w.Capital || p.quoted(w.Start) || holds(c.Speaker.Name, possessed(w.Norm)) {
			continue
		}
		if holds(o.Speaker.Name, possessed(w.Norm)) {
			return true
		}
		if p.people[possessed(w.Norm)] {
			return false
		}
	}
	return true
}
