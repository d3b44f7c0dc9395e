package check

import (
	"fmt"
	"slices"
)

// number gives the statements of the new articles their numbers and makes room
// for what is known of them.
func (a *addition) number(found []*dossier) error {
	lines := make([][]Line, len(a.Articles))
	for _, d := range found {
		for _, l := range d.lines {
			lines[l.article] = append(lines[l.article], Line{l.claim, l.nth})
		}
	}
	days := newVocabulary(&a.Days)
	a.Begin = append(a.Begin, make([]int32, len(a.Articles)+1-len(a.Begin))...)
	for i, list := range lines {
		if int32(i) >= a.first {
			a.Begin[i+1] = a.Begin[i] + int32(len(list))
			a.Lines = append(a.Lines, list...)
			for _, l := range list {
				c := &a.out.Sheets[int32(i)-a.first].Claims[l.Claim]
				a.Claims = append(a.Claims, c.ID)
				a.Dates = append(a.Dates, days.number(c.Date))
			}
		} else if list != nil && !slices.Equal(list, a.Lines[a.Begin[i]:a.Begin[i+1]]) {
			return fmt.Errorf("the claims of %q are not cut into sentences as they were", a.Articles[i].ID)
		}
	}
	more := len(a.Lines) - len(a.Live)
	a.live = slices.Concat(a.Live, make([]bool, more))
	a.Live = slices.Clone(a.live)
	a.Labels = append(a.Labels, make([]string, more)...)
	a.Centre = append(a.Centre, slices.Repeat([]int32{-1}, more)...)
	a.Speaker = append(a.Speaker, slices.Repeat([]int32{-1}, more)...)
	a.changed = make([]bool, len(a.Lines))
	a.lay()
	return nil
}

// lay finds the article of each statement, and its place in the news.
func (a *addition) lay() {
	a.article, a.place = make([]int32, len(a.Lines)), make([]int32, len(a.Lines))
	at := int32(0)
	for _, i := range a.newsOrder() {
		for s := a.Begin[i]; s < a.Begin[i+1]; s++ {
			a.article[s], a.place[s] = i, at
			at++
		}
	}
}

// index files the keys and the words of the new statements.
func (a *addition) index(found []*dossier) {
	from := a.Begin[a.first]
	words := make([][]uint32, int32(len(a.Lines))-from)
	known := newVocabulary(&a.Vocabulary)
	var entries []uint64
	for _, d := range found {
		places := d.places(func(article int32) int32 { return a.Begin[article] })
		for k, i := range d.keyed {
			s := places[i]
			words[s-from] = known.numbers(d.cards[k].Words())
			for _, key := range d.keys[k] {
				entries = append(entries, uint64(key)<<32|uint64(s))
			}
		}
	}
	if len(a.WordsFrom) == 0 {
		a.WordsFrom = []uint32{0}
	}
	for _, list := range words {
		a.Words = append(a.Words, list...)
		a.WordsFrom = append(a.WordsFrom, uint32(len(a.Words)))
	}
	slices.Sort(entries)
	a.Entries = merge(a.Entries, entries)
}

// merge merges two sorted lists, in the first where it has room.
func merge(a, b []uint64) []uint64 {
	i, j := len(a)-1, len(b)-1
	a = append(a, b...)
	for k := len(a) - 1; j >= 0; k-- {
		if i >= 0 && a[i] > b[j] {
			a[k] = a[i]
			i--
		} else {
			a[k] = b[j]
			j--
		}
	}
	return a
}
