package rule

import "slices"

// mostBetween is how many words a speaker who begins again may put in: "a joke -- a
// badly judged joke".
const mostBetween = 2

// begun reports whether words from to to of t only break off, before a dash behind
// which they are said again: "with the -- with the mill". The alignment may have
// taken the second of two like words for the first.
func begun(t []token, from, to int) bool {
	n := to - from
	for end := max(n, from); n > 0 && end <= to+n && end < len(t); end++ {
		if t[end].dash && repeated(t[end-n:end], t[end:min(len(t), end+n+mostBetween)]) && sameWords(without(t, end-n, end), without(t, from, to)) {
			return true
		}
	}
	return false
}

// repeated reports whether the words of x stand in y in their order.
func repeated(x, y []token) bool {
	for _, t := range y {
		if len(x) > 0 && x[0].text == t.text {
			x = x[1:]
		}
	}
	return len(x) == 0
}

// without are the tokens but for those from from to to.
func without(t []token, from, to int) []token {
	return append(slices.Clip(t[:from:from]), t[to:]...)
}

func sameWords(x, y []token) bool {
	return slices.EqualFunc(x, y, func(a, b token) bool { return a.text == b.text })
}
