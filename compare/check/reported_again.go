package check

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare/term"
)

// A dispute between two people is told again for days, by every outlet and in other
// words, in stories of their own. Here it is seen that two findings tell one.

const (
	// retoldWithin is how many days a dispute is told again.
	retoldWithin = 8
	// sameMatter is the least share of the weight of what one of two findings is about,
	// names left out, that the other must have too; sameTopic is the same for two of one
	// topic. Set by reading the pairs of two people within a week in 17 months of news.
	sameMatter, sameTopic = 0.25, 0.1
	// commonWords is how many words of it, at least, must be the same: of two who are at
	// odds one verb, or one thing, is common to most disputes.
	commonWords = 2
)

// retelling is what is compared of a told dispute.
type retelling struct {
	place int // in the list
	f     *Opposed
	day   time.Time
	about []term.Token // the stems of both sides, without names, in order
	seen  map[uint32]bool
	total float32           // their weight
	thing map[uint32]uint32 // a stem -> the one before it in the name of one thing: "the |hospital fund"
}

// retellings are the told disputes of a list.
func retellings(list []Opposed) []*retelling {
	var words term.Reader
	var out []*retelling
	for i := range list {
		if tellsDispute(&list[i]) {
			out = append(out, readAgain(&words, i, &list[i]))
		}
	}
	return out
}

// readAgain reads what is compared of a finding at a place in the list.
func readAgain(words *term.Reader, place int, f *Opposed) *retelling {
	r := &retelling{place: place, f: f, seen: map[uint32]bool{}, thing: map[uint32]uint32{}}
	r.day, _ = time.Parse(time.DateOnly, max(f.ClaimA.Date, f.ClaimB.Date))
	text := f.ClaimA.Text + ". " + f.ClaimB.Text
	last, named := term.Token{}, false // the token before, and whether it is of the name of a thing
	for _, t := range words.Read(text, 0) {
		if named = named && t.Start == last.End+1 || ofThing(text[:t.Start]); named && t.Start == last.End+1 {
			r.thing[t.ID] = last.ID
		}
		last = t
		if !t.Name && !t.Proper && !r.seen[t.ID] {
			r.seen[t.ID], r.about = true, append(r.about, t)
			r.total += t.IDF
		}
	}
	return r
}

// ofThing reports whether a thing is named behind a text: "from the |hospital".
func ofThing(text string) bool {
	text = strings.TrimRight(text, " ")
	switch strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:]) {
	case "the", "a", "an", "this", "that", "his", "her", "its", "their":
		return true
	}
	return false
}

// linkRetold links the findings of a list that tell one dispute.
func linkRetold(list []Opposed, link func(i, j int)) {
	bySide := map[string][]*retelling{}
	for _, r := range retellings(list) {
		for _, side := range []string{speaks(r.f.ClaimA), speaks(r.f.ClaimB)} {
			for _, other := range bySide[side] {
				if r.again(other) {
					link(other.place, r.place)
				}
			}
			bySide[side] = append(bySide[side], r)
		}
	}
}

// tellOnce parts the findings of a matter, best first, into those that are worth telling
// and those that tell a dispute again: one like what is told, or of a claim of it.
func tellOnce(list []Opposed) (once, again []Opposed) {
	told := retellings(list)
	slices.SortStableFunc(told, func(r, s *retelling) int { return cmp.Compare(s.sure(), r.sure()) })
	var kept, dropped []*retelling
	isDropped := map[int]bool{}
	for _, r := range told {
		sharing := func(s *retelling) bool { return sharesClaim(r.f, s.f) }
		// What is told whole within one article stands by itself.
		if slices.ContainsFunc(kept, r.again) || across(r.f) != 0 && slices.ContainsFunc(dropped, sharing) {
			dropped, isDropped[r.place] = append(dropped, r), true
		} else {
			kept = append(kept, r)
		}
	}
	for i, f := range list {
		if isDropped[i] {
			again = append(again, f)
		} else {
			once = append(once, f)
		}
	}
	return once, again
}

// sure is how well a finding stands for a dispute that is told several times: between
// people with names, and in one article, which tells both sides.
func (r *retelling) sure() float64 {
	sure := r.f.Score
	for _, c := range []*claims.Claim{r.f.ClaimA, r.f.ClaimB} {
		if isPerson(c) {
			sure += ownWords
		}
	}
	if across(r.f) == 0 {
		sure += ownWords / 10
	}
	return sure
}

// tellsDispute reports a finding that rests on one being said to deny what another says.
func tellsDispute(f *Opposed) bool { return f.Rule == reportedRule || f.Rule == "denial" }

// again reports whether two findings tell one dispute.
func (r *retelling) again(s *retelling) bool {
	switch {
	case r.f.Relation != s.f.Relation:
		return false
	case sharesClaim(r.f, s.f):
		return true
	case !r.day.IsZero() && !s.day.IsZero() && math.Abs(r.day.Sub(s.day).Hours()) > 24*retoldWithin:
		return false
	}
	a, b, c, d := r.f.ClaimA, r.f.ClaimB, s.f.ClaimA, s.f.ClaimB
	if !(sameOrOffice(a, c) && sameOrOffice(b, d) || sameOrOffice(a, d) && sameOrOffice(b, c)) {
		return false
	}
	least := float32(sameMatter)
	if r.f.Topic != "" && r.f.Topic == s.f.Topic {
		least = sameTopic
	}
	return r.likeness(s) >= least
}

// sharesClaim reports whether two findings share a claim: who holds it against another
// statement tells no other dispute.
func sharesClaim(f, g *Opposed) bool { return f.A == g.A || f.B == g.B || f.A == g.B || f.B == g.A }

// likeness is the share of what either is about that both are: 0 where they have hardly a
// word in common.
func (r *retelling) likeness(s *retelling) float32 {
	var both float32
	common := 0
	for _, t := range r.about {
		if !s.seen[t.ID] {
			continue
		}
		both += t.IDF
		if before, ok := r.thing[t.ID]; !ok || s.thing[t.ID] != before {
			common++
		}
	}
	if common < commonWords {
		return 0
	}
	return both / max(1, min(r.total, s.total))
}

// alikeInWords reports whether two findings are about the same by their words.
func alikeInWords(f, g *Opposed) bool {
	var words term.Reader
	return readAgain(&words, 0, f).likeness(readAgain(&words, 0, g)) >= sameMatter
}

// speaks is who speaks in a claim: himself, whatever side he is of.
func speaks(c *claims.Claim) string {
	if c.Speaker == nil {
		return "outlet:" + c.Outlet
	}
	return c.Speaker.ID
}

// sameOrOffice reports whether two claims are of one speaker, or of a person and an
// office or a party which may be his.
func sameOrOffice(a, b *claims.Claim) bool {
	return speaks(a) == speaks(b) || sameDescription(a.Speaker, b.Speaker) || holdsOffice(a.Speaker, b.Speaker) || holdsOffice(b.Speaker, a.Speaker)
}

// sameDescription reports whether two speakers without a name are described alike in
// different articles: "critics of the plan".
func sameDescription(a, b *claims.Speaker) bool {
	return a != nil && b != nil && !strings.HasPrefix(a.ID, "person:") && strings.EqualFold(a.Name, b.Name)
}

// holdsOffice reports whether a speaker is a person whose role or side is all that is
// told of another: "federal judge".
func holdsOffice(person, office *claims.Speaker) bool {
	if person == nil || office == nil || !strings.HasPrefix(person.ID, "person:") || strings.HasPrefix(office.ID, "person:") {
		return false
	}
	if office.Party != "" && office.Party == person.Party {
		return true
	}
	last := strings.ToLower(office.Name[strings.LastIndexByte(office.Name, ' ')+1:])
	return slices.ContainsFunc(word.Split(person.Role, 0), func(w word.Word) bool { return w.Norm == last })
}

// sameSpeakers reports whether two findings are between the same two.
func sameSpeakers(f, g *Opposed) bool {
	a, b, c, d := speaks(f.ClaimA), speaks(f.ClaimB), speaks(g.ClaimA), speaks(g.ClaimB)
	return a == c && b == d || a == d && b == c
}
