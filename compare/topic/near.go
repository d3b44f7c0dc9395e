package topic

import "slices"

// Alike reports whether two statements of different stories that share a key are
// about one thing, and how like they are if so.
func (o Options) Alike(a, b *Card) (similarity float32, ok bool) {
	o = o.withDefaults()
	if o.held(a, b) != open {
		return 0, false
	}
	var f, g face
	f.read(a)
	g.read(b)
	var p Candidate
	ok = o.alike(&p, &f, &g, &Statistics{})
	return p.Similarity, ok
}

// MayBeAlike is a quick look at two statements that share a key, by when they were
// made and by whom: false where Alike is. Their words do not count.
func (o Options) MayBeAlike(a, b *Card) bool { return o.withDefaults().held(a, b) == open }

// Entries are the statements that are filed under a key. all is as a ledger keeps
// them: key<<32 | statement, in order.
func Entries(all []uint64, key uint32) []uint64 {
	from, _ := slices.BinarySearch(all, uint64(key)<<32)
	n := 0
	for from+n < len(all) && uint32(all[from+n]>>32) == key {
		n++
	}
	return all[from : from+n]
}
