package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TopicText lists topics to read on a terminal, story by story.
type TopicText struct{ TopicOptions }

var _ Writer = (*TopicText)(nil)

// Write writes the topics of r as text.
func (t *TopicText) Write(w io.Writer, r *compare.Report) error {
	l := FillTopics(r, t.TopicOptions)
	s := &screen{out: bufio.NewWriter(w), width: columns(t.Width), color: t.Color}
	s.topicTotals(l, t.TopicOptions)
	for _, g := range l.Groups {
		s.topicGroup(g, t.TopicOptions)
	}
	return s.out.Flush()
}

// topicTotals sets the head: what was read, what is listed, and how to see the
// rest.
func (s *screen) topicTotals(l *TopicList, o TopicOptions) {
	t := l.Totals
	s.block("", "", fmt.Sprintf("%s from %s in %s: %s on %s.", count(t.Articles, "article"), count(t.Outlets, "outlet"),
		stories(l.Stories), count(t.Claims, "claim"), count(t.Topics, "topic")))
	var left []string
	if l.Few > 0 {
		left = append(left, fmt.Sprintf("%s in fewer than %s outlets (--outlets 1)", count(l.Few, "topic"), grouped(o.Outlets)))
	}
	if l.Over > 0 {
		left = append(left, fmt.Sprintf("%s further down (--limit 0)", count(l.Over, "topic")))
	}
	if len(left) > 0 {
		s.block("", "", "Not shown: "+strings.Join(left, ", ")+".")
	}
	if l.Listed == 0 {
		s.block("", "", "No topics to show.")
	}
}

// stories is a number of stories.
func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return grouped(n) + " stories"
}

// topicGroup sets a story and its topics.
func (s *screen) topicGroup(g TopicGroup, o TopicOptions) {
	s.out.WriteByte('\n')
	s.block("", "  ", bold(g.Title))
	head := count(g.Articles, "article")
	if days := days(g.From, g.To); days != "" {
		head += ", " + days
	}
	s.block("  ", "  ", dim(head+": "+several(g.Outlets, ", ", maxOutlets)))
	s.block("  ", "  ", dim("story "+g.ID))
	for _, t := range g.Topics {
		s.topic(t, o)
	}
	if g.Over > 0 && o.Story == "" {
		s.out.WriteByte('\n')
		s.block("    ", "    ", dim(fmt.Sprintf("and %s of this story: --story %s", count(g.Over, "more topic"), g.ID)))
	}
}

// The bounds on what is shown of a topic where many are.
const (
	fewOutlets, fewSpeakers, fewStories = 6, 4, 2
	shortTitle                          = 60 // runes
)

// topic sets a topic: its label, who has it, and some of its claims.
func (s *screen) topic(t TopicEntry, o TopicOptions) {
	const indent = "    "
	outlets, speakers := fewOutlets, fewSpeakers
	if o.Story != "" {
		outlets, speakers = maxOutlets, maxOutlets
	}
	s.out.WriteByte('\n')
	s.block(fmt.Sprintf("%2d. ", t.Rank), indent, bold(t.Label))
	s.block(indent, indent, t.Reach()+": "+several(t.Outlets, ", ", outlets))
	if len(t.Speakers) > 0 {
		s.block(indent, indent, "Speakers: "+several(t.Speakers, ", ", speakers))
	}
	if len(t.Also) > 0 {
		s.block(indent, indent, dim("Runs through "+stories(len(t.Also)+1)+", also: "+several(clipAll(t.Also, shortTitle), "; ", fewStories)))
	}
	if o.Verbose {
		s.block(indent, indent, dim("topic "+t.ID))
	}
	for _, q := range t.Quotes {
		s.quote(indent+"  ", q, o)
	}
}

// clipAll shortens texts.
func clipAll(all []string, n int) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = clip(s, n)
	}
	return out
}

// quote sets a claim: on one line, cut where it is longer, or whole where one
// story is looked at and where a line holds too little.
func (s *screen) quote(indent string, q Quote, o TopicOptions) {
	who := q.Outlet
	if q.Name != "" {
		who += ", " + q.Name
	}
	if q.Stance.Name != "" {
		who += ", " + q.Stance.Name
	}
	if o.Verbose {
		who = q.Claim + " " + who
	}
	text := q.Text
	if q.Kind.ID == string(claims.Direct) {
		text = "“" + strings.TrimRight(strings.Trim(text, "“”\""), ",") + "”"
	}
	if o.Story != "" || s.width < narrow {
		s.block(indent, indent+"  ", who+": "+text)
		return
	}
	s.line(s.cut(indent+who+": "+text, s.width))
}

// witnesses is a number of witnesses.
func witnesses(n int) string {
	if n == 1 {
		return "1 witness"
	}
	return grouped(n) + " witnesses"
}

// Reach says how many claims, outlets and days a topic has, and how many
// witnesses where outlets copy: "7 claims in 3 outlets, 2 witnesses, 2031-05-06".
func (t TopicEntry) Reach() string {
	out := count(t.Claims, "claim") + " in " + count(len(t.Outlets), "outlet")
	if t.Witnesses < len(t.Outlets) {
		out += ", " + witnesses(t.Witnesses)
	}
	if d := days(t.From, t.To); d != "" {
		out += ", " + d
	}
	return out
}

// days is a range of days.
func days(from, to string) string {
	switch {
	case from == to:
		return from
	case from == "" || to == "":
		return from + to
	}
	return from + " to " + to
}

// several lists at most n texts and says how many there are more.
func several(all []string, between string, n int) string {
	if len(all) <= n {
		return strings.Join(all, between)
	}
	return strings.Join(all[:n], between) + " and " + grouped(len(all)-n) + " more"
}

// cut is text on one line of at most width columns, with an ellipsis where it
// was longer.
func (s *screen) cut(text string, width int) string {
	if s.measure(text) <= width {
		return text
	}
	short := s.pieces(text, width-1)[0]
	return strings.TrimRight(short, " ,;:") + "…"
}
