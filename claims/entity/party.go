package entity

import (
	"strings"

	"crosscheck/claims/word"
)

// partyOf is the party for which the holder of a post at an affiliation
// speaks: the government that the affiliation is an arm of, its political party
// or campaign, else the body itself, if it is one with a name.
func (g *Gazetteer) partyOf(affiliation string) string {
	if affiliation == "" {
		return ""
	}
	if p := g.bodyParty(affiliation); p != "" {
		return p
	}
	ws := word.Split(affiliation, 0)
	if g.is(ws[len(ws)-1].Norm, chamber) || g.is(ws[0].Norm, chamber) && len(ws) > 1 && g.is(ws[len(ws)-1].Norm, bodyNoun) {
		return "" // of a legislature or its committee: its leaders do not speak for all of it
	}
	for i := range ws { // "the Russian president", "U.S. Central Command"
		n, p := g.placeAt(ws, i)
		if n == 0 || !ws[i].Capital {
			continue
		}
		if p.seat && i+n == len(ws) || i+n < len(ws) && (g.armOf(ws[i+n:]) || i == 0 && owns(ws[n-1].Norm)) {
			return p.party
		}
		i += n - 1
	}
	if ws[len(ws)-1].Capital || isNamed(g, ws) {
		return strings.TrimPrefix(affiliation, "the ")
	}
	return ""
}

// armOf reports whether the words behind a country's name make an arm of its
// government: "foreign ministry", "president".
func (g *Gazetteer) armOf(ws []word.Word) bool {
	for _, w := range ws {
		if g.is(w.Norm, governing|office) {
			return true
		}
	}
	return false
}

// isNamed reports the name of a body that ends in a common noun: "Port Elm
// council".
func isNamed(g *Gazetteer, ws []word.Word) bool {
	return len(ws) > 1 && ws[0].Capital && g.is(ws[len(ws)-1].Norm, bodyNoun) && !g.is(ws[len(ws)-1].Norm, crowd)
}

// bodyParty is the party of a body that the lists know: of a place that stands
// for its government ("Moscow", "the Kremlin"), of an arm of one ("the Russian
// government"), of a political party; "" for all others.
func (g *Gazetteer) bodyParty(name string) string {
	k := key(name)
	if p, ok := g.places[k]; ok {
		return p.party
	}
	if b, ok := g.bodies[k]; ok {
		return b.party
	}
	if camp := g.camps[k]; camp != "" && camp != "Independent" {
		return camp
	}
	first, last := firstWord(k), lastWord(k)
	switch {
	case g.is(last, governing):
		return g.country(name)
	case last == "party" || last == "caucus" || last == "leadership" || last == "leaders" || last == "aides" || last == "lawmakers" || last == "senators" || last == "committee":
		if camp := g.camps[first]; camp != "" {
			return camp
		}
		if camp := g.camps[strings.TrimPrefix(strings.TrimPrefix(k, "house "), "senate ")]; camp != "" {
			return camp
		}
	case last == "campaign":
		return g.campaign(name)
	case first == "house" || first == "senate" || first == "congressional":
		return g.camps[strings.TrimPrefix(k, first+" ")]
	}
	return ""
}

// campaign is the party of a candidate's campaign: "Romney campaign" for "Mitt
// Romney's presidential campaign".
func (g *Gazetteer) campaign(name string) string {
	who := ""
	for _, w := range word.Split(name, 0) {
		if w.Capital && !g.is(w.Norm, opener|determiner|particle) {
			who = trimPossessive(w.In(name))
		} else if who != "" {
			break
		}
	}
	if who == "" || g.camps[strings.ToLower(who)] != "" {
		return ""
	}
	return who + " campaign"
}

// country is the party of the government that some words of a name belong to.
func (g *Gazetteer) country(name string) string {
	ws := word.Split(name, 0)
	for i := range ws {
		if n, p := g.placeAt(ws, i); n > 0 && ws[i].Capital {
			return p.party
		}
	}
	return ""
}

func firstWord(k string) string {
	w, _, _ := strings.Cut(k, " ")
	return w
}

// campBefore is the political party that the words before a role or name tell:
// "Democratic Senator", "House Republican leader".
func (g *Gazetteer) campBefore(ws []word.Word) string {
	for i := len(ws) - 1; i >= 0; i-- {
		if camp := g.camps[ws[i].Norm]; camp != "" && ws[i].Capital {
			return camp
		}
	}
	return ""
}

// label reads how papers mark a legislator's political party and state:
// "R-Texas", "(D)", "Democrat of California".
func (g *Gazetteer) label(text string, part []word.Word) (camp, state string, ok bool) {
	part = trimMarks(part)
	if len(part) == 0 || len(part) > 5 || !part[0].Capital {
		return "", "", false
	}
	letter, place, cut := strings.Cut(part[0].Norm, "-")
	if !cut && len(part) > 2 && (part[1].Norm == "–" || part[1].Norm == "-" || part[1].Norm == "of" || part[1].Norm == "from") {
		place = string(phrase(nil, part[2:]))
	} else if cut && len(part) > 1 {
		place = string(phrase(nil, append([]word.Word{{Norm: place}}, part[1:]...)))
	} else if !cut && len(part) > 1 {
		return "", "", false
	}
	if camp = g.camps[letter]; camp == "" {
		return "", "", false
	}
	place = strings.ReplaceAll(place, ".", "")
	if state = g.states[place]; state == "" && len(place) > 1 && len(part) > 0 {
		end := part[len(part)-1].End
		state = text[end-min(end, len(place)) : end]
		if !strings.EqualFold(state, place) {
			state = ""
		}
	}
	return camp, state, true
}
