package dispute

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
	"crosscheck/claims/word"
)

// Here it is read from the words around a noun which statement it may mean.

// fits reports whether a claim may be what a noun says it is: what stands
// before the noun is part of it, a report is of a paper, and an accusation is
// about the one who denies it.
func (p *page) fits(n, by int, c *claims.Claim, o object) bool {
	if o.head < 0 {
		return true
	}
	l := &p.lines[n]
	said := p.about(c.Text)
	if k := o.head - 1; k >= o.begin && !p.is(l, k, beforeNoun|adverb|falseWord|claimNoun) {
		for _, t := range p.terms.Read(p.span(k, k+1).In(p.text), 0) {
			if !said.has(t.ID) {
				return false // "the hacking allegations"
			}
		}
	}
	if p.is(l, o.head, reportNoun) && !p.isReport(c) {
		return false
	}
	if over := p.over(l, o.head); len(over.stems) > 0 {
		if share, _ := over.shares(said); share == 0 {
			return false
		}
	}
	who := p.list[by].Speaker
	if at := p.against(l, o.head); at != "" {
		return holds(c.Text, at) || one(c.Text)
	}
	meant := thirdPerson
	if isPerson(&p.list[by]) {
		meant = hisOrHers
	}
	return !p.is(l, o.head, accusing) || anyOf(c.Text, meant) || who != nil && (holds(c.Text, lastName(who.Name)) || who.Role != "" && holds(c.Text, lastName(who.Role)))
}

// toldBefore reports whether sentence n itself says before the dispute that somebody found
// or claimed something: "with the clerks finding a leak, and the mayor dismissing such
// conclusions". Then that is meant, whether a claim was made of it or not.
func (p *page) toldBefore(n, by int, o object) bool {
	l := &p.lines[n]
	to := o.begin
	if c := &p.list[by]; len(c.Source) > 0 && c.Source[0].End <= p.words[o.begin].Start {
		to = p.wordAt(l.from, c.Source[0].Start)
	}
	for k := l.from; k < to-1; k++ {
		verb, _ := quote.Cues(p.norm(l, k))
		if verb != nil && strings.HasSuffix(p.norm(l, k), "ing") && !p.quoted(p.words[k].Start) && k > l.from && !p.words[k-1].Punct {
			return true
		}
	}
	return false
}

// wasAsked reports whether sentence n itself tells, before the dispute, what the one who
// disputes was asked: "Asked by Lee what he would say to farmers, the mayor rejected the
// premise". Then that is meant.
func (p *page) wasAsked(n int, o object) bool {
	l := &p.lines[n]
	if o.head < 0 || !p.is(l, o.head, premise) {
		return false
	}
	for k := l.from; k < o.begin; k++ {
		if !p.is(l, k, questioned) || k > l.from && p.norm(l, k-1) != "when" {
			continue
		}
		for k++; k < o.begin && p.norm(l, k) != ","; k++ {
			if p.is(l, k, asking) {
				return true
			}
		}
	}
	return false
}

// shares reports whether the one whose claim is disputed is the one who disputes, or
// hands out what disputes it: "Lind attached articles that debunk the claims".
func (p *page) shares(n, i, by int) bool {
	if p.list[by].Speaker != nil {
		return false
	}
	l := &p.lines[n]
	for k := l.from; k < l.to; k++ {
		if name := possessed(p.words[k].Norm); p.words[k].Capital && p.people[name] && !p.quoted(p.words[k].Start) {
			return holds(p.list[i].Speaker.Name, name)
		}
	}
	return false
}

// notion reports a text about what somebody claims: "the notion that it rained is an
// insult".
func notion(text string) bool {
	noun := false
	for w := range word.All(text) {
		if noun && w.Norm == "that" {
			return true
		}
		c, _ := classes().Look(w.Norm)
		noun = c&claimNoun != 0 && c&reportNoun == 0
	}
	return false
}

// over is what the words behind a noun say it is about: "the speculation over the
// bridge".
func (p *page) over(l *line, head int) topic {
	const longest = 6 // words
	switch p.norm(l, head+1) {
	case "over", "about", "regarding", "concerning", "surrounding":
	default:
		return topic{}
	}
	to := head + 2
	for to < min(l.to, head+2+longest) && !p.words[to].Punct {
		to++
	}
	if to == head+2 {
		return topic{}
	}
	return p.about(p.span(head+2, to).In(p.text))
}

// against is the name behind a noun that says whom it is against, "" where none
// does: "the accusations leveled at Lind".
func (p *page) against(l *line, head int) string {
	const reach = 4 // words: "being leveled at"
	for k := head + 1; k < min(head+1+reach, l.to-1) && !p.words[k].Punct; k++ {
		if (p.norm(l, k) == "at" || p.norm(l, k) == "against") && p.words[k+1].Capital {
			to := k + 1
			for to < l.to && (p.words[to].Capital || p.initial(l, to)) {
				to++
			}
			return lastName(p.span(k+1, to).In(p.text))
		}
	}
	return ""
}

// one reports whether a text speaks of one person or thing without a name.
func one(text string) bool {
	for w := range word.All(text) {
		if _, person := sexes[w.Norm]; person || w.Norm == "it" || w.Norm == "its" {
			return true
		}
	}
	return false
}

// hasOwner reports whether word k owns what follows and means the speaker of a claim.
func (p *page) hasOwner(k int, c *claims.Claim) bool {
	norm := p.words[k].Norm
	if have, _ := classes().Look(norm); have&ownerWord != 0 {
		return true
	}
	return strings.HasSuffix(norm, "'s") && holds(c.Speaker.Name, possessed(norm))
}

// since reports whether what is disputed was told anew behind a claim: named, with words
// that say what it is about ("the allegations of theft"), or by a verb of accusation. Then
// this is meant.
func (p *page) since(l *line, c *claims.Claim, o object) bool {
	if o.head < 0 && o.form != pointed {
		return false
	}
	accused := o.head < 0 || p.is(l, o.head, accusing)
	for k := p.wordAt(0, c.Content[len(c.Content)-1].End); k < o.begin; k++ {
		if accused && p.accuses(k, c) || o.head >= 0 && p.namesAnew(k, o.head, c) {
			return true
		}
	}
	return false
}

// accuses reports whether word k tells an accusation that is neither claim c nor told with
// it, of the same subject: "said that he had lied, and accused him of theft".
func (p *page) accuses(k int, c *claims.Claim) bool {
	w := &p.words[k]
	return isOf(w.Norm, accuses) && !p.quoted(w.Start) && !overlaps(c.Cue, w.Span) && !p.sameSubject(k, c)
}

// sameSubject reports whether the verb at word k stands in the sentence of claim c with no
// subject of its own.
func (p *page) sameSubject(k int, c *claims.Claim) bool {
	last := c.Content[len(c.Content)-1]
	if k == 0 || p.lineAt(last.Start) != p.lineAt(p.words[k].Start) {
		return false
	}
	before := &p.words[k-1]
	return before.Punct || before.Norm == "and" || before.Norm == "also" || before.Start < last.End
}

// namesAnew reports whether word k is the noun at head, with what it is about, and not
// said to be of the speaker of c: "Lee's allegations of theft", of Lee's.
func (p *page) namesAnew(k, head int, c *claims.Claim) bool {
	if k > 0 && p.hasOwner(k-1, c) || !alike(p.words[k].Norm, p.words[head].Norm) {
		return false
	}
	next := p.words[k+1].Norm
	return next == "of" || next == "that" || next == "about"
}
