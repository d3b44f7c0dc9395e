package entity

import (
	"crosscheck/claims/word"
)

// parseSeveral reads a list of speakers: "Jeff Lee and Sara Hand", "Senators
// Ann Lee, Max Hand and Tom Hale". Each part must be a person's name.
func (g *Gazetteer) parseSeveral(text string, ws []word.Word) (Mention, bool) {
	parts := g.coordinated(ws)
	if len(parts) < 2 {
		return Mention{}, false
	}
	all := Mention{Form: Group, Plural: true}
	for i, part := range parts {
		head, rest := cutPart(part)
		if len(head) == 0 {
			return all, false
		}
		m := g.parseHead(text, head)
		if m.Form != Named || m.Name == "" {
			return all, false
		}
		if len(rest) > 0 {
			last, _ := cutPart(rest)
			g.apply(&m, text, last)
		}
		m.Span.Start, m.Span.End = head[0].Start, head[len(head)-1].End
		if i == 0 && m.class&plural != 0 || i > 0 && m.Role == "" {
			m.Role = singular(all.Role, m.Role)
		}
		if i == 0 {
			all.Role = m.Role
		}
		if i > 0 {
			all.Name += " and "
		}
		all.Name += m.Name
		all.several = append(all.several, m)
	}
	all.Role = ""
	return all, true
}

// singular is the role of one of several: "Senator" for "Senators".
func singular(shared, own string) string {
	if own == "" {
		own = shared
	}
	if n := len(own); n > 1 && own[n-1] == 's' {
		return own[:n-1]
	}
	return own
}

// maxSeveral is the longest list of speakers that is read.
const maxSeveral = 8

// coordinated splits a phrase at its "and"s and, where an "and" follows, at
// commas before a name.
func (g *Gazetteer) coordinated(ws []word.Word) [][]word.Word {
	var parts [][]word.Word
	from := 0
	for i, w := range ws {
		if w.Norm != "and" && w.Norm != "&" {
			continue
		}
		if i+1 >= len(ws) || !ws[i+1].Capital || i == from || len(parts) == maxSeveral {
			return nil
		}
		parts = append(parts, g.listed(trimMarks(ws[from:i]))...)
		from = i + 1
	}
	if from == 0 {
		return nil
	}
	return append(parts, ws[from:])
}

// listed splits "Ann Lee, Max Hand" where each part begins as a full name does.
func (g *Gazetteer) listed(ws []word.Word) [][]word.Word {
	var parts [][]word.Word
	from := 0
	for i, w := range ws {
		if w.Norm == "," && i+2 < len(ws) && g.introduces(ws[i+1:]) {
			parts = append(parts, ws[from:i])
			from = i + 1
		}
	}
	return append(parts, ws[from:])
}
