package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"

	"crosscheck/compare"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// join joins the topics of different stories and describes them.
func (r *run) join(pairs []topic.Candidate) {
	centre := topic.Join(r.centre, pairs, func(a, b int32) int { return cmp.Compare(a, b) })
	ids := map[int32]string{}
	for _, g := range groups(centre) {
		t := r.topic(g)
		ids[g.centre] = t.ID
		r.report.Topics = append(r.report.Topics, t)
	}
	slices.SortFunc(r.report.Topics, LargestFirst)
	r.topicOf = map[int32]string{}
	for _, p := range r.pairs {
		for _, s := range []*statement{p.a, p.b} {
			if s.at < 0 {
				continue
			}
			if c := centre[r.place(s)]; c >= 0 {
				r.topicOf[r.place(s)] = ids[c]
			}
		}
	}
}

// place is the place of a statement in the run, -1 for one that stands for a
// claim without statements.
func (r *run) place(s *statement) int32 {
	if s.at < 0 {
		return -1
	}
	return r.begin[s.article] + s.at
}

// group are the statements of a topic.
type group struct {
	centre  int32
	members []int32 // in order
}

// groups are the topics, by their centre. centre is that of each statement.
func groups(centre []int32) []group {
	size := make([]int32, len(centre))
	for _, c := range centre {
		if c >= 0 {
			size[c]++
		}
	}
	var out []group
	at := make([]int32, len(centre))
	for c, n := range size {
		if n > 0 {
			at[c] = int32(len(out))
			out = append(out, group{int32(c), make([]int32, 0, n)})
		}
	}
	for i, c := range centre {
		if c >= 0 {
			g := &out[at[c]]
			g.members = append(g.members, int32(i))
		}
	}
	return out
}

// LargestFirst is the order of a report's topics.
func LargestFirst(a, b compare.Topic) int {
	return cmp.Or(cmp.Compare(len(b.Claims), len(a.Claims)), cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID))
}

// topic describes a group.
func (r *run) topic(g group) compare.Topic {
	label, ok := r.labels[g.centre]
	if !ok { // alone in its story, and joined by other stories
		label = LabelAlone(r.statementAt(g.centre, map[int32]*statement{}).Text)
	}
	list := make([]Mention, len(g.members))
	for i, m := range g.members {
		c := r.claimAt(m)
		list[i] = Mention{Claim: c.ID, Outlet: c.Outlet, Date: c.Date, Story: r.storyOf[c.Article]}
		if c.Speaker != nil {
			list[i].Speaker = c.Speaker.Name
		}
	}
	return NewTopic(label, r.claimAt(g.centre).ID, r.statements[g.members[0]].nth, list)
}

// Mention is what a topic tells of one of its statements.
type Mention struct {
	Claim   string // ID
	Outlet  string
	Date    string
	Speaker string // name, "" for none
	Story   string // ID
}

// NewTopic describes the topic of statements in the order of the news, of which
// there is one at least; centre is the ID of the claim at its centre, nth is
// which of its claim's sentences the first is.
func NewTopic(label, centre string, nth int32, list []Mention) compare.Topic {
	t := compare.Topic{ID: topicID(list[0].Claim, nth), Label: label, Centre: centre, Speakers: []string{}}
	speakers := map[string]int{}
	for _, m := range slices.CompactFunc(list, func(a, b Mention) bool { return a.Claim == b.Claim }) {
		t.Claims = append(t.Claims, m.Claim)
		t.Stories = append(t.Stories, m.Story)
		t.Outlets = append(t.Outlets, m.Outlet)
		if m.Date != "" {
			t.From, t.To = min(cmp.Or(t.From, m.Date), m.Date), max(t.To, m.Date)
		}
		if m.Speaker != "" {
			speakers[m.Speaker]++
		}
	}
	t.Stories, t.Outlets = distinct(t.Stories), distinct(t.Outlets)
	t.Speakers = slices.AppendSeq(t.Speakers, maps.Keys(speakers))
	slices.SortFunc(t.Speakers, func(a, b string) int {
		return cmp.Or(cmp.Compare(speakers[b], speakers[a]), cmp.Compare(a, b))
	})
	return t
}

// distinct sorts a list and takes what is in it twice once.
func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Clip(slices.Compact(list))
}

// LabelAlone is the label of a topic whose centre, a statement with this text,
// is alone in its story.
func LabelAlone(text string) string {
	words := readers.Get().(*term.Reader)
	defer readers.Put(words)
	it := topic.Text(words, text, "", "")
	return topic.Label([]*topic.Item{&it}, 0)
}

// topicID names a topic after its first statement, the nth of a claim, which
// stays the first when later articles are added.
func topicID(claim string, nth int32) string {
	if nth > 0 { // several sentences of one claim may each open a topic
		claim += "/" + strconv.Itoa(int(nth))
	}
	sum := sha256.Sum256([]byte(claim))
	return "t_" + hex.EncodeToString(sum[:6])
}
