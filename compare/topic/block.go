package topic

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
)

// entry is a blocking key of a profile.
type entry struct {
	key     uint64 // the key's hash
	profile int32
	begin   int32 // where its block begins in run.entries
	end     int32
}

// block sorts the profiles into blocks by key.
func (r *run) block() {
	perProfile := make([][]uint64, len(r.profiles))
	r.each(func(_ *worker, i int) {
		eachKey(r.profiles[i], func(key []byte) {
			h := fnv.New64a()
			h.Write(key)
			perProfile[i] = append(perProfile[i], h.Sum64())
		})
		slices.Sort(perProfile[i])
		perProfile[i] = slices.Compact(perProfile[i])
	})
	for i, keys := range perProfile {
		for _, k := range keys {
			r.entries = append(r.entries, entry{key: k, profile: int32(i)})
		}
	}
	slices.SortFunc(r.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.profile, b.profile))
	})
	r.own = make([][]int32, len(r.profiles))
	for begin := 0; begin < len(r.entries); {
		end := begin + 1
		for end < len(r.entries) && r.entries[end].key == r.entries[begin].key {
			end++
		}
		r.keep(begin, end)
		begin = end
	}
}

// keep notes one block, unless it holds a single profile.
func (r *run) keep(begin, end int) {
	if end-begin < 2 {
		return
	}
	r.count.Blocks++
	if end-begin > r.opt.Block {
		r.count.LargeBlocks++
	}
	for at := begin; at < end; at++ {
		e := &r.entries[at]
		e.begin, e.end = int32(begin), int32(end)
		r.own[e.profile] = append(r.own[e.profile], int32(at))
	}
}

// neighbours are the entries of the block that the entry at place at is
// compared with. A block over the cap is worked as a sorted neighbourhood
// (Hernández and Stolfo 1995): only the nearest half cap before and behind, in
// the order of the news, so that no statement is lost and the work stays linear.
func (r *run) neighbours(at int32) (from, to int32) {
	e := r.entries[at]
	if int(e.end-e.begin) <= r.opt.Block {
		return e.begin, e.end
	}
	half := int32(r.opt.Block / 2)
	return max(e.begin, at-half), min(e.end, at+half+1)
}

// shared is a profile met in blocks, with the weight of the keys shared.
type shared struct {
	profile int32
	weight  float32
}

// met are the profiles that share a key with profile i, those of the rarest
// keys first, at most limit. weights must be all zero, one for each profile,
// and is so again afterwards.
func (r *run) met(i int, limit int, weights []float32) []int32 {
	var out []shared
	for _, at := range r.own[i] {
		e := r.entries[at]
		w := float32(math.Log(float64(2*len(r.profiles)) / float64(e.end-e.begin)))
		from, to := r.neighbours(at)
		for n := from; n < to; n++ {
			j := r.entries[n].profile
			if weights[j] == 0 {
				out = append(out, shared{profile: j})
			}
			weights[j] += w
		}
	}
	for n := range out {
		out[n].weight, weights[out[n].profile] = weights[out[n].profile], 0
	}
	slices.SortFunc(out, func(a, b shared) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.profile, b.profile))
	})
	profiles := make([]int32, min(limit, len(out)))
	for n := range profiles {
		profiles[n] = out[n].profile
	}
	return profiles
}
