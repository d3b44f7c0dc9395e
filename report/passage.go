package report

import "strings"

// Segment is a stretch of a passage that is shown in one way.
type Segment struct {
	Text   string // clean and on one line
	Marked bool   // evidence: the words that decide
	Near   bool   // a neighbouring sentence, or a mark of omission: not the statement itself
}

// Paragraph is the segments of one paragraph, in order.
type Paragraph []Segment

// Passage is a statement as its article has it: the sentences that hold it
// and their neighbours.
type Passage []Paragraph

// String is the passage without marks and neighbours, on one line.
func (p Passage) String() string {
	var parts []string
	for _, para := range p {
		var b strings.Builder
		for _, s := range para {
			if !s.Near {
				b.WriteString(s.Text)
			}
		}
		if s := strings.TrimSpace(b.String()); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// Marked returns the marked words of the passage, in order.
func (p Passage) Marked() []string {
	var out []string
	for _, para := range p {
		for _, s := range para {
			if s.Marked {
				out = append(out, s.Text)
			}
		}
	}
	return out
}
