package review_test

import (
	"strings"
	"testing"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

// said is one invented claim: article, speaker ("" for the outlet's own voice)
// and words, which the article holds.
type said struct{ article, speaker, words string }

// texts are the articles of the sample, by ID.
var texts = map[string]string{
	"post":    "Pier row\n\n“The pier is safe for every visitor,” said Mara Lind.\n\nThe council paid £200 for the inspection.\n",
	"courier": "Pier again\n\n“The pier is not safe for any visitor,” said Tom Okoye. “It is shut,” he added.\n",
	"lamp":    "Old pier\n\n“The pier is safe for every visitor,” said Mara Lind. “The pier could not be safer.”\n",
}

// made is a report of the claims, in which findings are pairs of their numbers.
func made(list []said, findings ...[2]int) *compare.Report {
	r := &compare.Report{Version: compare.Version, Topics: []compare.Topic{}, Findings: []compare.Finding{}, SetAside: []compare.SetAside{}}
	for _, id := range []string{"post", "courier", "lamp"} {
		r.Articles = append(r.Articles, claims.Article{ID: id, Outlet: strings.ToUpper(id), Text: texts[id], Date: "2031-05-01"})
	}
	for i, s := range list {
		at := strings.Index(texts[s.article], s.words)
		c := claims.Claim{
			ID: "c" + string(rune('0'+i)), Article: s.article, Outlet: strings.ToUpper(s.article), Kind: claims.Own, Date: "2031-05-01",
			Text: s.words, Content: []claims.Span{{Start: at, End: at + len(s.words)}},
		}
		if s.speaker != "" {
			c.Kind, c.Speaker = claims.Direct, &claims.Speaker{ID: s.speaker, Name: s.speaker}
		}
		r.Claims = append(r.Claims, c)
	}
	for _, f := range findings {
		r.Findings = append(r.Findings, compare.Finding{
			ID: "f" + r.Claims[f[0]].ID + r.Claims[f[1]].ID, Relation: compare.Dispute, Type: compare.Negation,
			A: r.Claims[f[0]].ID, B: r.Claims[f[1]].ID, Score: .9, Judge: "rules/1",
		})
	}
	return r
}

var pier = []said{
	{"post", "Mara Lind", "The pier is safe for every visitor,"},
	{"courier", "Tom Okoye", "The pier is not safe for any visitor,"},
	{"lamp", "Mara Lind", "The pier is safe for every visitor,"},
	{"lamp", "Mara Lind", "The pier could not be safer."},
	{"courier", "Tom Okoye", "It is shut,"},
	{"post", "", "The council paid £200 for the inspection."},
}

// desk is a ledger in memory with a clock that the test sets.
type desk struct {
	*review.Ledger
	t   *testing.T
	now time.Time
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, now: reviewtest.Noon}
	var err error
	if d.Ledger, err = review.NewLedger(t.Context(), &review.Memory{}, func() time.Time { return d.now }); err != nil {
		t.Fatal(err)
	}
	return d
}

// record records an event with what it was decided on: the finding at index i.
func (d *desk) decide(who string, r *compare.Report, i int, v review.Verdict, change ...func(*review.Event)) review.Event {
	d.t.Helper()
	f := r.Findings[i]
	k := review.NewKeys(r)
	p := k.Shown(f)
	e := review.Event{Who: who, Action: review.Decide, Subject: k.Pair(f.A, f.B), Verdict: v, Pair: &p}
	for _, c := range change {
		c(&e)
	}
	return d.do(e)
}

func (d *desk) do(e review.Event) review.Event {
	d.t.Helper()
	got, err := d.Record(d.t.Context(), e, review.Whatever)
	if err != nil {
		d.t.Fatal(err)
	}
	return got
}

// standing is where the pair of a finding stands.
func (d *desk) standing(r *compare.Report, i int) (t review.Standing) {
	d.View(func(s *review.State) { t = s.Of(review.NewKeys(r).Ref(r.Findings[i]), d.now) })
	return t
}

// apply applies the decisions.
func (d *desk) apply(r *compare.Report) (out *compare.Report, done review.Applied) {
	d.View(func(s *review.State) { out, done = s.Apply(r, d.now) })
	return out, done
}
