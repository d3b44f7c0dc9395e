package entity

import (
	"strings"
)

// byRole finds the person a description stands for: one with that role and no
// conflicting affiliation, the last mentioned before it, else the first after.
func (r *Roster) byRole(m Mention) *person {
	role := lastWord(m.Role)
	if role == "" || m.Plural {
		return nil
	}
	var before, after *person
	sure := false // somebody's affiliation is the same, not merely unknown
	for _, p := range r.people {
		if !holds(p, role) || !agree(m.Affiliation, p.speaker.Affiliation) {
			continue
		}
		if known := m.Affiliation != "" && p.speaker.Affiliation != ""; known != sure {
			if !known {
				continue
			}
			sure, before, after = true, nil, nil
		}
		if m.Affiliation != "" && !sure && p.at[0] > m.Start {
			continue // nobody known to belong there, and not introduced yet
		}
		if p.at[0] <= m.Start {
			if before == nil || lastBefore(p, m.Start) > lastBefore(before, m.Start) {
				before = p
			}
		} else if after == nil || p.at[0] < after.at[0] {
			after = p
		}
	}
	if before != nil {
		return before
	}
	if indefinite(m) {
		return nil
	}
	return after
}

// indefinite reports a description that introduces somebody: "a spokesman".
func indefinite(m Mention) bool { return m.Affiliation == "" && m.Plural }

func lastBefore(p *person, at int) int {
	last := -1
	for _, x := range p.at {
		if x <= at {
			last = max(last, x)
		}
	}
	return last
}

// alike are roles that stand for one another in descriptions.
var alike = map[string]string{"spokesperson": "spokesman", "spokeswoman": "spokesman", "adviser": "advisor", "sen": "senator", "gov": "governor", "rep": "representative", "congressman": "representative", "congresswoman": "representative"}

func holds(p *person, role string) bool {
	for _, have := range p.roles {
		if have == role || base(have) == base(role) || base(role) == "spokesman" && have == "secretary" && p.speaksPress() {
			return true
		}
	}
	return false
}

// speaksPress reports a press secretary, who is called spokesman as well.
func (p *person) speaksPress() bool {
	return strings.Contains(strings.ToLower(p.speaker.Role), "press")
}

func base(role string) string {
	if b, ok := alike[role]; ok {
		return b
	}
	return role
}

// agree reports whether two affiliations may be the same: one is unknown, they
// share a word, or they name one country's government.
func agree(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	if isLabel(a) || isLabel(b) {
		return true
	}
	pa, pb := party(a), party(b)
	if pa != "" && pa == pb {
		return true
	}
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		for v := range strings.FieldsSeq(strings.ToLower(b)) {
			if w == v && w != "the" && w != "of" {
				return true
			}
		}
	}
	return false
}

// isLabel reports the name of a political camp, which says nothing against an
// affiliation of another kind: the Republican senator is the senator for Arizona.
func isLabel(affiliation string) bool {
	switch strings.ToLower(affiliation) {
	case "republican", "democrat", "democratic", "conservative", "labour", "tory", "liberal", "independent", "gop", "socialist", "green":
		return true
	}
	return false
}
