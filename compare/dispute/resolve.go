package dispute

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
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
// rained", or "that Lind thinks it rained".
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
			begins = c.Source[0].Start
		}
		if begins >= o.clause.Start-slack && begins <= o.clause.Start+slack && c.Source[0].Start >= p.words[o.begin].Start {
			return Target{Claim: i, At: slices.Clone(c.Content), Named: true, Score: repeated}, true
		}
	}
	return Target{}, false
}

// disputable reports whether a claim may be what another disputes: a statement
// of another speaker.
func (p *page) disputable(i, by int) bool {
	return p.statement(i, by) && p.believed(&p.list[i])
}

func (p *page) statement(i, by int) bool {
	c, d := &p.list[i], &p.list[by]
	return i != by && c.Speaker != nil && c.Stance == claims.Asserted && c.Kind != claims.Titled && !sameSpeaker(c, d) &&
		countWords(c.Text) >= leastWords && !anyOf(c.Text, relays) && !denial(c.Text) && !c.Content[0].Overlaps(d.Content[0])
}

// denial reports whether a text tells that somebody denied something: what
// stands against that is no statement of a fact.
func denial(text string) bool {
	for w := range word.All(text) {
		phrases, _ := verbs().Look(w.Norm)
		if slices.ContainsFunc(phrases, func(ph phrase) bool { return ph.class == denyVerb }) {
			return true
		}
	}
	return false
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
	for w := range word.All(claims.Join(p.text, c.Cue)) {
		phrases, _ := verbs().Look(w.Norm)
		if slices.ContainsFunc(phrases, func(ph phrase) bool { return ph.class == callVerb }) {
			return anaphors[first]
		}
	}
	return false
}

// anaphors stand for what was named before.
var anaphors = map[string]bool{"them": true, "it": true, "this": true, "that": true, "those": true, "these": true}

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
		said(text, c) && !anyOf(statement, claimNoun) && !holds(statement, "whether") && !holds(statement, "if") && !weighs(statement)
}

// weighs reports whether a statement has a deed for its subject, which it says nothing
// about having been done: "For the mill to close would be a blow", "To close it was
// wrong".
func weighs(statement string) bool {
	const reach = 8 // words: "for the government of the republic to"
	words := word.Split(statement, 0)
	for len(words) > 0 && words[0].Punct {
		words = words[1:]
	}
	if len(words) < 2 || words[0].Norm != "to" && (words[0].Norm != "for" || !words[1].Capital && !articles[words[1].Norm]) {
		return false
	}
	for k := 0; k < min(reach, len(words)-1) && !words[k].Punct; k++ {
		switch {
		case words[k].Norm == "to" && bare(&words[k+1]):
			return !slices.ContainsFunc(words[k:min(len(words), k+2*reach)], func(w word.Word) bool { return w.Norm == "," })
		case auxiliary[words[k].Norm] != 0 || strings.HasSuffix(words[k].Norm, "ed") || spell[words[k].Norm]:
			return false
		}
	}
	return false
}

// articles begin somebody in "for the mill to close"; spell is a time there, behind which
// the sentence has another subject: "for the last year the mill wanted to".
var (
	articles = map[string]bool{"the": true, "a": true, "an": true}
	spell    = map[string]bool{"year": true, "years": true, "decade": true, "decades": true, "month": true, "months": true, "week": true, "weeks": true, "day": true, "days": true, "time": true, "past": true, "last": true, "first": true}
)

// bare reports whether a word behind "to" may be a verb.
func bare(w *word.Word) bool {
	c, _ := classes().Look(w.Norm)
	return !w.Punct && !w.Capital && c&(beforeNoun|ownerWord) == 0 && !strings.HasSuffix(w.Norm, "s")
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
		if !p.disputable(i, by) || !p.isOwner(n, i, o) {
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
func (p *page) isOwner(n, i int, o object) bool {
	if o.owner.Len() > 0 {
		return p.owned(&p.list[i], o.owner) || p.isThat(n, &p.list[i], o)
	}
	const reach = 2 // sentences: "his claim"
	d := n - p.line[i]
	return d > 0 && d <= reach && (o.its == "their" || o.its == "them" || isPerson(&p.list[i]) && p.agrees(&p.list[i], o.its))
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
	t, deed := p.about(clause.In(p.text)), p.deed(clause.In(p.text))
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
		if near.share >= leastShare && near.words >= 2 && near.negated == t.negated && !holds(said, "if") && !notion(said) && (deed == 0 || p.about(said).has(deed)) {
			out = append(out, Target{Claim: i, At: near.at, Named: true, Score: ByClause + nearer*near.share})
		}
	}
	return out
}

// justBefore finds what "that claim" points at.
func (p *page) justBefore(n, by int, o object) []Target {
	t := p.subject(n, o)
	reach := before
	if o.form == pointed {
		reach = 2 // this sentence and the one before
	}
	for d := 0; d < reach; d++ {
		for _, i := range slices.Backward(p.tells(n - d)) {
			c := &p.list[i]
			switch {
			case d > 0 && p.statement(i, by) && !p.believed(c):
				return nil // something was said there that is not understood
			case !p.disputable(i, by) || p.agent(&p.list[by], c) || d == 0 && c.Content[0].Start > p.words[o.begin].Start || !p.fits(n, by, c, o):
				continue
			}
			if p.since(&p.lines[n], c, o) {
				return nil
			}
			near := p.nearest(i, t)
			return []Target{{Claim: i, At: near.at, Score: pointsAt - farther*float64(d) + nearer*near.share}}
		}
	}
	return nil
}

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

// longestSource is the longest source, in words, that can be believed to name
// a text: a longer one is half a sentence.
const longestSource = 7

// isReport reports whether a claim is of a paper or a text.
func (p *page) isReport(c *claims.Claim) bool {
	source := claims.Join(p.text, c.Source)
	cue := claims.Join(p.text, c.Cue)
	return !isPerson(c) && countWords(source) <= longestSource && (anyOf(source, reportNoun) || holds(cue, "reported"))
}
