package dispute

import (
	"slices"
	"sort"
	"strings"

	"crosscheck/claims"
)

// cue is a verb of dispute at work.
type cue struct {
	class    verbClass
	from, to int // its words
}

// spoken finds the disputes that a sentence tells by a verb.
func (p *page) spoken(n int) []Dispute {
	l := &p.lines[n]
	var out []Dispute
	first := sort.Search(len(p.cues), func(k int) bool { return p.cues[k].from >= l.from })
	for _, c := range p.cues[first:] {
		if c.from >= l.to {
			break
		}
		if c.to > l.to || p.quoted(p.words[c.from].Start) || !p.real(l, c.from) {
			continue
		}
		if d, ok := p.dispute(n, c); ok && !p.retold(d, out) {
			out = append(out, p.wider(n, d))
		}
	}
	return out
}

// retold reports whether a dispute only names what the same one is said to dispute
// before it in the sentence: "denied that it rained, calling the claim absurd".
func (p *page) retold(d Dispute, told []Dispute) bool {
	return d.Clause.Len() == 0 && d.Owner == "" && slices.ContainsFunc(told, func(t Dispute) bool {
		return t.Clause.Len() > 0 && (t.By == d.By || sameSpeaker(&p.list[t.By], &p.list[d.By]))
	})
}

// follows reports whether the words of a pattern stand from word i on, with at
// most so many adverbs between two, and where they end.
func (p *page) follows(l *line, i int, rest [][]string, between int) (int, bool) {
	for _, alternatives := range rest {
		skip := 0
		for skip < between && !slices.Contains(alternatives, p.norm(l, i)) && p.manner(l, i) {
			i, skip = i+1, skip+1
		}
		if !slices.Contains(alternatives, p.norm(l, i)) {
			return 0, false
		}
		i++
	}
	return i, true
}

// dispute reads what is disputed, and finds it.
func (p *page) dispute(n int, c cue) (Dispute, bool) {
	l := &p.lines[n]
	by, ok := p.by(n, c)
	if !ok {
		return Dispute{}, false
	}
	o, ok := p.object(l, c, by)
	if !ok || p.disputesOwn(by, o) {
		return Dispute{}, false
	}
	d := Dispute{Kind: kinds[c.class], By: by, At: []claims.Span{p.span(c.from, max(o.end, c.to))}, Clause: o.clause, Of: p.resolve(n, by, o)}
	if o.owner.Len() > 0 {
		d.Owner = lastName(o.owner.In(p.text))
	}
	switch {
	case o.clause.Len() > 0 && !o.of:
		d.About = o.clause.In(p.text)
	case d.Owner != "":
		d.About = p.reasons(n, by)
	}
	return d, true
}

// disputesOwn reports whether a claim would be its speaker's own: then another is meant,
// whom the text does not make plain.
func (p *page) disputesOwn(by int, o object) bool {
	c := &p.list[by]
	if !isPerson(c) || o.owner.Len() == 0 {
		return false
	}
	owner := o.owner.In(p.text)
	return countWords(owner) == 1 && lastName(owner) == lastName(c.Speaker.Name) && !p.titled(o.owner) && !p.shared[lastName(c.Speaker.Name)]
}

// titled reports whether a name is told with what one says before another's: "Mrs. |Lee".
func (p *page) titled(name claims.Span) bool {
	text := strings.TrimRight(p.text[:name.Start], " .")
	switch text[strings.LastIndexAny(text, " \n")+1:] {
	case "Mr", "Mrs", "Ms", "Miss":
		return true
	}
	return false
}

// reasons are what he who disputes says besides, in the same sentence and the
// next.
func (p *page) reasons(n, by int) string {
	var b strings.Builder
	for _, i := range slices.Concat(p.tells(n), p.tells(n+1)) {
		if i != by && sameSpeaker(&p.list[i], &p.list[by]) && p.list[i].Stance == claims.Asserted {
			b.WriteString(p.list[i].Text)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

var kinds = map[verbClass]Kind{denyVerb: Denies, rejectVerb: Rejects, opposeVerb: Opposes, callVerb: Calls, sayVerb: Calls, showVerb: Opposes}

// real reports whether what the verb at word i says has happened, and somebody
// did it: it is no noun, not negated, not wished for, and not passive.
func (p *page) real(l *line, i int) bool {
	form := p.words[i].Norm
	k := i - 1
	for p.manner(l, k) {
		k--
	}
	switch before := p.norm(l, k); {
	case before == "of" || before == "without" || before == "from" || before == "instead", strings.HasSuffix(before, "'s"), before == "much":
		return false
	case p.is(l, k, ownerWord), p.is(l, k, beforeNoun) && before != "that" && before != "both" && before != "some" && before != "many" && before != "all":
		return false
	case (before == "or" || before == "nor") && strings.HasPrefix(p.norm(l, k-1), "confirm"):
		return false
	case (before == "that" || before == "who" || before == "which") && p.is(l, k-1, nobody):
		return false
	case before == "to":
		return p.came(l, k-1)
	}
	passive := strings.HasSuffix(form, "ed")
	for ; auxiliary[p.norm(l, k)] != 0 || p.manner(l, k) || p.is(l, k, negation|unreal); k-- {
		if p.is(l, k, negation|unreal) || passive && auxiliary[p.norm(l, k)] == be {
			return false
		}
	}
	return !p.open(l, i)
}

const (
	be = 1 + iota
	other
)

// auxiliary are the verbs that may stand before another.
var auxiliary = map[string]int{
	"be": be, "is": be, "are": be, "was": be, "were": be, "been": be, "being": be, "'s": other, "has": other, "have": other,
	"had": other, "having": other, "do": other, "does": other, "did": other,
}

// came reports whether what a to-phrase says has come about: "moved quickly to
// dismiss".
func (p *page) came(l *line, k int) bool {
	const reach = 5 // words: "took to the floor to"
	for n := 0; n < reach && k >= l.from && !p.words[k].Punct && !p.is(l, k, unreal|negation); n, k = n+1, k-1 {
		if p.is(l, k, real) {
			return !p.is(l, k-1, unreal|negation)
		}
	}
	return false
}

// open reports whether the sentence leaves open if the verb at word i is so: a
// question, a condition.
func (p *page) open(l *line, i int) bool {
	if p.norm(l, l.to-1) == "?" {
		return true
	}
	for k := i - 1; k >= l.from && !p.words[k].Punct; k-- {
		if w := p.norm(l, k); w == "if" || w == "whether" || w == "unless" {
			return true
		}
	}
	return false
}

// by is the claim of who disputes: the one that the verb attributes, or the one
// that the same subject makes in the same sentence, or else what the paper says
// of it.
func (p *page) by(n int, c cue) (int, bool) {
	at := p.span(c.from, c.to)
	best, rank := -1, 0
	for _, i := range p.tells(n) {
		k := &p.list[i]
		r := 0
		switch {
		case k.Speaker == nil && k.Kind == claims.Own && k.Content[0].Contains(at):
			r = 1
		case k.Speaker == nil || len(k.Cue) == 0 || len(k.Source) == 0:
		case overlaps(k.Cue, at):
			r = 4
		case k.Source[0].End <= at.Start && at.End <= k.Cue[0].Start && k.Cue[0].Start <= k.Content[0].Start:
			r = 3 // "Lind fired back, telling ..."
		case c.from == p.lines[n].from && at.End <= k.Content[0].Start && k.Within == "" && !p.named(k):
			r = 2 // "Contrary to Lee's claim, it rained, said Lind."
		}
		switch {
		case c.class == showVerb && r == 0 && k.Speaker != nil && k.Stance == claims.Asserted && overlaps(k.Content, at):
			r = 2 // "Lind said the e-mails belie the claim"
		case r == 1 && c.class != rejectVerb && c.class != denyVerb && c.class != showVerb:
			r = 0
		}
		if r > rank {
			best, rank = i, r
		}
	}
	return best, best >= 0
}

func overlaps(list []claims.Span, at claims.Span) bool {
	return slices.ContainsFunc(list, at.Overlaps)
}

// wider lets what he who disputes goes on to say of it, or whoever speaks for
// him, stand for the dispute: it has the reasons. Where the claim is told and
// nobody is said to have made it, the paper's own sentence, which tells it,
// stands for it.
func (p *page) wider(n int, d Dispute) Dispute {
	next, ok := p.goesOn(n, d)
	if !ok || p.before(n, d) && !sameSpeaker(&p.list[d.By], &p.list[next]) {
		return d
	}
	if own, has := p.telling(n, d.By, d.Clause); has && len(d.Of) == 0 && d.About != "" {
		d.Of = []Target{{Claim: own, At: []claims.Span{d.Clause}, Named: true, Score: ByClause}}
	} else if len(d.Of) == 0 || !p.disputable(d.Of[0].Claim, next) {
		return d
	}
	d.By, d.At = next, append(d.At, p.list[next].Content...)
	d.Of = slices.DeleteFunc(d.Of, func(t Target) bool { return t.Claim == next || sameSpeaker(&p.list[t.Claim], &p.list[next]) })
	for i := range d.Of {
		d.Of[i].Score -= lessSure
	}
	return d
}

// before reports whether a dispute in sentence n was before what is told beside it:
// "previously denied". Who speaks now may see it otherwise.
func (p *page) before(n int, d Dispute) bool {
	const reach = 2 // words: "had previously also denied"
	l := &p.lines[n]
	verb := p.wordAt(l.from, d.At[0].Start)
	for k := max(l.from, verb-reach); k < min(l.to, verb+reach); k++ {
		if p.is(l, k, earlier) {
			return true
		}
	}
	return false
}

// lessSure is how much less sure it is that a remark behind a dispute is part of
// it.
const lessSure = 0.03

// goesOn is what he who disputes in sentence n, or his spokesman, says of the
// same thing in the next one.
func (p *page) goesOn(n int, d Dispute) (int, bool) {
	if n+1 >= len(p.lines) || len(d.Of) == 0 && d.Clause.Len() == 0 {
		return 0, false
	}
	text := d.Clause.In(p.text)
	if len(d.Of) > 0 {
		text += " " + claims.Join(p.text, d.Of[0].At)
	}
	t := p.about(text)
	for _, i := range p.tells(n + 1) {
		c := &p.list[i]
		if c.Stance == claims.Asserted && said(p.text, c) && (c.Kind == claims.Direct || c.Kind == claims.Mixed) && c.Within == "" && p.speaksFor(c, &p.list[d.By]) {
			if _, words := t.shares(p.about(c.Text)); words > 0 {
				return i, true
			}
		}
	}
	return 0, false
}

// telling is what the paper says in its own voice in sentence n that holds a
// clause.
func (p *page) telling(n, by int, clause claims.Span) (int, bool) {
	for _, i := range p.tells(n) {
		if c := &p.list[i]; i != by && c.Kind == claims.Own && overlaps(c.Content, clause) {
			return i, true
		}
	}
	return 0, false
}
