package story

// InBlock links the articles that have one key, as a [Desk] does to which they
// are added in this order, by date and ID. The first known of them are not
// linked with each other, only later ones with them. An edge names the later
// article first; two articles that share several keys are linked under each.
// capped are the places of those that were compared with only some of the others.
func InBlock(key uint32, list []Profile, known int) (edges []Edge, capped []int32) {
	var d Desk
	d.profiles, d.index.seen = make([]Profile, 0, len(list)), make([]int32, len(list))
	for i, p := range list {
		p.Keys = []uint32{key}
		d.profiles = append(d.profiles, p)
		d.index.file(int32(i), int32(key), p.Day)
		if i < known {
			continue
		}
		before := d.count.Capped
		d.link(int32(i))
		if d.count.Capped > before {
			capped = append(capped, int32(i))
		}
	}
	return d.edges, capped
}

const (
	// Heads are how many undated articles of a key tell all that a dated one
	// finds there: those that it is compared with, and one more for the cap.
	Heads = bucket + 1
	// period is how many days' articles are one block: seven windows, so that
	// one article in seven belongs to two blocks.
	period = 7 * window
)

// Blocks are the period in which an article of a day finds the articles before
// it, and the one in which later articles find it, mostly the same. Not for day
// 0, which is not known.
func Blocks(day int32) (own, next int32) {
	return floor(day, period), floor(day+window, period)
}

// floor divides, and rounds down.
func floor(a, b int32) int32 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
