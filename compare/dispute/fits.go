package dispute

import (
	"strings"

	"crosscheck/claims"
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
	if at := p.against(l, o.head); at != "" && !holds(c.Text, at) && !one(c.Text) {
		return false
	}
	return !p.is(l, o.head, accusing) || anyOf(c.Text, thirdPerson) || who != nil && (holds(c.Text, lastName(who.Name)) || who.Role != "" && holds(c.Text, lastName(who.Role)))
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

// since reports whether what is disputed was named anew behind a claim, with words
// that say what it is about: "the allegations of theft". Then these are meant.
func (p *page) since(l *line, c *claims.Claim, o object) bool {
	if o.head < 0 {
		return false
	}
	from := p.wordAt(0, c.Content[len(c.Content)-1].End)
	for k := from; k < o.begin; k++ {
		if k > 0 && p.hasOwner(k-1, c) {
			continue // "Lee's allegations of theft", of Lee's
		}
		if alike(p.words[k].Norm, p.words[o.head].Norm) && (p.words[k+1].Norm == "of" || p.words[k+1].Norm == "that" || p.words[k+1].Norm == "about") {
			return true
		}
	}
	return false
}
