package dispute

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// How sure a link is. Set by reading what was found in 45 stories of three
// outlets each and in 300 articles of other news.
const (
	repeated = 0.9  // the dispute tells the claim with the claimant: "denied Lind's claim that it rained"
	sameWord = 0.8  // the claim is named and found by its words
	byOwner  = 0.75 // it is named by whose it is, and just before
	pointsAt = 0.7  // "that claim", just before
	later    = 0.65 // it is named before it is told
	farBack  = 0.6  // it is named, was told long before, and is about the same thing
	ByClause = 0.7  // it says what is denied, and nobody says whose it is
	farther  = 0.02 // less for each sentence between
	nearer   = 0.05 // more if all words of the dispute are in the claim
)

const (
	leastShare = 0.5 // of what a dispute is about, that a claim far off must have too
	nearShare  = 0.3 // the same for a claim close by
	before     = 3   // how many sentences back what is disputed is looked for
	behind     = 3   // how many sentences on
	leastWords = 3   // of a claim
	fewStems   = 3   // of a clause: of so few, what was done must be one that is shared
	mostSought = 200 // disputes of one article that are looked for in all of it: no news has so many
)

// resolve finds the claims that are disputed, the surest first.
func (p *page) resolve(n, by int, o object) []Target {
	if t, ok := p.within(by, o); ok {
		return []Target{t}
	}
	var out []Target
	if p.sought++; p.sought > mostSought && (o.owner.Len() > 0 || o.its != "" || o.clause.Len() > 0) {
		return nil
	}
	switch {
	case o.owner.Len() > 0 || o.its != "":
		out = p.ofOwner(n, by, o)
	case o.clause.Len() > 0 && o.of:
	case o.clause.Len() > 0:
		out = p.ofClause(by, o.clause)
	default:
		return p.justBefore(n, by, o)
	}
	slices.SortStableFunc(out, func(a, b Target) int { return cmp.Compare(b.Score, a.Score) })
	most := 1
	if o.clause.Len() > 0 {
		most = 2
	}
	return out[:min(len(out), most)]
}

// within is the claim that is told inside of the dispute: "Lind's claim that it
// rained". What somebody does or decides in what is denied he has not said: "that Lind
// decided to leave".
func (p *page) within(by int, o object) (Target, bool) {
	const slack = 12 // bytes between two ways to begin a clause: "that the "
	if o.clause.Len() == 0 {
		return Target{}, false
	}
	for _, i := range p.tells(p.line[by]) {
		c := &p.list[i]
		if i == by || c.Stance != claims.Asserted || c.Speaker == nil || sameSpeaker(c, &p.list[by]) || len(c.Source) == 0 ||
			countWords(claims.Join(p.text, c.Source)) > longestSource || c.Cue[0].Start > c.Content[0].Start || len(p.about(c.Text).stems) == 0 { // "that it would"
			continue
		}
		begins := c.Content[0].Start
		if o.form == clausal {
			if !p.named(c) {
				continue
			}
			begins = c.Source[0].Start
		}
		if begins >= o.clause.Start-slack && begins <= o.clause.Start+slack && c.Source[0].Start >= p.words[o.begin].Start {
			return Target{Claim: i, At: slices.Clone(c.Content), Named: true, Score: repeated}, true
		}
	}
	return Target{}, false
}

// named reports whether a noun names a claim: "Lind's claim that it rained".
func (p *page) named(c *claims.Claim) bool { return anyOf(claims.Join(p.text, c.Cue), claimNoun) }

// subject is what a dispute is about: the clause that tells it, or else what
// the sentence and the next two say.
func (p *page) subject(n int, o object) topic {
	if o.clause.Len() > 0 {
		return p.about(o.clause.In(p.text))
	}
	last := min(n+2, len(p.lines)-1)
	return p.about(p.text[p.lines[n].Start:p.lines[last].End])
}

// ofOwner finds the claims of the one whose claim it is said to be.
func (p *page) ofOwner(n, by int, o object) []Target {
	t := p.subject(n, o)
	var out []Target
	for i := range p.list {
		if !p.disputable(i, by) || !p.isOwner(n, i, by, o) {
			continue
		}
		d := n - p.line[i]
		near := p.nearest(i, t)
		one := Target{Claim: i, At: near.at, Named: true}
		switch {
		case o.clause.Len() > 0 && (near.negated != t.negated || near.share < nearShare || near.words == 0):
			continue
		case o.clause.Len() > 0 && near.share >= leastShare:
			one.Score = sameWord
		case d >= 0 && d <= before && (d <= 1 || near.words > 0):
			one.Score = byOwner - farther*float64(d)
		case d > before && near.words > 0:
			one.Score = farBack
		case d < 0 && -d <= behind && p.shareWord(n, i):
			one.Score = later + farther*float64(d)
		default:
			continue
		}
		one.Score += nearer * near.share
		out = append(out, one)
	}
	return out
}

// shareWord reports whether a sentence and a claim have a word in common that
// carries a topic and is no name.
func (p *page) shareWord(n, i int) bool {
	_, words := p.about(p.lines[n].In(p.text)).shares(p.about(p.list[i].Text))
	return words > 0
}

// isOwner reports whether claim i is of the one whose claim is disputed in
// sentence n.
func (p *page) isOwner(n, i, by int, o object) bool {
	if o.owner.Len() > 0 {
		return p.owned(&p.list[i], o.owner) || p.isThat(n, &p.list[i], o)
	}
	const reach = 2 // sentences: "his claim"
	d := n - p.line[i]
	if o.its == "its" && isPerson(&p.list[i]) {
		return false
	}
	return d > 0 && d <= reach && !p.another(&p.lines[n], i, by, o) && (o.its == "their" || o.its == "them" || isPerson(&p.list[i]) && p.agrees(&p.list[i], o.its))
}

// another reports whether the sentence of a dispute names somebody else, before a pronoun,
// whose claim it may be: "met Ms. Castell and denied her claim".
func (p *page) another(l *line, i, by int, o object) (other bool) {
	for k := l.from; k < o.begin; k++ {
		w := &p.words[k]
		name := possessed(w.Norm)
		if !w.Capital || p.quoted(w.Start) || !p.people[name] && !p.initial(l, k-1) {
			continue
		}
		if holds(p.list[i].Speaker.Name, name) {
			return false
		}
		if s := p.list[by].Speaker; s == nil || !holds(s.Name, name) {
			other = true
		}
	}
	return other
}

// agrees reports whether a pronoun may stand for the speaker of a claim: "her
// claim" is nobody's who is "he" in the article.
func (p *page) agrees(c *claims.Claim, its string) bool {
	if p.sex == nil {
		p.sex = map[string]sex{}
		for i := range p.list {
			if one := &p.list[i]; one.Speaker != nil {
				p.sex[one.Speaker.ID] |= sexes[strings.ToLower(claims.Join(p.text, one.Source))]
			}
		}
	}
	of, known := p.sex[c.Speaker.ID], sexes[its]
	return known == 0 || of == 0 || of&known != 0
}

// sex is what pronouns tell of somebody.
type sex uint8

const (
	male sex = 1 << iota
	female
)

var sexes = map[string]sex{"he": male, "his": male, "him": male, "she": female, "her": female}

// isThat reports whether the source of a claim is named by the very noun of a
// report: "the ad says", of "Lind's ad".
func (p *page) isThat(n int, c *claims.Claim, o object) bool {
	return o.head >= 0 && p.is(&p.lines[n], o.head, reportNoun) && p.isReport(c) && holds(claims.Join(p.text, c.Source), p.words[o.head].Norm)
}

// ofClause finds claims that say what is disputed.
func (p *page) ofClause(by int, clause claims.Span) []Target {
	t, deed, quality := p.about(clause.In(p.text)), p.deed(clause.In(p.text)), p.quality(clause.In(p.text))
	if deed == 0 && len(t.stems) <= fewStems {
		deed = p.done(clause.In(p.text))
	}
	var out []Target
	for i := range p.list {
		if !p.disputable(i, by) {
			continue
		}
		near := p.nearest(i, t)
		said := claims.Join(p.text, near.at)
		if near.share >= leastShare && near.words >= 2 && near.negated == t.negated && !asks(said) && !p.supposed(i) && Concerns(clause.In(p.text), &p.list[by], said) && !holds(said, "if") && !notion(said) && (deed == 0 || p.about(said).has(deed)) && quality.meets(p.about(said)) {
			out = append(out, Target{Claim: i, At: near.at, Named: true, Score: ByClause + nearer*near.share})
		}
	}
	return out
}

// justBefore finds what "that claim" points at.
func (p *page) justBefore(n, by int, o object) []Target {
	t := p.subject(n, o)
	reach := before
	switch {
	case p.toldBefore(n, by, o), p.wasAsked(n, o):
		reach = 1
	case o.form == pointed:
		reach = 2 // this sentence and the one before
	}
	var answering *claims.Claim // of who rejects something himself
	for d := 0; d < reach; d++ {
		for _, i := range slices.Backward(p.tells(n - d)) {
			c := &p.list[i]
			switch {
			case d > 0 && p.statement(i, by) && !p.believed(c):
				return nil // something was said there that is not understood
			case p.rejecting(c):
				answering = c
				continue
			case answering != nil && sameSpeaker(answering, c), !p.disputable(i, by) || p.agent(&p.list[by], c) || d == 0 && (c.Content[0].Start > p.words[o.begin].Start || p.leadsTo(c, &p.list[by])) || !p.fits(n, by, c, o):
				continue
			}
			if p.since(&p.lines[n], c, o) || p.shares(n, i, by) {
				return nil
			}
			near := p.nearest(i, t)
			return []Target{{Claim: i, At: near.at, Score: pointsAt - farther*float64(d) + nearer*near.share}}
		}
	}
	return nil
}

// rejecting reports a claim that calls another untrue, which "the criticism" behind it is
// not.
func (p *page) rejecting(c *claims.Claim) bool {
	last := ""
	for w := range word.All(c.Text) {
		if !w.Punct {
			last = w.Norm
		}
	}
	return isOf(last, plainWord) && !negated(c.Text)
}

// longestSource is the longest source, in words, that can be believed to name
// a text: a longer one is half a sentence.
const longestSource = 7

// isReport reports whether a claim is of a paper or a text.
func (p *page) isReport(c *claims.Claim) bool {
	source := claims.Join(p.text, c.Source)
	cue := claims.Join(p.text, c.Cue)
	return !isPerson(c) && countWords(source) <= longestSource && (anyOf(source, reportNoun) || holds(cue, "reported"))
}
