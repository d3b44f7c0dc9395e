package dispute

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
	"crosscheck/claims/word"
)

// Here it is read from a claim by itself whether it states something that can be disputed.

// disputable reports whether a claim may be what another disputes: a statement
// of another speaker.
func (p *page) disputable(i, by int) bool {
	return p.statement(i, by) && p.believed(&p.list[i])
}

func (p *page) statement(i, by int) bool {
	c, d := &p.list[i], &p.list[by]
	return i != by && c.Speaker != nil && c.Stance == claims.Asserted && c.Kind != claims.Titled && !sameSpeaker(c, d) &&
		countWords(c.Text) >= leastWords && !verdict(c) && !anyOf(c.Text, relays) && !denial(c.Text) && !c.Content[0].Overlaps(d.Content[0])
}

// denial reports whether a text tells that somebody denied something: what
// stands against that is no statement of a fact.
func denial(text string) bool {
	return hasVerb(text, denyVerb)
}

// believed reports whether a claim is said by a verb or noun of saying, and is
// neither a verdict on another's ("comments were inaccurate") nor a mention of
// it ("was referring to the claim that").
func (p *page) believed(c *claims.Claim) bool {
	return said(p.text, c) && (c.Within == "" || !anyOf(c.Text, falseWord)) && !p.calls(c)
}

// calls reports a claim that only says what its speaker calls something that was
// named before: "calling them a smear".
func (p *page) calls(c *claims.Claim) bool {
	first := ""
	for w := range word.All(c.Text) {
		first = w.Norm
		break
	}
	return isOf(first, anaphor) && hasVerb(claims.Join(p.text, c.Cue), callVerb)
}

// verdict reports a claim that is what somebody is called: "dismissed Lind's claims as
// having been made up".
func verdict(c *claims.Claim) bool {
	first, second := "", ""
	for w := range word.All(c.Text) {
		if w.Punct {
			continue
		}
		if first == "" {
			first = w.Norm
			continue
		}
		second = w.Norm
		break
	}
	return first == "as" && c.Kind != claims.Direct && (auxiliary[second] != 0 || isOf(second, articleWord|falseWord))
}

// hasVerb reports whether a text holds the first word of a verb of a class.
func hasVerb(text string, class verbClass) bool {
	for w := range word.All(text) {
		phrases, _ := verbs().Look(w.Norm)
		if slices.ContainsFunc(phrases, func(ph phrase) bool { return ph.class == class }) {
			return true
		}
	}
	return false
}

func said(text string, c *claims.Claim) bool {
	ok := c.Kind == claims.Direct
	for _, s := range c.Cue {
		for w := range word.All(s.In(text)) {
			if have, _ := classes().Look(w.Norm); have&relays != 0 {
				return false
			}
			verb, noun := quote.Cues(w.Norm)
			ok = ok || verb != nil || noun != nil || w.Punct
		}
	}
	return ok
}

// Believable reports whether a statement of a claim is one that another article
// may dispute, by the look of it: its speaker has a name and says it, and does
// not only pass it on ("reports say that it rained") or leave it open. text is
// that of its article.
func Believable(text string, c *claims.Claim, statement string) bool {
	return c.Speaker != nil && c.Stance == claims.Asserted && c.Kind != claims.Titled && countWords(c.Speaker.Name) <= longestSource &&
		said(text, c) && !verdict(c) && !asks(statement) && !anyOf(statement, claimNoun) && !holds(statement, "whether") && !holds(statement, "if") && !weighs(statement)
}

// asks reports whether a text is a question, which claims nothing.
func asks(text string) bool { return strings.HasSuffix(strings.TrimRight(text, `"”’'`), "?") }

// supposed reports whether a claim is only the condition of another: "if |it rained, the
// dam would hold".
func (p *page) supposed(i int) bool {
	k := p.wordAt(0, p.list[i].Content[0].Start) - 1
	return k >= 0 && isOf(p.words[k].Norm, condition)
}

// leadsTo reports whether a claim only leads to the one who disputes: "he spoke to Lee,
// who rejected the claim".
func (p *page) leadsTo(c, by *claims.Claim) bool {
	const gap = 2 // bytes: ", "
	if len(by.Source) == 0 || !isOf(strings.ToLower(by.Source[0].In(p.text)), relative) {
		return false
	}
	end := c.Content[len(c.Content)-1].End
	return end <= by.Source[0].Start && by.Source[0].Start <= end+gap
}

// anyOf reports whether a text holds a word of the classes.
func anyOf(text string, c class) bool {
	for w := range word.All(text) {
		if have, _ := classes().Look(w.Norm); have&c != 0 {
			return true
		}
	}
	return false
}

func countWords(text string) int {
	n := 0
	for w := range word.All(text) {
		if !w.Punct {
			n++
		}
	}
	return n
}
