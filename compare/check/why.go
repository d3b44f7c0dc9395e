package check

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// ErrNoClaim is the error of [Why] for an ID that no claim of the report has.
var ErrNoClaim = errors.New("no claim has the ID")

// Meeting tells why two claims were held against each other, or were not. They
// are where they passed all three gates: plausibly one subject, one event, one
// time. The sentences that count are the two that are most alike.
type Meeting struct {
	A         string `json:"a"`          // claim ID
	B         string `json:"b"`          // claim ID
	SentenceA string `json:"sentence_a"` // "" where the claim states nothing that can be compared
	SentenceB string `json:"sentence_b"`

	Subject bool `json:"subject"` // passed: they are alike enough to be about one thing
	Event   bool `json:"event"`   // passed: they are of one story, or alike beyond doubt
	Time    bool `json:"time"`    // passed: of one story or one speaker, or few days apart

	Similarity float64  `json:"similarity"` // in [0, 1]
	Least      float64  `json:"least"`      // the similarity that they need: more where they are of two stories
	Reasons    []Reason `json:"reasons"`    // the words that made them alike, strongest first
	// SharedKey tells whether the two have a blocking key in common. Without
	// one, statements of two stories are not compared at all.
	SharedKey   bool   `json:"shared_key"`
	StoryA      string `json:"story_a"`      // story ID
	StoryB      string `json:"story_b"`      // story ID
	Days        int    `json:"days"`         // between their articles, -1 where a date is not known
	MostDays    int    `json:"most_days"`    // that may lie between two speakers
	SameSpeaker bool   `json:"same_speaker"` // one person or body makes both

	Topic  string `json:"topic"`  // ID of a topic that has both, "" for none
	Copies bool   `json:"copies"` // they are appearances of one text
	Asked  bool   `json:"asked"`  // whether anybody asks a judge about such a pair: not what one article says in its own voice
}

// Reason is a pair of words that made two statements alike.
type Reason struct {
	A      string  `json:"a"`      // as the first has it, folded
	B      string  `json:"b"`      // as the second has it
	Weight float64 `json:"weight"` // the share of the similarity that is theirs, in (0, 1]
}

// Met reports whether all gates were passed.
func (m Meeting) Met() bool { return m.Subject && m.Event && m.Time }

// Why explains a pair of claims of a report that Run or Topics made. Of the
// options, Topics counts, and should be those of the run. The figures are those
// of the run, but for the weights behind Reasons, which are the news' alone.
func Why(report *compare.Report, a, b string, opt Options) (Meeting, error) {
	r := revive(report, opt)
	x, err := r.openClaim(a)
	if err != nil {
		return Meeting{}, err
	}
	y, err := r.openClaim(b)
	if err != nil {
		return Meeting{}, err
	}
	m := Meeting{A: a, B: b, StoryA: r.storyOf[x.claim.Article], StoryB: r.storyOf[y.claim.Article], Reasons: []Reason{}}
	m.surround(report, x, y, opt)
	r.hold(&m, x, y)
	return m, nil
}

// revive is the state of the run that made a report, as far as it is needed.
func revive(report *compare.Report, opt Options) *run {
	r := &run{opt: opt, report: *report, storyOf: map[string]string{}}
	read, _ := English(report.Articles)
	r.lay(read)
	r.index(read)
	place := make(map[string]int32, len(read))
	for i := range r.sheets {
		place[r.sheets[i].ID] = int32(i)
	}
	for _, s := range report.Stories {
		var event []int32
		for _, id := range s.Articles {
			r.storyOf[id] = s.ID
			if at, ok := place[id]; ok {
				event = append(event, at)
			}
		}
		r.events = append(r.events, event)
	}
	return r
}

// opened is a claim with its statements.
type opened struct {
	claim      *claims.Claim
	day        int32
	statements []*statement
	items      []*topic.Item
}

// openClaim finds one claim and its statements.
func (r *run) openClaim(id string) (opened, error) {
	var s sheet
	at := -1
	for i := 0; at < 0 && i < len(r.sheets); i++ {
		s = r.sheets[i]
		at = slices.IndexFunc(s.claims, func(c claims.Claim) bool { return c.ID == id })
	}
	if at < 0 {
		return opened{}, fmt.Errorf("%w %q", ErrNoClaim, id)
	}
	words := readers.Get().(*term.Reader)
	defer readers.Put(words)
	p := newPage(words, s.Article)
	o := opened{claim: &s.claims[at], day: p.day, statements: s.sentences(int32(at))}
	for _, s := range o.statements {
		o.items = append(o.items, p.item(s))
	}
	return o, nil
}

// surround fills what does not depend on the words.
func (m *Meeting) surround(report *compare.Report, x, y opened, opt Options) {
	m.MostDays = cmp.Or(opt.Topics.Days, topic.Days)
	m.Days = -1
	if x.day != 0 && y.day != 0 {
		m.Days = int(max(x.day-y.day, y.day-x.day))
	}
	m.SameSpeaker = x.claim.Speaker != nil && y.claim.Speaker != nil && x.claim.Speaker.ID == y.claim.Speaker.ID
	for _, t := range report.Topics {
		if m.Topic == "" && slices.Contains(t.Claims, m.A) && slices.Contains(t.Claims, m.B) {
			m.Topic = t.ID
		}
	}
	for _, c := range report.Copies {
		m.Copies = m.Copies || slices.Contains(c.Claims, m.A) && slices.Contains(c.Claims, m.B)
	}
}

// hold holds the statements of two claims against each other.
func (r *run) hold(m *Meeting, x, y opened) {
	together := m.StoryA == m.StoryB
	m.Time = together || m.SameSpeaker || m.Days <= m.MostDays
	m.Event = together
	m.Least = cmp.Or(r.opt.Topics.Certain, topic.Certain)
	if together {
		m.Least = cmp.Or(r.opt.Topics.Pair, topic.Pair)
	}
	if len(x.items) == 0 || len(y.items) == 0 {
		return
	}
	var p topic.Candidate
	if together {
		p = r.inStory(m.StoryA, x, y)
	} else {
		p = acrossStories(x, y)
	}
	a, b := x.items[p.A], y.items[p.B]
	s, t := x.statements[p.A], y.statements[p.B]
	m.Similarity, m.SentenceA, m.SentenceB = float64(p.Similarity), s.Text, t.Text
	_, reasons := topic.Similarity(a, b)
	for _, w := range reasons {
		m.Reasons = append(m.Reasons, Reason(w))
	}
	m.SharedKey = meet(topic.Keys(a), topic.Keys(b))
	m.Subject = m.Copies || m.Similarity >= cmp.Or(r.opt.Topics.Pair, topic.Pair)
	m.Event = together || m.SharedKey && m.Similarity >= m.Least
	m.Asked = together && asked(s, t) || !together && s.Claim.Speaker != nil && t.Claim.Speaker != nil
}

// inStory compares as [topic.Within] does: by the words of the whole story. A
// and B of the result are places in x and y.
func (r *run) inStory(story string, x, y opened) topic.Candidate {
	words := readers.Get().(*term.Reader)
	defer readers.Put(words)
	d := &dossier{}
	for n, s := range r.report.Stories {
		if s.ID != story {
			continue
		}
		for _, i := range r.events[n] {
			p := newPage(words, r.sheets[i].Article)
			for _, s := range r.sheets[i].state(i) {
				d.statements, d.items = append(d.statements, s), append(d.items, p.item(s))
			}
		}
	}
	var items []*topic.Item
	from, of := map[int32]int32{}, map[int32]int32{} // places in items -> in x, in y
	d.collapse()
	for i, s := range d.statements {
		at := int32(len(items))
		switch _, stand := slices.BinarySearch(d.stands, int32(i)); {
		case s.Claim.ID == x.claim.ID:
			from[at] = int32(len(from))
		case s.Claim.ID == y.claim.ID:
			of[at] = int32(len(of))
		case !stand:
			continue
		}
		items = append(items, d.items[i])
	}
	return closest(items, from, of, r.opt.Topics)
}

// nothing is a similarity below all that words in common give.
const nothing = 1e-9

// closest is the pair that is most alike of statements in from and in of.
func closest(items []*topic.Item, from, of map[int32]int32, opt topic.Options) topic.Candidate {
	opt.Pair = nothing
	in := func(m map[int32]int32, i int32) bool { _, ok := m[i]; return ok }
	g := topic.Within(items, opt, func(a, b int32) bool { return in(from, a) && in(of, b) || in(from, b) && in(of, a) })
	var best topic.Candidate
	for _, p := range g.Candidates {
		if in(from, p.B) {
			p.A, p.B = p.B, p.A
		}
		if p.Similarity > best.Similarity {
			best = topic.Candidate{A: from[p.A], B: of[p.B], Similarity: p.Similarity}
		}
	}
	return best
}

// acrossStories compares as [topic.Index] does, whether or not the two share a
// key and a time.
func acrossStories(x, y opened) topic.Candidate {
	others := make([]topic.Card, len(y.items))
	for j, it := range y.items {
		others[j] = topic.NewCard(it, 1, 0)
	}
	var best topic.Candidate
	for i, it := range x.items {
		card := topic.NewCard(it, 0, 0)
		for j := range others {
			if alike := card.Similarity(&others[j]); alike > best.Similarity {
				best = topic.Candidate{A: int32(i), B: int32(j), Similarity: alike}
			}
		}
	}
	return best
}

// meet reports whether two sorted lists have a key in common.
func meet(a, b []uint32) bool {
	for _, k := range a {
		if _, ok := slices.BinarySearch(b, k); ok {
			return true
		}
	}
	return false
}
