package quantity

import "strings"

// mostNoun is how many words of what is counted are kept: an adjective or two
// and the noun.
const mostNoun = 3

// noun reads the stems of the words behind a number that name what it counts:
// up to the first mark, number or function word.
func (p parser) noun(i int, k Kind) string {
	switch k {
	case Score, Identifier, Clock, Calendar, Year:
		return ""
	}
	rate, i := p.rate(i, k)
	i = p.partitive(i, k)
	var out []string
	for ; len(out) < mostNoun; i++ {
		t := p.at(i)
		if t.punct || t.digits() || p.in(functionWord, i) || p.ones(i) > 0 || of(scaleWords, t.norm) > 0 {
			break
		}
		out = append(out, p.stem(t.norm))
		if rate != "" {
			break
		}
	}
	if len(out) == 0 {
		return ""
	}
	return rate + strings.Join(out, " ")
}

// rate reads "a", "an" and "per" behind an amount: "$50 a barrel".
func (p parser) rate(i int, k Kind) (string, int) {
	n := p.norm(i)
	if n == "per" || (n == "a" || n == "an") && (k == Money || k == Measure) {
		return "per ", i + 1
	}
	return "", i
}

// partitive skips "of the", "in" and "worth of" where they lead to the noun, and
// with it the whole of "300 of its 900 jobs".
func (p parser) partitive(i int, k Kind) int {
	if k == Money && p.norm(i) == "worth" {
		i++
	}
	if p.norm(i) != "of" && !(k == Money && p.norm(i) == "in") {
		return i
	}
	i++
	from := i
	for p.in(possessor, i) {
		i++
	}
	if k == Cardinal && i > from && (p.at(i).digits() || p.ones(i) > 0) {
		i++
	}
	return i
}
