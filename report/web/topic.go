package web

import (
	"net/http"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
	"crosscheck/report/review"
)

// TopicsPage lists the topics.
type TopicsPage struct {
	Query  string     `json:"q"`
	Topics []TopicRow `json:"topics"`
	Hidden int        `json:"hidden"` // found, and too many to list
}

// TopicRow is a topic in a list.
type TopicRow struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Claims  int      `json:"claims"`
	Outlets []string `json:"outlets"`
	From    string   `json:"from"`
	To      string   `json:"to"`
}

// mostTopics is how many topics are listed.
const mostTopics = 200

func (d *Desk) topics(w http.ResponseWriter, r *http.Request) error {
	b, err := d.current(r)
	if err != nil {
		return err
	}
	page := TopicsPage{Query: strings.TrimSpace(r.URL.Query().Get("q")), Topics: []TopicRow{}}
	for i := range b.report.Topics {
		t := &b.report.Topics[i]
		if !strings.Contains(strings.ToLower(t.Label), strings.ToLower(page.Query)) {
			continue
		}
		if len(page.Topics) == mostTopics {
			page.Hidden++
			continue
		}
		page.Topics = append(page.Topics, topicRow(t))
	}
	return d.show(w, r, http.StatusOK, "topics", "Topics", page)
}

func topicRow(t *compare.Topic) TopicRow {
	return TopicRow{ID: t.ID, Label: t.Label, Claims: len(t.Claims), Outlets: t.Outlets, From: t.From, To: t.To}
}

// TopicPage is one topic with its claims.
type TopicPage struct {
	TopicRow
	Members []Member   `json:"members"`
	Others  []TopicRow `json:"others"` // topics that it may be joined with
}

// Member is a claim of a topic.
type Member struct {
	ID      string      `json:"id"`
	Article string      `json:"article"`
	Outlet  string      `json:"outlet"`
	Speaker string      `json:"speaker"`
	Kind    report.Term `json:"-"`
	Date    string      `json:"date"`
	Text    string      `json:"text"`
	Centre  bool        `json:"centre"` // the others are like it
}

func (d *Desk) topic(w http.ResponseWriter, r *http.Request) error {
	b, t, err := d.onTopic(r)
	if err != nil {
		return err
	}
	page := TopicPage{TopicRow: topicRow(t), Members: []Member{}, Others: []TopicRow{}}
	for _, id := range t.Claims {
		if c := b.claims[id]; c != nil {
			page.Members = append(page.Members, member(c, t.Centre))
		}
	}
	page.Others = b.others(t)
	return d.show(w, r, http.StatusOK, "topic", t.Label, page)
}

func member(c *claims.Claim, centre string) Member {
	m := Member{ID: c.ID, Article: c.Article, Outlet: c.Outlet, Kind: report.OfClaim(*c), Date: c.Date, Text: c.Text, Centre: c.ID == centre}
	if c.Speaker != nil {
		m.Speaker = c.Speaker.Name
	}
	return m
}

// others are the topics with a story in common, which are the likeliest to
// belong together, then the rest.
func (b *board) others(t *compare.Topic) []TopicRow {
	var near, far []TopicRow
	for i := range b.report.Topics {
		o := &b.report.Topics[i]
		switch {
		case o.ID == t.ID:
		case slices.ContainsFunc(o.Stories, func(s string) bool { return slices.Contains(t.Stories, s) }):
			near = append(near, topicRow(o))
		case len(far) < mostTopics:
			far = append(far, topicRow(o))
		}
	}
	return append(near, far...)
}

// onTopic finds the topic that a request is about.
func (d *Desk) onTopic(r *http.Request) (*board, *compare.Topic, error) {
	b, err := d.current(r)
	if err != nil {
		return nil, nil, err
	}
	t := b.topics[r.PathValue("id")]
	if t == nil {
		return b, nil, fault(http.StatusNotFound, "This topic is not in the report any more.")
	}
	return b, t, nil
}

// part takes the ticked claims out of a topic: one is dropped, several become a
// topic of their own.
func (d *Desk) part(w http.ResponseWriter, r *http.Request) error {
	b, t, err := d.onTopic(r)
	if err != nil {
		return err
	}
	in, err := read(r)
	if err != nil {
		return err
	}
	fix := review.Correction{Kind: review.Apart, Label: t.Label}
	for _, id := range t.Claims {
		if slices.Contains(in.Values["claim"], id) {
			fix.A = append(fix.A, b.keys.Claim(id))
		} else {
			fix.B = append(fix.B, b.keys.Claim(id))
		}
	}
	if len(fix.A) == 0 || len(fix.B) == 0 {
		return fault(http.StatusUnprocessableEntity, "Tick the claims that do not belong here, and leave at least one.")
	}
	return d.correct(w, r, in, fix, func(now *board) string { return now.topicAddress(t.ID) })
}

// join joins a topic with another one.
func (d *Desk) join(w http.ResponseWriter, r *http.Request) error {
	b, t, err := d.onTopic(r)
	if err != nil {
		return err
	}
	in, err := read(r)
	if err != nil {
		return err
	}
	o := b.topics[in.Get("with")]
	if o == nil || o.ID == t.ID {
		return fault(http.StatusUnprocessableEntity, "Choose the topic that this one belongs to.")
	}
	fix := review.Correction{Kind: review.Together, Label: t.Label, A: b.centre(t), B: b.centre(o)}
	return d.correct(w, r, in, fix, func(now *board) string { return now.topicAddress(t.ID) })
}

// centre is the key of the claim that stands for a topic.
func (b *board) centre(t *compare.Topic) []string {
	id := t.Centre
	if id == "" && len(t.Claims) > 0 {
		id = t.Claims[0]
	}
	return []string{b.keys.Claim(id)}
}

func (b *board) topicAddress(id string) string {
	if b.topics[id] == nil {
		return "/topics"
	}
	return "/topic/" + id
}
