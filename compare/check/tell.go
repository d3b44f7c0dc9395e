package check

import (
	"cmp"
	"fmt"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/wire"
)

// teller puts a report together.
type teller struct {
	*addition
	all     bool
	topics  []group
	touched []int  // the topics that are told
	told    []bool // of each statement
}

// tell puts the report together.
func (a *addition) tell(all bool) error {
	t := &teller{addition: a, all: all || a.first == 0, topics: groups(a.centre)}
	t.choose()
	if err := t.fetch(); err != nil {
		return err
	}
	t.show()
	if err := t.describe(); err != nil {
		return err
	}
	t.copies()
	t.stories()
	texts := 0
	for _, n := range a.Alone {
		texts += n
	}
	a.out.Report.Warnings = append(a.out.Report.Warnings, Capped{a.Capped, texts, a.crowdedKeys}.Warnings()...)
	return nil
}

// choose finds the topics that the new articles are in.
func (t *teller) choose() {
	t.told = make([]bool, len(t.Lines))
	fresh := t.Begin[t.first]
	for i, g := range t.topics {
		slices.SortFunc(g.members, func(x, y int32) int { return cmp.Compare(t.place[x], t.place[y]) })
		if !t.all && slices.Max(g.members) < fresh {
			continue
		}
		t.touched = append(t.touched, i)
		for _, m := range g.members {
			t.told[m] = true
		}
	}
}

// fetch takes all articles from the shelf that were not taken before, where all
// are told.
func (t *teller) fetch() error {
	if !t.all {
		return nil
	}
	parts := slices.DeleteFunc(slices.Clone(t.events), func(e []int32) bool { return t.sheets[e[0]] != nil })
	failed := make([]error, len(parts))
	err := each(t.ctx, len(parts), func(n int) { failed[n] = t.take(parts[n]) }, func(int) {})
	for _, f := range failed {
		err = cmp.Or(err, f)
	}
	return err
}

// take takes the articles of a story from the shelf.
func (t *teller) take(articles []int32) error {
	papers, err := t.papers(articles)
	if err == nil {
		t.opt.unify(papers)
	}
	return err
}

// show puts articles and claims into the report, in the order of the news.
func (t *teller) show() {
	r := t.out.Report
	if t.first == 0 {
		r.Claims = t.list // which are in that order, and many
	}
	for _, i := range t.newsOrder() {
		s := t.sheets[i]
		if s == nil || t.Story[i] < 0 {
			continue
		}
		claims := t.claimsOf(i)
		if t.all {
			claims = s.claims
		}
		if t.first > 0 {
			r.Claims = append(r.Claims, claims...)
		}
		if t.all || len(claims) > 0 {
			r.Articles = append(r.Articles, *s.Article)
		}
	}
}

// claimsOf are the claims of an article that are told.
func (t *teller) claimsOf(article int32) []claims.Claim {
	var out []claims.Claim
	last := int32(-1)
	for s := t.Begin[article]; s < t.Begin[article+1]; s++ {
		if c := t.Lines[s].Claim; t.told[s] && c != last {
			out = append(out, t.sheets[article].claims[c])
			last = c
		}
	}
	return out
}

// newsOrder are the articles in the order of the news.
func (a *addition) newsOrder() []int32 {
	order := make([]int32, len(a.rank))
	for i, n := range a.rank {
		order[n] = int32(i)
	}
	return order
}

// describe describes the topics that are told.
func (t *teller) describe() error {
	r := t.out.Report
	for _, i := range t.touched {
		one, err := t.topic(t.topics[i])
		if err != nil {
			return err
		}
		r.Topics = append(r.Topics, one)
		if slices.Min(t.topics[i].members) >= t.Begin[t.first] {
			t.out.New = append(t.out.New, one.ID)
		}
	}
	slices.SortFunc(r.Topics, LargestFirst)
	slices.Sort(t.out.New)
	return nil
}

// topic describes a group.
func (t *teller) topic(g group) (compare.Topic, error) {
	list := make([]Mention, len(g.members))
	for i, m := range g.members {
		article := t.article[m]
		list[i] = Mention{Claim: t.Claims[m], Outlet: t.Articles[article].Outlet, Date: t.Days[t.Dates[m]], Story: t.Articles[t.Story[article]].ID}
		if who := t.Speaker[m]; who >= 0 {
			list[i].Speaker = t.Speakers[who].Name
		}
	}
	label, err := t.label(g.centre)
	return NewTopic(label, t.Claims[g.centre], t.Lines[g.members[0]].Nth, list), err
}

// label is the label of the topic around a statement. One that is alone in its
// story and was joined by other stories has none yet.
func (t *teller) label(centre int32) (string, error) {
	if label := t.Labels[centre]; label != "" {
		return label, nil
	}
	article, l := t.article[centre], t.Lines[centre]
	s := t.sheets[article]
	if s == nil {
		var err error
		if s, err = t.open(article); err != nil {
			return "", err
		}
	}
	one := s.statement(article, 0, ref{l.Claim, l.Nth})
	if one == nil {
		return "", fmt.Errorf("%q does not have the claims that it had", t.Articles[article].ID)
	}
	return LabelAlone(one.Text), nil
}

// copies reports the copies of the topics that are told.
func (t *teller) copies() {
	var list []copies
	for _, c := range t.Copies {
		if t.told[c.Members[0]] {
			list = append(list, copies{wire.Kind(c.Kind), c.Witnesses, c.Members})
		}
	}
	t.out.Report.Copies = reported(t.out.Report.Copies, list, func(s int32) string { return t.Claims[s] })
}

// stories reports the stories of the articles that are told.
func (t *teller) stories() {
	for _, e := range t.events {
		if !slices.ContainsFunc(e, func(i int32) bool { return t.sheets[i] != nil }) {
			continue
		}
		t.out.Report.Stories = append(t.out.Report.Stories, describe(len(e), func(i int) *claims.Article {
			k := t.Articles[e[i]]
			return &claims.Article{ID: k.ID, Title: k.Title, Date: k.Date}
		}))
	}
}
