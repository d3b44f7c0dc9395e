package check

import (
	"cmp"
	"fmt"
	"slices"
)

// reopen opens the stories that are not what they were, and notes what is found
// there.
func (a *addition) reopen() error {
	a.sheets = make([]*sheet, len(a.Articles))
	events := a.touched()
	found, err := openAll(a.ctx, events, func(n int) (*dossier, error) {
		papers, err := a.papers(events[n])
		if err != nil {
			return nil, err
		}
		a.opt.unify(papers)
		return a.opt.open(a.ctx, papers, func(d *dossier) { d.card(d.since(a.first), 0) })
	}, func(done, total int) { a.opt.progress(StageCompare, done, total) })
	if err != nil {
		return err
	}
	if err := a.number(found); err != nil {
		return err
	}
	a.forget(events)
	for n, d := range found {
		a.note(events[n], d)
	}
	slices.SortFunc(a.Copies, func(x, y Copies) int { return cmp.Compare(a.place[x.Members[0]], a.place[y.Members[0]]) })
	a.index(found)
	return nil
}

// touched are the stories that are not, article by article, what one story was.
func (a *addition) touched() [][]int32 {
	size := map[int32]int{}      // story before -> its articles
	shares := map[[2]int32]int{} // story before, and now -> the articles they share
	home := map[int32]int32{}    // story before -> the one now that has most of it
	for i, s := range a.was {
		if s >= 0 {
			size[s]++
		}
		if a.Story[i] >= 0 {
			at := [2]int32{s, a.Story[i]}
			shares[at]++
			if best, ok := home[s]; !ok || shares[at] > shares[[2]int32{s, best}] {
				home[s] = a.Story[i]
			}
		}
	}
	var out [][]int32
	a.moved = make([]bool, len(a.Articles))
	for _, e := range a.events {
		if s := a.wasOf(e[0]); s >= 0 && size[s] == len(e) && shares[[2]int32{s, a.Story[e[0]]}] == len(e) {
			continue
		}
		out = append(out, e)
		a.move(e, shares, home)
	}
	return out
}

func (a *addition) wasOf(article int32) int32 {
	if article < a.first {
		return a.was[article]
	}
	return -1
}

// move notes the articles of a story that moved there: those of all stories
// before but one, and those whose own story is mostly elsewhere now. Of two
// articles that were together and are not, or the other way round, one moved.
func (a *addition) move(event []int32, shares map[[2]int32]int, home map[int32]int32) {
	now := a.Story[event[0]]
	main := int32(-1)
	for _, i := range event {
		if s := a.wasOf(i); s >= 0 && (main < 0 || shares[[2]int32{s, now}] > shares[[2]int32{main, now}]) {
			main = s
		}
	}
	for _, i := range event {
		s := a.wasOf(i)
		a.moved[i] = s != main || s >= 0 && home[s] != now
	}
}

// papers are the articles of a story with their claims, each speaker as he was
// found in his article.
func (a *addition) papers(event []int32) ([]paper, error) {
	out := make([]paper, len(event))
	for k, i := range event {
		s, err := a.open(i)
		if err != nil {
			return nil, err
		}
		a.sheets[i] = s
		out[k] = paper{*s, i}
	}
	return out, nil
}

// open takes an article from the shelf, or from those that came.
func (a *addition) open(i int32) (*sheet, error) {
	if i >= a.first {
		s := &a.out.Sheets[i-a.first]
		return &sheet{&s.Article, s.Claims}, nil
	}
	s, err := a.shelf.Sheet(i)
	if err != nil {
		return nil, fmt.Errorf("reading %q again: %w", a.Articles[i].ID, err)
	}
	return &sheet{&s.Article, s.Claims}, nil
}

// since are the statements of the articles from first on.
func (d *dossier) since(first int32) []int32 {
	var out []int32
	for i, l := range d.lines {
		if l.article >= first {
			out = append(out, int32(i))
		}
	}
	return out
}
