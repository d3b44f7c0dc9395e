package web

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
	"crosscheck/report/review"
)

// board is the findings as they lie on the desk. It is never changed: a
// correction makes a new one.
type board struct {
	report   *compare.Report
	keys     *review.Keys
	items    []*item // most valuable first
	byKey    map[string]*item
	articles map[string]*claims.Article
	claims   map[string]*claims.Claim
	topics   map[string]*compare.Topic
	members  map[string][]*claims.Claim // by article
	byClaim  map[string][]*item         // by the key of a claim on either side
	views    map[string]filled          // by the ID of a finding
	facet    []Facet                    // with nothing chosen
	fixes    int64                      // number of the last event when it was laid out
}

// item is one pair on the board.
type item struct {
	review.Ref
	finding  compare.Finding
	view     *report.Finding
	also     []*report.Finding // further findings on the same two claims
	value    float64
	rank     int // place on the board, from 0
	reach    int // outlets that carry either side
	date     string
	outlets  []string
	speakers []string
	searched string // in lower case
}

// layOut lays the board out by the ledger as it stands.
func (d *Desk) layOut() {
	d.build.Lock()
	defer d.build.Unlock()
	var r *compare.Report
	var seq int64
	d.ledger.View(func(s *review.State) { r, _ = s.Corrected(d.base); seq = s.Seq() })
	b := newBoard(r, d.board.Load())
	b.fixes = seq
	d.board.Store(b)
}

// filled is a finding in words, and what it was made of.
type filled struct {
	view *report.Finding
	of   string
}

// newBoard lays out a report. Findings that are as they were on the board before
// are taken over from it, which may be nil.
func newBoard(r *compare.Report, before *board) *board {
	b := &board{
		report: r, keys: review.NewKeys(r), byKey: map[string]*item{}, byClaim: map[string][]*item{}, views: map[string]filled{},
		articles: map[string]*claims.Article{}, claims: map[string]*claims.Claim{},
		topics: map[string]*compare.Topic{}, members: map[string][]*claims.Claim{},
	}
	for i := range r.Articles {
		b.articles[r.Articles[i].ID] = &r.Articles[i]
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		b.claims[c.ID] = c
		b.members[c.Article] = append(b.members[c.Article], c)
	}
	for i := range r.Topics {
		b.topics[r.Topics[i].ID] = &r.Topics[i]
	}
	b.fill(before)
	for _, f := range r.Findings {
		b.put(f, b.views[f.ID].view)
	}
	b.rank()
	b.facet = b.facets()
	return b
}

// fill puts the findings into words, as far as they are not as they were.
func (b *board) fill(before *board) {
	changed := *b.report
	changed.Findings = nil
	for _, f := range b.report.Findings {
		of := b.ground(f)
		if before != nil && before.views[f.ID].of == of {
			b.views[f.ID] = before.views[f.ID]
			continue
		}
		b.views[f.ID] = filled{of: of}
		changed.Findings = append(changed.Findings, f)
	}
	view := report.Fill(&changed)
	for i := range view.Findings {
		f := &view.Findings[i]
		b.views[changed.Findings[i].ID] = filled{f, b.views[changed.Findings[i].ID].of}
	}
}

// ground is what a finding's words depend on, and what a correction may change.
func (b *board) ground(f compare.Finding) string {
	var s strings.Builder
	s.WriteString(string(f.Relation) + "\x00" + f.Topic)
	if t := b.topics[f.Topic]; t != nil {
		s.WriteString(t.Label)
	}
	for _, ids := range [][]string{{f.A, f.B}, f.Also.A, f.Also.B} {
		for _, id := range ids {
			if c := b.claims[id]; c != nil {
				s.WriteString("\x00" + id + "\x00" + c.Text)
				if c.Speaker != nil {
					s.WriteString("\x00" + c.Speaker.ID + c.Speaker.Name + c.Speaker.Role + c.Speaker.Affiliation)
				}
			}
		}
	}
	return s.String()
}

// put adds a finding, to the pair that has the same two claims where there is
// one.
func (b *board) put(f compare.Finding, v *report.Finding) {
	ref := b.keys.Ref(f)
	if it := b.byKey[ref.Key]; it != nil {
		it.also = append(it.also, v)
		return
	}
	it := &item{Ref: ref, finding: f, view: v}
	for _, s := range v.Sides() {
		it.side(s)
	}
	it.reach = len(it.outlets)
	it.searched = strings.ToLower(strings.Join([]string{v.Title, v.Why, v.Topic, v.A.Passage.String(), v.B.Passage.String(),
		strings.Join(it.outlets, " "), strings.Join(it.speakers, " ")}, " "))
	b.byKey[ref.Key] = it
	b.byClaim[ref.A] = append(b.byClaim[ref.A], it)
	b.byClaim[ref.B] = append(b.byClaim[ref.B], it)
	b.items = append(b.items, it)
}

func (it *item) side(s report.Side) {
	add := func(list *[]string, name string) {
		if name != "" && !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
	add(&it.outlets, s.Outlet)
	add(&it.speakers, s.Name)
	for _, a := range s.Also {
		add(&it.outlets, a.Outlet)
	}
	for _, o := range s.Printed.Outlets {
		add(&it.outlets, o)
	}
	it.date = max(it.date, s.Date)
}

// The weights of what makes a pair worth deciding first, beside its score. They
// are guesses at what an editor would say: a text in four outlets counts half as
// much again as one in two, and news of last week three quarters of today's.
const (
	reachWeight = .5 // for every doubling of the outlets
	oldest      = .5 // what is left of the value of old news
	halfLife    = 7 * 24 * float64(time.Hour)
)

// rank puts the most valuable first: score, times reach, times freshness against
// the newest of all. No clock is asked, so that the order is that of the report.
func (b *board) rank() {
	newest := ""
	for _, it := range b.items {
		newest = max(newest, it.date)
	}
	for _, it := range b.items {
		it.value = it.finding.Score * (1 + reachWeight*math.Log2(float64(max(it.reach, 1)))) * freshness(it.date, newest)
	}
	slices.SortStableFunc(b.items, func(x, y *item) int { return cmp.Compare(y.value, x.value) })
	for i, it := range b.items {
		it.rank = i
	}
}

// freshness is in [oldest, 1]: 1 on the day of the newest. What has no date is
// old.
func freshness(date, newest string) float64 {
	d, err := time.Parse(time.DateOnly, date)
	n, err2 := time.Parse(time.DateOnly, newest)
	if err != nil || err2 != nil {
		return oldest
	}
	return oldest + (1-oldest)*math.Exp2(-float64(n.Sub(d))/halfLife)
}
