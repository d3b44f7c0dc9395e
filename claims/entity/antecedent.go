package entity

import (
	"sort"
	"strings"

	"crosscheck/claims"
)

// antecedent is whom a pronoun means: the likeliest of the given speakers that
// fits, else the person of its gender who was mentioned last.
func (r *Roster) antecedent(m Mention, antecedents []*claims.Speaker) *claims.Speaker {
	if m.member {
		return nil
	}
	for _, s := range antecedents {
		if s != nil && r.fits(m, s) {
			return s
		}
	}
	if m.Gender != Unknown && m.End > 0 {
		if p := r.lastOf(m.Gender, m.Start); p != nil {
			return p.speaker
		}
	}
	return nil
}

// fits reports whether a pronoun can stand for a speaker.
func (r *Roster) fits(m Mention, s *claims.Speaker) bool {
	p, o := r.person(s), r.ofSpeaker[s]
	switch {
	case m.two:
		return strings.HasPrefix(s.ID, "group:") && strings.Count(s.ID, "+") == 1 // together
	case m.thing:
		return !p.isHuman() && !r.peopleOf(o, s) && !r.isMute(o)
	case m.Plural:
		return p == nil && (o == nil || r.isSeveral(o))
	case m.Gender == Unknown:
		return true
	case p != nil:
		return p.gender == Unknown || p.gender == m.Gender
	case o != nil && (o.plural || strings.HasPrefix(s.ID, "group:")):
		return false
	}
	return s.Role != "" && agreeGender(roleGender(lastWord(s.Role)), m.Gender)
}

// peopleOf reports a speaker described as somebody or as several: "officials", "his
// lawyer", "some". The plural of a body's name tells nothing: "United States".
func (r *Roster) peopleOf(o *other, s *claims.Speaker) bool {
	return o != nil && strings.HasPrefix(s.ID, unnamed) && (o.plural || s.Role != "" || r.g.is(strings.ToLower(s.Name), opener|determiner))
}

// isHuman reports a person who is surely no body that is called by one word.
func (p *person) isHuman() bool {
	return p != nil && (p.first != "" || p.gender != Unknown || len(p.roles) > 0)
}

func agreeGender(a, b Gender) bool { return a == Unknown || b == Unknown || a == b }

// How far back a pronoun is looked for whose antecedent no sentence before it
// has as its subject: two paragraphs of a news article, and so many mentions.
const (
	pronounReach = 700 // bytes
	maxTrail     = 24
)

// lastOf is the person of a gender who was mentioned last before a place; where
// there is none, the one whose gender is not known.
func (r *Roster) lastOf(g Gender, at int) *person {
	var unknown *person
	i := sort.Search(len(r.trail), func(i int) bool { return r.trail[i].at >= at })
	for n := 1; n <= maxTrail && i-n >= 0; n++ {
		t := r.trail[i-n]
		if at-t.at > pronounReach {
			break
		}
		if t.who.gender == g {
			return t.who
		}
		if t.who.gender == Unknown && unknown == nil {
			unknown = t.who
		}
	}
	return unknown
}
