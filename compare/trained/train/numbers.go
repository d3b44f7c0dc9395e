package main

import (
	"math"
	"strconv"
	"strings"

	"crosscheck/claims/quantity"
	"crosscheck/compare/align"
)

// changeNumber puts another figure for the one figure of a sentence.
func changeNumber(s *align.Statement) []pair {
	v, ok := figure(s)
	if !ok {
		return nil
	}
	digits, ok := otherDigits(v, s.Text)
	if !ok {
		return nil
	}
	text := s.Text[:v.Span.Start] + digits + s.Text[v.Span.End:]
	out := both(s.Text, text, contradiction)
	if short, ok := shorten(s); ok && len(short) > v.Span.End {
		out = append(out, pair{text, short, contradiction}, pair{s.Text, short, entailment})
	}
	return out
}

// figure is the one figure of a sentence that stands for itself: no hedge, no range.
func figure(s *align.Statement) (quantity.Value, bool) {
	found, n := quantity.Value{}, 0
	for _, v := range s.Values {
		switch v.Kind {
		case quantity.Cardinal, quantity.Percent, quantity.Money, quantity.Measure, quantity.Year:
			found, n = v, n+1
		default:
			return found, false
		}
	}
	return found, n == 1 && found.Approx == "" && found.Low == found.High && !math.IsInf(found.Low, 0)
}

// otherDigits is the figure of v with its digits changed.
func otherDigits(v quantity.Value, text string) (string, bool) {
	printed := v.Span.In(text)
	from := strings.IndexAny(printed, "0123456789")
	if from < 0 {
		return "", false
	}
	to := from
	for to < len(printed) && printed[to] >= '0' && printed[to] <= '9' {
		to++
	}
	n, err := strconv.Atoi(printed[from:to])
	if err != nil || to < len(printed) && strings.ContainsRune(".,-–/", rune(printed[to])) {
		return "", false
	}
	lot := int(hash(text) % 7)
	switch {
	case v.Kind == quantity.Year:
		n += lot%3 + 2
	case v.Kind == quantity.Percent && n > 50:
		n -= 20 + 3*lot
	case n < 10:
		n += 2 + lot
	default:
		n += n/2 + lot
	}
	return printed[:from] + strconv.Itoa(n) + printed[to:], true
}
