package entity

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Who speaks is a person, a group, a body, a place that stands for its government, or
// something to be read. A source whose noun is none of these ("the moderator's use of the
// letter") was not the one who spoke.

// Speechless reports a noun phrase at a span of the article's text whose noun means
// nobody and nothing that speaks.
func (r *Roster) Speechless(text string, at claims.Span) bool {
	return r.g.speechless(word.Split(at.In(text), at.Start))
}

// IsThing reports a folded noun that means nobody and nothing that speaks: "silence".
func (r *Roster) IsThing(norm string) bool { return r.g.isThing(norm) }

func (g *Gazetteer) isThing(norm string) bool {
	c := g.class(norm)
	return c&thing != 0 && c&(roleWord|crowd|bodyNoun) == 0 && !owns(norm)
}

func (g *Gazetteer) speechless(ws []word.Word) bool {
	ws = trimMarks(ws[:min(len(ws), maxMention)])
	i := g.headAt(ws)
	return i >= 0 && !ws[i].Capital && g.isThing(ws[i].Norm)
}

// headAt is where the noun stands that a noun phrase without a name is about, "use" in
// "the moderator's use of the letter", -1 where there is none. It goes no further than the
// first people: of "voters hurt by the tax" they are the noun.
func (g *Gazetteer) headAt(ws []word.Word) int {
	head := -1
	for i, w := range ws {
		switch {
		case w.Norm == "." || isGenitive(ws, i):
			continue
		case w.Punct && w.Norm != "-", g.is(w.Norm, preposition|joint):
			return head
		case head >= 0 && (g.is(w.Norm, article|possessive|finite) || g.is(ws[head].Norm, crowd) && !owns(ws[head].Norm) || g.describes(ws, i)):
			return head
		}
		head = i
	}
	return head
}

// describes reports a participle behind its noun, "the documents released", and not
// before it, "the proposed use".
func (g *Gazetteer) describes(ws []word.Word, i int) bool {
	before := ws[i-1]
	return strings.HasSuffix(ws[i].Norm, "ed") && !g.is(before.Norm, determiner|article|possessive) && !owns(before.Norm) && !before.Punct && !strings.HasSuffix(before.Norm, "ly")
}

// number says how many a speaker without a name is.
type number int

const (
	uncounted number = iota
	one
	many
	none // a thing that does not speak
)

// isSeveral reports a speaker without a name whom "they" may mean.
func (r *Roster) isSeveral(o *other) bool { return r.numberOf(o) == many }

// isMute reports a speaker who was read so, and is nobody.
func (r *Roster) isMute(o *other) bool { return o != nil && r.numberOf(o) == none }

func (r *Roster) numberOf(o *other) number {
	if o.number == uncounted {
		o.number = r.g.count(word.Split(o.speaker.Name, 0))
	}
	return o.number
}

// count tells of a noun phrase how many it means. A body is many: "the board ... they".
func (g *Gazetteer) count(ws []word.Word) number {
	i := g.headAt(ws)
	if i < 0 {
		return many
	}
	norm := ws[i].Norm
	switch {
	case ws[i].Capital, g.joins(ws):
		return many
	case g.isThing(norm):
		return none
	case g.is(norm, written):
		return one
	case g.is(norm, bodyNoun|crowd|several|governing|firm|chamber|plural), strings.HasSuffix(norm, "men"), norm[0] >= '0' && norm[0] <= '9':
		return many
	}
	for _, w := range ws[:i+1] {
		if strings.HasSuffix(w.Norm, "s") && !strings.HasSuffix(w.Norm, "ss") && !w.Capital && !owns(w.Norm) && !g.is(w.Norm, determiner|possessive|article) {
			return many
		}
	}
	return one
}

// joins reports two who are told apart by their articles: "an official and a clerk".
func (g *Gazetteer) joins(ws []word.Word) bool {
	for i := 1; i+1 < len(ws); i++ {
		if ws[i].Norm == "and" && g.is(ws[i+1].Norm, article|determiner) {
			return true
		}
	}
	return false
}
