package story

const (
	// sameStory is the cosine from which two articles tell one story. At .22
	// ECB+, whose topics have two alike events each, gains .02 in B-cubed, and
	// ClaimDiff loses one in twenty of the pairs worth comparing.
	sameStory = 0.17
	// window is how many days two articles about one event lie apart at most.
	window = 4
	// bucket is how many articles that share a word and a day are compared
	// with a further one: many times what the busiest day of the news has.
	bucket = 400
)

// index finds the articles that hold a key.
type index struct {
	byDay map[[2]int32][]int32 // key and day -> articles
	byKey map[int32][]int32    // key -> articles, for those without a date
	seen  []int32              // the article that was last compared with, plus one

	restored int             // articles of an earlier desk, filed under a key when it is asked for
	filed    map[uint32]bool // the keys under which they are filed
}

// Add files articles and links each with those before it. What the desk finds
// does not depend on the order of articles, nor on whether they come in one
// call or several, as long as Statistics.Capped is 0.
func (d *Desk) Add(profiles ...Profile) {
	d.recall(profiles)
	for _, p := range profiles {
		i := int32(len(d.profiles))
		d.profiles, d.index.seen = append(d.profiles, p), append(d.index.seen, 0)
		for _, key := range p.Keys {
			d.index.file(i, int32(key), p.Day)
		}
		d.link(i)
		d.count.Articles++
	}
}

// recall files the articles of an earlier desk under the keys of new ones.
func (d *Desk) recall(profiles []Profile) {
	x := &d.index
	asked := map[uint32]bool{}
	for _, p := range profiles {
		for _, key := range p.Keys {
			asked[key] = asked[key] || x.restored > 0 && !x.filed[key]
		}
	}
	for i, p := range d.profiles[:x.restored] {
		for _, key := range p.Keys {
			if asked[key] {
				x.filed[key] = true
				x.file(int32(i), int32(key), p.Day)
			}
		}
	}
}

// file puts an article under a key.
func (x *index) file(i, key, day int32) {
	if x.byDay == nil {
		x.byDay, x.byKey = map[[2]int32][]int32{}, map[int32][]int32{}
	}
	at := [2]int32{key, day}
	x.byDay[at] = append(x.byDay[at], i)
	x.byKey[key] = append(x.byKey[key], i)
}

// link compares article i with those filed before it.
func (d *Desk) link(i int32) {
	p := &d.profiles[i]
	capped := false
	for _, key := range p.Keys {
		for _, holders := range d.index.holders(int32(key), p.Day) {
			if len(holders) > bucket {
				holders, capped = holders[:bucket], true
			}
			for _, j := range holders {
				d.compare(i, j)
			}
		}
	}
	if capped {
		d.count.Capped++
	}
}

// compare links two articles if they are alike, once.
func (d *Desk) compare(i, j int32) {
	if i == j || d.index.seen[j] == i+1 {
		return
	}
	d.index.seen[j] = i + 1
	d.count.Compared++
	if d.visit != nil {
		d.visit(int(i), int(j))
	}
	if alike := cosine(d.profiles[i].Vector, d.profiles[j].Vector); alike >= sameStory {
		d.edges = append(d.edges, Edge{i, j, alike})
		d.count.Linked++
	}
}

// holders are the articles with a key that are few days from day, or have no
// date; all of them where day is 0, which is not known.
func (x *index) holders(key, day int32) [][]int32 {
	if day == 0 {
		return [][]int32{x.byKey[key]}
	}
	out := make([][]int32, 0, 2*window+2)
	for d := day - window; d <= day+window; d++ {
		if list := x.byDay[[2]int32{key, d}]; len(list) > 0 {
			out = append(out, list)
		}
	}
	if list := x.byDay[[2]int32{key, 0}]; len(list) > 0 {
		out = append(out, list)
	}
	return out
}
