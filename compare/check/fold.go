package check

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/jury"
)

const (
	// perMatter is how many findings of one matter are shown: the best across
	// articles, the best within one, and one in other words. The rest repeats.
	perMatter = 3
	// doubtLeft is the share of the doubt in a matter that each further claim
	// on its smaller side leaves: two sides who contradict each other in
	// several places do so more surely than in one. Set by judgement: the
	// claims are no independent witnesses, so it is far from the square that
	// independence would give.
	doubtLeft = 0.7
	// surest is the highest score that repetition can give.
	surest = 0.97
	// ownWords is what a quotation, and a speaker with a name and role, count
	// when one finding is chosen to stand for a matter: as much as a tenth in
	// score, so that a plainer opposition still wins.
	ownWords = 0.1
)

// fold joins findings that tell one matter, found again in every pair of
// places that repeats it (links says when two do). What is left of a matter shares its score;
// the claims of what is folded away are listed under Also.
func fold(list []Opposed) []Opposed {
	sortFindings(list)
	var out []Opposed
	for _, matter := range matters(list) {
		out = append(out, unlinked(matter)...)
	}
	return out
}

// unlinked condenses a matter. Where only findings that are told because the bar is low
// link those that are told anyway, these stay the matters that they were: of a
// chain of doubtful findings any two are linked, and a lower bar must not hide what
// a higher one shows.
func unlinked(list []Opposed) []Opposed {
	n := slices.IndexFunc(list, func(f Opposed) bool { return f.Score < jury.Flag })
	if n < 1 {
		return condense(list)
	}
	sure := matters(list[:n])
	if len(sure) == 1 {
		return condense(list)
	}
	var out []Opposed
	for _, one := range sure {
		out = append(out, condense(one)...)
	}
	for i := range list[n:] {
		also(&out[0], &list[n+i])
	}
	return out
}

// matters divides findings, best first, into matters, best first.
func matters(list []Opposed) [][]Opposed {
	parent := make([]int, len(list))
	link := map[string]int{} // a key that links findings -> the first with it
	for i := range list {
		parent[i] = i
		for _, key := range links(&list[i]) {
			if j, ok := link[key]; ok {
				parent[root(parent, i)] = root(parent, j)
			} else {
				link[key] = i
			}
		}
	}
	linkRetold(list, func(i, j int) { parent[root(parent, j)] = root(parent, i) })
	var order []int
	members := map[int][]Opposed{}
	for i, f := range list {
		k := root(parent, i)
		if members[k] == nil {
			order = append(order, k)
		}
		members[k] = append(members[k], f)
	}
	out := make([][]Opposed, len(order))
	for i, k := range order {
		out[i] = members[k]
	}
	return out
}

func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

// links are the keys by which findings of one matter are known: both sides
// together with a claim or with the topic, and one side with its deciding words
// in one story, whomever they are held against. A misquotation is a matter of
// its own wherever other words differ.
func links(f *Opposed) []string {
	a, b := sideOf(f.ClaimA), sideOf(f.ClaimB)
	wa, wb := f.WordsA, f.WordsB
	if a > b || a == b && wa > wb {
		a, b, wa, wb = b, a, wb, wa
	}
	sides := strings.Join([]string{string(f.Relation), a, b}, "\x00")
	story := f.Story
	switch {
	case f.Relation == compare.Edit: // one change is one matter, however many print either version
		return []string{string(f.Relation) + "\x00" + story + "\x00" + min(wa, wb) + "\x00" + max(wa, wb)}
	case f.Rule == "wording":
		return []string{sides + "\x00" + wa + "\x00" + wb}
	case f.Relation == compare.Misquote:
		return []string{sides + "\x00" + wa + "\x00" + story, sides + "\x00" + wb + "\x00" + story}
	}
	relation := string(f.Relation) + "\x00" + story + "\x00"
	keys := []string{sides + "\x00" + f.A, sides + "\x00" + f.B, relation + a + "\x00" + wa, relation + b + "\x00" + wb}
	if f.Topic != "" {
		keys = append(keys, sides+"\x00"+f.Topic)
	}
	return keys
}

// sideOf is who speaks in a claim: the party, the speaker, or the outlet.
func sideOf(c *claims.Claim) string {
	if c.Speaker == nil {
		return "outlet:" + c.Outlet
	}
	return cmp.Or(c.Speaker.Party, c.Speaker.ID)
}

// condense keeps what is worth showing of one matter: the plainest finding
// across articles, the plainest within one, and one in other words than these, unless
// the matter is doubtful; of a misquotation, one.
func condense(list []Opposed) []Opposed {
	once, again := tellOnce(list)
	m := matter{rest: once, told: map[string]bool{}}
	score := matterScore(list)
	m.pick(0, func(f *Opposed) bool { return across(f) == 1 })
	if list[0].Relation != compare.Misquote || len(m.shown) == 0 {
		m.pick(0, func(f *Opposed) bool { return across(f) == 0 })
	}
	if list[0].Relation != compare.Misquote && score >= jury.Flag {
		m.pick(1, func(*Opposed) bool { return true })
	}
	for i := range m.shown {
		m.shown[i].Score = max(m.shown[i].Score, score)
	}
	for _, f := range slices.Concat(m.rest, again) {
		also(&m.shown[0], &f)
	}
	return m.shown
}

// matter is one matter while its findings are chosen.
type matter struct {
	shown, rest []Opposed
	told        map[string]bool // the wordings of what is shown
}

// pick moves the plainest finding that is wanted and has at least so many
// wordings that are not told yet to what is shown.
func (m *matter) pick(news int, wanted func(*Opposed) bool) {
	best, plain := -1, 0.0
	for i := range m.rest {
		f := &m.rest[i]
		if p := plainness(f); wanted(f) && !m.retold(f) && m.news(f) >= news && (best < 0 || p > plain) {
			best, plain = i, p
		}
	}
	if best < 0 || len(m.shown) >= perMatter {
		return
	}
	f := m.rest[best]
	m.shown = append(m.shown, f)
	m.rest = slices.Delete(slices.Clone(m.rest), best, best+1)
	m.told[f.WordsA], m.told[f.WordsB] = true, true
}

// retold reports a told dispute whose two sides are shown opposed already, by a claim of
// it or by their own words.
func (m *matter) retold(f *Opposed) bool {
	return tellsDispute(f) && slices.ContainsFunc(m.shown, func(s Opposed) bool {
		return sharesClaim(f, &s) && (tellsDispute(&s) || sameSpeakers(f, &s)) || !tellsDispute(&s) && sameSpeakers(f, &s) && alikeInWords(f, &s)
	})
}

// news is how many of a finding's two wordings are not told yet.
func (m *matter) news(f *Opposed) int {
	n := 0
	if !m.told[f.WordsA] {
		n++
	}
	if !m.told[f.WordsB] {
		n++
	}
	return n
}

// plainness says how well a finding stands for its matter: its score, that its
// sides share a deciding word, and that they are somebody's own words rather
// than a paper's summary of them.
func plainness(f *Opposed) float64 {
	sum := f.Score
	for stem := range strings.FieldsSeq(f.WordsA) {
		if slices.Contains(strings.Fields(f.WordsB), stem) {
			sum += ownWords
			break
		}
	}
	for _, c := range []*claims.Claim{f.ClaimA, f.ClaimB} {
		if c.Kind == claims.Direct {
			sum += ownWords
		}
		if c.Speaker != nil && c.Speaker.Role != "" && strings.HasPrefix(c.Speaker.ID, "person:") {
			sum += ownWords
		}
	}
	return sum
}

// matterScore is the score of the best finding, raised by how often its two
// sides are found in the matter.
func matterScore(list []Opposed) float64 {
	sides := map[string]map[string]bool{sideOf(list[0].ClaimA): {}, sideOf(list[0].ClaimB): {}}
	for _, f := range list {
		for _, c := range []*claims.Claim{f.ClaimA, f.ClaimB} {
			if ids := sides[sideOf(c)]; ids != nil {
				ids[c.ID] = true
			}
		}
	}
	fewest := len(list)
	for _, ids := range sides {
		fewest = min(fewest, len(ids))
	}
	for side := range sides {
		if strings.HasPrefix(side, "outlet:") {
			return list[0].Score // a paper that repeats itself is no surer
		}
	}
	raised := 1 - (1-list[0].Score)*math.Pow(doubtLeft, float64(fewest-1))
	return max(list[0].Score, min(raised, surest))
}

// also notes the claims of a folded finding under the one that is shown: each
// on the side of its speaker, and whoever opposes a side on the other one.
func also(shown, f *Opposed) {
	a, b := f.A, f.B
	sa, sb := sideOf(shown.ClaimA), sideOf(shown.ClaimB)
	switch {
	case sideOf(f.ClaimA) == sa || sideOf(f.ClaimB) == sb:
	case sideOf(f.ClaimA) == sb || sideOf(f.ClaimB) == sa:
		a, b = b, a
	default: // linked by way of a third side: whoever it is, it is part of the matter
	}
	note := func(to *[]string, id string) {
		if id != shown.A && id != shown.B && !slices.Contains(*to, id) {
			*to = append(*to, id)
		}
	}
	note(&shown.Also.A, a)
	note(&shown.Also.B, b)
}
