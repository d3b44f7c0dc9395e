package check

import (
	"slices"

	"crosscheck/claims"
)

// forget lets go what was found in stories that are opened again, and about
// articles that are gone.
func (a *addition) forget(events [][]int32) {
	open := make([]bool, len(a.Articles))
	for _, e := range events {
		for _, i := range e {
			open[i] = true
		}
	}
	for _, i := range a.gone {
		open[i] = true
		for s := a.Begin[i]; s < a.Begin[i+1]; s++ {
			a.changed[s] = true
			a.Live[s], a.Centre[s], a.Speaker[s], a.Labels[s] = false, -1, -1, ""
		}
	}
	for i, s := range a.was {
		if open[i] {
			delete(a.Alone, s)
		}
	}
	a.Copies = slices.DeleteFunc(a.Copies, func(c Copies) bool {
		return slices.ContainsFunc(c.Members, func(m int32) bool { return open[a.article[m]] })
	})
}

// note notes what was found in a story.
func (a *addition) note(event []int32, d *dossier) {
	places := d.places(func(article int32) int32 { return a.Begin[article] })
	for i, l := range d.lines {
		s := places[i]
		who := a.speaker(a.sheets[l.article].claims[l.claim].Speaker)
		a.changed[s] = l.article >= a.first || a.moved[l.article] || !a.sameSpeaker(a.Speaker[s], who)
		a.Live[s], a.Centre[s], a.Speaker[s], a.Labels[s] = false, at(places, d.centre[i]), who, d.labels[int32(i)]
	}
	for _, i := range d.stands {
		a.Live[places[i]] = true
	}
	for _, s := range places {
		a.changed[s] = a.changed[s] || a.live[s] != a.Live[s]
	}
	for _, c := range d.copies {
		one := Copies{Kind: string(c.kind), Witnesses: c.witnesses}
		for _, m := range c.members {
			one.Members = append(one.Members, places[m])
		}
		a.Copies = append(a.Copies, one)
	}
	if d.cappedCopies > 0 {
		if a.Alone == nil {
			a.Alone = map[int32]int{}
		}
		a.Alone[a.Story[event[0]]] = d.cappedCopies
	}
}

// speaker is the place of a speaker in the ledger.
func (a *addition) speaker(s *claims.Speaker) int32 {
	if s == nil {
		return -1
	}
	if a.speakers == nil {
		a.speakers = make(map[claims.Speaker]int32, len(a.Speakers))
		for i, known := range a.Speakers {
			a.speakers[known] = int32(i)
		}
	}
	i, ok := a.speakers[*s]
	if !ok {
		i = int32(len(a.Speakers))
		a.Speakers = append(a.Speakers, *s)
		a.speakers[*s] = i
	}
	return i
}

func (a *addition) sameSpeaker(x, y int32) bool {
	return x == y || x >= 0 && y >= 0 && a.Speakers[x].ID == a.Speakers[y].ID
}
