package topic

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"crosscheck/compare"
)

// spread is how many copies of a statement are paired on either side: the
// first ones of other articles. All copies say the same.
const spread = 3

// candidates are the pairs worth judging, copies included.
func (r *run) candidates() []Candidate {
	m := newMemo(len(r.profiles))
	var out []Candidate
	for i, edges := range r.edges {
		for _, e := range edges {
			var reasons []Reason
			if r.opt.Explain {
				reasons = m.reasons(r.profiles[i], r.profiles[e.to])
			}
			for _, a := range r.originals(i) {
				for _, b := range r.originals(int(e.to)) {
					c := Candidate{A: a.ID, B: b.ID, Similarity: float64(e.similarity), Topic: r.topicOfPair(int32(i), e.to), Reasons: reasons}
					if c.A > c.B {
						c.A, c.B = c.B, c.A
						c.Reasons = turned(reasons)
					}
					out = append(out, c)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return out
}

// originals are a profile's statement and the first few copies of it.
func (r *run) originals(i int) []*Item {
	copies := r.copies[i]
	return append([]*Item{r.profiles[i].item}, copies[:min(spread-1, len(copies))]...)
}

// turned are reasons seen from the other side.
func turned(reasons []Reason) []Reason {
	out := slices.Clone(reasons)
	for i := range out {
		out[i].A, out[i].B = out[i].B, out[i].A
	}
	return out
}

// topicOfPair is the ID of the topic of two profiles, "" where neither has one.
func (r *run) topicOfPair(a, b int32) string {
	if c := r.topicOf[a]; c >= 0 {
		return r.topicID(c)
	}
	if c := r.topicOf[b]; c >= 0 {
		return r.topicID(c)
	}
	return ""
}

// topicID names the topic around centre c, after its claim.
func (r *run) topicID(c int32) string {
	it := r.profiles[c].item
	sum := sha256.Sum256([]byte(cmp.Or(it.Claim, it.ID)))
	return "t" + hex.EncodeToString(sum[:6])
}

// topics are the topics of two statements and more, largest first.
func (r *run) topics() []compare.Topic {
	members := map[int32][]int32{}
	for i, c := range r.topicOf {
		if c >= 0 {
			members[c] = append(members[c], int32(i))
		} else {
			r.count.Alone++
		}
	}
	byID := map[string]compare.Topic{}
	for _, c := range slices.Sorted(maps.Keys(members)) {
		t := compare.Topic{ID: r.topicID(c), Label: r.label(c, members[c]), Claims: r.claims(members[c])}
		if same, ok := byID[t.ID]; ok { // two statements of one claim are both centres
			t.Label = same.Label
			t.Claims = append(t.Claims, same.Claims...)
			slices.Sort(t.Claims)
			t.Claims = slices.Compact(t.Claims)
		}
		byID[t.ID] = t
	}
	return slices.SortedFunc(maps.Values(byID), func(a, b compare.Topic) int {
		return cmp.Or(cmp.Compare(len(b.Claims), len(a.Claims)), cmp.Compare(a.ID, b.ID))
	})
}

// claims are the IDs of the claims of some profiles, in order.
func (r *run) claims(members []int32) []string {
	var out []string
	for _, i := range members {
		out = append(out, cmp.Or(r.profiles[i].item.Claim, r.profiles[i].item.ID))
		for _, it := range r.copies[i] {
			out = append(out, cmp.Or(it.Claim, it.ID))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
