package dispute

import (
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

const (
	rejection = 0.72 // a reply that begins with a rejection
	retort    = 0.6  // a reply with a verb of opposition: "shot back"
	// openingWords is how many words of a reply may hold its rejection.
	openingWords = 9
)

// replies finds the answers that begin with a rejection of what was said just
// before by another.
func (p *page) replies() []Dispute {
	var out []Dispute
	for i := range p.list {
		c := &p.list[i]
		if !replies(c) || p.line[i] < 0 {
			continue
		}
		if d, ok := p.judges(i); ok {
			out = append(out, d)
			continue
		}
		a := &p.answer[i]
		if a.score == 0 {
			continue
		}
		if t, ok := p.answered(i, a.kind == Opposes); ok {
			t.Score = a.score
			out = append(out, Dispute{Kind: a.kind, By: i, At: []claims.Span{a.at}, Of: []Target{t}})
		}
	}
	return out
}

// replies reports whether a claim may be an answer.
func replies(c *claims.Claim) bool {
	return (c.Kind == claims.Direct || c.Kind == claims.Mixed) && c.Speaker != nil && c.Within == ""
}

// judges reads a quotation that begins with a verdict on another's claim: "The
// governor's claim is false".
func (p *page) judges(i int) (Dispute, bool) {
	c := &p.list[i]
	n := p.lineAt(c.Content[0].Start)
	if n < 0 || c.Kind != claims.Direct {
		return Dispute{}, false
	}
	l := &p.lines[n]
	j := p.wordAt(l.from, c.Content[0].Start)
	o, ok := p.said(l, j)
	if !ok || o.owner.Len() == 0 && o.its == "" {
		return Dispute{}, false
	}
	d := Dispute{Kind: Calls, By: i, At: []claims.Span{p.span(j, o.end)}, Clause: o.clause, Of: p.resolve(n, i, o)}
	return d, len(d.Of) > 0
}

// rejects are the words by which a reply rejects what it answers. The score is 0
// where it does not.
type rejects struct {
	at    claims.Span
	kind  Kind
	score float64
}

// rejects finds the words by which a reply rejects what it answers.
func (p *page) rejects(c *claims.Claim) rejects {
	if at, ok := p.opening(c); ok {
		return rejects{at, Replies, rejection}
	}
	if c.Kind != claims.Direct {
		return rejects{}
	}
	for _, s := range c.Cue {
		words := word.Split(s.In(p.text), s.Start)
		for k, w := range words {
			phrases, _ := verbs().Look(w.Norm)
			for _, ph := range phrases {
				if ph.class == retortVerb && len(ph.rest) <= len(words)-k-1 && (len(ph.rest) == 0 || slices.Contains(ph.rest[0], words[k+1].Norm)) {
					return rejects{claims.Span{Start: w.Start, End: words[k+len(ph.rest)].End}, Opposes, retort}
				}
			}
		}
	}
	return rejects{}
}

// opening finds a plain rejection at the start of a reply: "That is not true",
// "Nonsense".
func (p *page) opening(c *claims.Claim) (claims.Span, bool) {
	words := p.first(c.Content[0])
	if len(words) == 0 {
		return claims.Span{}, false
	}
	subject, called := isOf(words[0].Norm, pointer), hasVerb(claims.Join(p.text, c.Cue), callVerb)
	not := false
	for k, w := range words {
		have, _ := classes().Look(w.Norm)
		switch {
		case w.Punct && k > 0 && strings.ContainsAny(w.Norm, ".!?,;"):
			return claims.Span{}, false
		case have&unreal != 0, k > 0 && have&asking != 0: // "it is sad what they did with this fake"
			return claims.Span{}, false
		case have&plainWord != 0 && !not && (subject && (called || stated(words[:k])) && !modifies(words, k) || k == 0 && (len(words) == 1 || words[1].Punct)),
			(w.Norm == "true" || w.Norm == "accurate" || w.Norm == "correct") && not && (subject || k <= 2):
			return claims.Span{Start: words[0].Start, End: w.End}, true
		case have&negation != 0 || strings.HasSuffix(w.Norm, "n't"):
			not = true
		}
	}
	return claims.Span{}, false
}

// stated reports whether the words before a verdict say of something that it is so: "that
// is plainly", and not "that way madness". What stands next to a pointer may stand alone.
func stated(words []word.Word) bool {
	return len(words) == 1 || words[0].Norm == "not" || slices.ContainsFunc(words, func(w word.Word) bool {
		return auxiliary[w.Norm] == be || strings.ContainsAny(w.Norm, "'’")
	})
}

// modifies reports whether the word at k is not what is said of the pointer, but
// belongs to a noun behind it ("these false promises") or has a clause of its own
// ("it is a lie that it rained", "it is false and unkind to say so").
func modifies(words []word.Word, k int) bool {
	to := k + 1
	for to < len(words) && strings.ContainsAny(words[to].Norm, "\"“”‘’") {
		to++
	}
	if to+2 < len(words) && (words[to].Norm == "and" || words[to].Norm == "or") { // "false and unkind to say"
		for to += 2; to < len(words) && strings.ContainsAny(words[to].Norm, "\"“”‘’"); to++ {
		}
		return to < len(words) && (words[to].Norm == "to" || words[to].Norm == "that")
	}
	if to >= len(words) || words[to].Punct {
		return false
	}
	next := words[to].Norm
	noun, _ := classes().Look(next)
	switch {
	case next == "that" || next == "to":
		return true
	case k == 1 && !strings.Contains(words[0].Norm, "'") && words[0].Norm != "not": // "these false promises"
		return true
	case strings.HasSuffix(words[k].Norm, "s") || strings.HasSuffix(words[k].Norm, "lie"): // a noun: "lies spread by rivals"
		return false
	}
	if to+1 < len(words) && (words[to+1].Norm == "of" || words[to+1].Norm == "to") && !leads(next) { // "a false hope to say so"
		return true
	}
	return words[k-1].Norm == "of" || strings.ContainsAny(words[k-1].Norm, "\"“‘") && noun&claimNoun == 0 && !leads(next) // an example of “false balance”
}

// first are the first words of a content, where most of them stand among those of the
// article.
func (p *page) first(content claims.Span) []word.Word {
	const most = 200 // bytes
	end := min(content.End, content.Start+most)
	k := p.wordAt(0, content.Start)
	if k+openingWords <= len(p.words) && p.words[k].Start == content.Start {
		words := p.words[k : k+openingWords]
		if last := words[openingWords-1].End; last <= end && utf8.ValidString(p.text[content.Start:last]) {
			return words
		}
	}
	words := word.Split(strings.ToValidUTF8(p.text[content.Start:end], ""), content.Start)
	return words[:min(len(words), openingWords)]
}

// answered is what a claim answers: the last statement of another speaker, in
// the two sentences before, unless he who answers spoke in between. A retort to a
// question answers it, and opposes nobody.
func (p *page) answered(by int, retorts bool) (Target, bool) {
	const reach = 2 // sentences
	c := &p.list[by]
	for d := 0; d <= reach; d++ {
		for _, i := range slices.Backward(p.tells(p.line[by] - d)) {
			o := &p.list[i]
			switch {
			case i == by || d == 0 && o.Content[0].Start > c.Content[0].Start || o.Content[0].Overlaps(c.Content[0]):
			case sameSpeaker(o, c):
				return Target{}, false
			case p.agent(c, o) || retorts && strings.HasSuffix(o.Text, "?"):
				return Target{}, false
			case p.renamed(o.Content[len(o.Content)-1].End, p.lines[p.line[by]].Start):
				return Target{}, false
			case !p.disputable(i, by) || !p.meant(o, by):
			case p.judgesThird(i, c), retorts && p.third(o, c):
				return Target{}, false
			default:
				return Target{Claim: i, At: p.nearest(i, p.about(c.Text)).at}, true
			}
		}
	}
	return Target{}, false
}
