package entity

import "strings"

// party is the country whose government the words of an affiliation name:
// "Russia" for "Kremlin", "Russian government", "Moscow's"; "" for none.
func party(affiliation string) string {
	words := strings.Fields(strings.ToLower(affiliation))
	for i, w := range words {
		words[i] = trimPossessive(w)
	}
	l := data()
	for n := min(3, len(words)); n >= 1; n-- {
		for i := 0; i+n <= len(words); i++ {
			if p, ok := l.party[strings.Join(words[i:i+n], " ")]; ok {
				return p
			}
		}
	}
	return ""
}

// governing are the nouns that make a body an arm of a government.
var governing = map[string]bool{"government": true, "ministry": true, "administration": true, "department": true, "embassy": true, "presidency": true}

// bodyParty is the party of a body: of a place that stands for its government
// ("Moscow", "the Kremlin"), or of an arm of one ("the Russian government").
func bodyParty(name string) string {
	low := strings.ToLower(name)
	if p, ok := data().party[trimPossessive(low)]; ok {
		return p
	}
	if p, ok := data().party[strings.TrimSuffix(low, "s")]; ok && strings.HasSuffix(low, "ns") { // "the Americans"
		return p
	}
	fields := strings.Fields(low)
	if len(fields) > 0 && governing[fields[len(fields)-1]] {
		return party(name)
	}
	return ""
}
