package web

import (
	"slices"

	"crosscheck/report/review"
)

// neighbours fills in what comes before and after.
func (d *Desk) neighbours(b *board, page *PairPage, f Filter, p Person) {
	list := d.pick(b, f, p)
	at := slices.IndexFunc(list, func(x placed) bool { return x.Key == page.Key })
	page.Place, page.Of = at+1, len(list)
	page.Next = d.after(b, f, page.Key, p)
	if at > 0 {
		page.Previous = address(list[at-1].Key, f)
	} else if at < 0 && len(list) > 0 {
		page.Previous = address(list[len(list)-1].Key, f)
	}
}

// after is the address of what comes after a pair: the next that the filter has
// and that the person has not left for later, from the first again when the end
// is reached; then those left for later; then the queue.
func (d *Desk) after(b *board, f Filter, key string, p Person) string {
	if f.Sort == "" && f.State == "" {
		return d.afterOnBoard(b, f, key, p)
	}
	var first, later []placed
	for _, x := range d.pick(b, f, p) {
		if f.State == "" && x.standing.SkippedBy(p.Name) {
			later = append(later, x)
		} else {
			first = append(first, x)
		}
	}
	for _, list := range [][]placed{first, later} {
		place := b.place(list, key, f)
		for i := range list {
			if x := list[(place+i)%len(list)]; x.Key != key {
				return address(x.Key, f)
			}
		}
	}
	return "/queue?" + f.Query()
}

// afterOnBoard is after in the order of the board: most often the next pair is
// one that waits, and nothing else has to be looked at.
func (d *Desk) afterOnBoard(b *board, f Filter, key string, p Person) string {
	begin := 0
	if it := b.byKey[key]; it != nil {
		begin = it.rank + 1
	}
	var next, later *item
	d.standings(b, func(at []*review.Standing) {
		for i := range b.items {
			it := b.items[(begin+i)%len(b.items)]
			t := at[it.rank]
			switch {
			case it.Key == key || !waits(t, p) || !f.matches(it):
			case !t.SkippedBy(p.Name):
				next = it
				return
			case later == nil:
				later = it
			}
		}
	})
	switch {
	case next != nil:
		return address(next.Key, f)
	case later != nil:
		return address(later.Key, f)
	}
	return "/queue?" + f.Query()
}

// place is where in the list the pairs behind the given one begin. A pair that
// was just decided is no longer in it: its place on the board tells.
func (b *board) place(list []placed, key string, f Filter) int {
	it := b.byKey[key]
	if it == nil {
		return 0
	}
	i, found := slices.BinarySearchFunc(list, it, func(x placed, it *item) int { return f.compare(x.item, it) })
	if found {
		i++
	}
	return i
}

func address(key string, f Filter) string {
	if q := f.Query(); q != "" {
		return "/pair/" + key + "?" + q
	}
	return "/pair/" + key
}
