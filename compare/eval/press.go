package eval

import (
	"slices"
	"strings"
	"unicode"

	"crosscheck/claims"
	"crosscheck/compare"
)

// press is everything that the reports of a run hold, ready to be asked.
type press struct {
	articles map[string]claims.Article
	claims   map[string]claims.Claim
	findings []compare.Finding // that count, story by story
	cut      []compare.Finding // that do not
	aside    []compare.SetAside
}

func newPress(reports []*compare.Report) press {
	p := press{articles: map[string]claims.Article{}, claims: map[string]claims.Claim{}}
	for _, r := range reports {
		for _, a := range r.Articles {
			p.articles[a.ID] = a
		}
		for _, c := range r.Claims {
			p.claims[c.ID] = c
		}
		n := min(len(r.Findings), MostFindings)
		p.findings, p.cut = append(p.findings, r.Findings[:n]...), append(p.cut, r.Findings[n:]...)
		p.aside = append(p.aside, r.SetAside...)
	}
	return p
}

// place is a side of the gold in its article.
type place struct {
	article string
	at      claims.Span // empty where the article is not there, or lacks the words
}

func (p press) place(s Side) place {
	a, known := p.articles[s.Article]
	if !known {
		return place{}
	}
	return place{s.Article, locate(s, a)}
}

// meeting are the findings that count, by number, whose two sides meet two of
// the gold, either way round.
func (p press) meeting(a, b Side) []int { return p.among(p.findings, a, b) }

// among is the same for any findings.
func (p press) among(list []compare.Finding, a, b Side) []int {
	x, y := p.place(a), p.place(b)
	var out []int
	for i, f := range list {
		ax, by := p.meets(f.A, f.Evidence.A, f.Also.A, x), p.meets(f.B, f.Evidence.B, f.Also.B, y)
		ay, bx := p.meets(f.A, f.Evidence.A, f.Also.A, y), p.meets(f.B, f.Evidence.B, f.Also.B, x)
		if ax && by || ay && bx {
			out = append(out, i)
		}
	}
	return out
}

// meets reports whether one side of a finding lies where the gold has it: its
// evidence does, or a claim that says the same.
func (p press) meets(id string, evidence []claims.Span, also []string, g place) bool {
	if p.claims[id].Article == g.article && slices.ContainsFunc(evidence, g.at.Overlaps) {
		return true
	}
	return slices.ContainsFunc(also, func(other string) bool { return g.within(p.claims[other]) })
}

// within reports whether the content of a claim holds at least half of the
// place.
func (g place) within(c claims.Claim) bool {
	if c.Article != g.article || g.at.Len() == 0 {
		return false
	}
	held := 0
	for _, s := range common(merged(c.Content), []claims.Span{g.at}) {
		held += s.Len()
	}
	return 2*held >= g.at.Len()
}

// attributed reports whether some claim gives a statement to its speaker.
func (p press) attributed(s Statement) bool {
	g := p.place(s.Side)
	for _, c := range p.claims {
		if c.Speaker != nil && g.within(c) && sameSpeaker(s.Speaker, c.Speaker.Name) {
			return true
		}
	}
	return false
}

// sameSpeaker reports whether a speaker as the gold writes him is the one of a
// claim: the last word of the gold's name, or of a name in brackets behind it
// ("her lawyer (Ann Ward)"), is a word of the claim's.
func sameSpeaker(gold, name string) bool {
	main, bracket, _ := strings.Cut(gold, "(")
	words := []string{surname(main)}
	if r := []rune(bracket); len(r) > 0 && unicode.IsUpper(r[0]) { // else a remark: "(unnamed)"
		words = append(words, surname(strings.TrimSuffix(bracket, ")")))
	}
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !isAlnum(r) && !strings.ContainsRune("-.’'", r) }) {
		if w != "" && slices.ContainsFunc(words, func(s string) bool { return strings.EqualFold(s, w) }) {
			return true
		}
	}
	return false
}

// surname is the last word of a name but for what stands behind a surname.
func surname(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && slices.Contains([]string{"Jr.", "Sr.", "II", "III", "IV"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Trim(words[len(words)-1], ",")
}
