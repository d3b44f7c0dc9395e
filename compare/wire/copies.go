package wire

import "slices"

// wire makes copies of one witness; of a form, each entry by itself.
func (w *witnesser) wire(members []int32) []Copies {
	if !w.form(members) {
		return w.one(members)
	}
	var out []Copies
	for _, same := range w.byText(members) {
		out = append(out, w.one(same)...)
	}
	return out
}

// one makes one group of members, none where they are of one article.
func (w *witnesser) one(members []int32) []Copies {
	c := Copies{Kind: Own, Witnesses: 1, Members: w.appearances(members)}
	for _, rank := range members {
		if w.passage(rank).Outlet != w.passage(members[0]).Outlet {
			c.Kind = Wire
		}
	}
	if c.Kind == Own {
		c.Members = slices.DeleteFunc(c.Members, func(m Copy) bool { return m.Like < leastOwn })
	}
	if w.oneArticle(c.Members) {
		return nil
	}
	return []Copies{c}
}

// byText are the members with one text, by the first of them.
func (w *witnesser) byText(members []int32) [][]int32 {
	var out [][]int32
	at := map[int32]int{}
	for _, rank := range members {
		n, ok := at[w.of[rank]]
		if !ok {
			n = len(out)
			at[w.of[rank]] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], rank)
	}
	return out
}

// form reports whether an article has several texts of a group: a list, or a form
// that is filled in again and again.
func (w *witnesser) form(members []int32) bool {
	for i := 1; i < len(members); i++ {
		if w.of[members[i]] != w.of[members[i-1]] && w.passage(members[i]).Article == w.passage(members[i-1]).Article {
			return true
		}
	}
	return false
}

func (w *witnesser) oneArticle(members []Copy) bool {
	return w.passage(int32(members[0].Passage)).Article == w.passage(int32(members[len(members)-1].Passage)).Article
}

// quotations makes copies of a quotation: each class is one witness. A short
// one is told for each speaker by himself, and where nobody knows who spoke, for
// each class.
func (w *witnesser) quotations(t int32, members []int32) []Copies {
	if w.texts[t].n >= leastQuoted {
		return w.quoted(members, all(len(members)))
	}
	speakers := map[string][]int{}
	var order []string
	for i, rank := range members {
		who := w.passage(rank).Speaker
		if speakers[who] == nil {
			order = append(order, who)
		}
		speakers[who] = append(speakers[who], i)
	}
	var out []Copies
	for _, who := range order {
		if who != "" && w.texts[t].n >= leastSaid {
			out = append(out, w.quoted(members, speakers[who])...)
			continue
		}
		for _, class := range w.class.among(speakers[who]) {
			out = append(out, w.one(pick(members, class))...)
		}
	}
	return out
}

// quoted makes one group of the classes. An outlet is one witness, however
// often it prints what it took down.
func (w *witnesser) quoted(members []int32, some []int) []Copies {
	first := map[string]int{}
	for _, i := range some {
		outlet := w.passage(members[i]).Outlet
		if at, ok := first[outlet]; ok && outlet != "" {
			w.class.unite(at, i)
		} else {
			first[outlet] = i
		}
	}
	out := w.one(pick(members, some))
	classes := w.class.among(some)
	if len(classes) == 1 || len(out) == 0 {
		return out
	}
	out[0].Kind, out[0].Witnesses = Quotation, len(classes)
	witness := map[int32]int{}
	for n, class := range classes {
		for _, i := range class {
			witness[members[i]] = n
		}
	}
	for i := range out[0].Members {
		m := &out[0].Members[i]
		m.Witness = witness[int32(m.Passage)]
	}
	return out
}

// appearances compares the members with the first of them. Passage is the rank.
func (w *witnesser) appearances(ranks []int32) []Copy {
	first := w.of[ranks[0]]
	out := make([]Copy, len(ranks))
	for i, rank := range ranks {
		t := w.of[rank]
		out[i] = Copy{Passage: int(rank), Like: 1}
		switch {
		case t == first:
		case first == w.leader[first]:
			out[i].Like = float64(w.like[t])
		default:
			out[i].Like = w.alike(first, t)
		}
	}
	return out
}

// alike is the share of words in order of two texts with one leader, whatever
// it is.
func (w *witnesser) alike(first, t int32) float64 {
	w.load(first)
	p := w.leading(t)
	w.a.fold(p.Text, p.Quoted)
	return float64(w.align.common(w.a.words, w.b.words, 1)) / float64(max(len(w.a.words), len(w.b.words), 1))
}
