package term

import (
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// compound cuts a word at its hyphens, unless it is known without them
// ("bail-out"), and then each part that is unknown into known words
// ("horsemeat").
func compound(surface string) []claims.Span {
	if whole := joined(surface); len(whole) < len(surface) && vector.Known(vector.Fold(word.Norm(whole))) {
		return []claims.Span{{End: len(surface)}}
	}
	var out []claims.Span
	for from := 0; from <= len(surface); {
		end := len(surface)
		if k := strings.IndexByte(surface[from:], '-'); k >= 0 {
			end = from + k
		}
		switch at := seam(surface[from:end]); {
		case at > 0:
			out = append(out, claims.Span{Start: from, End: from + at}, claims.Span{Start: from + at, End: end})
		case end > from:
			out = append(out, claims.Span{Start: from, End: end})
		}
		from = end + 1
	}
	return out
}

// joined is a word without its hyphens.
func joined(surface string) string { return strings.ReplaceAll(surface, "-", "") }

const (
	// shortPart is the length in bytes of the shortest part that an unknown
	// compound is cut into, and knownPart in how many paragraphs of the
	// background each part must occur: below, parts are mostly syllables.
	shortPart, knownPart = 3, 300
)

// seam is where an unknown word is to be cut into the two commonest known ones,
// 0 where it is not.
func seam(surface string) int {
	norm := vector.Fold(word.Norm(surface))
	bg := background()
	if len(norm) != len(surface) || len(norm) <= 2*shortPart || vector.Known(norm) || bg.counts[word.Stem(norm)] > 0 ||
		lexicon.Default().Look(norm).Name || len(opens(surface)) > 0 {
		return 0
	}
	best, at := knownPart-1, 0
	for i := shortPart; i <= len(norm)-shortPart; i++ {
		if !utf8.RuneStart(norm[i]) || !vector.Known(norm[:i]) || !vector.Known(norm[i:]) {
			continue
		}
		if n := min(bg.counts[word.Stem(norm[:i])], bg.counts[word.Stem(norm[i:])]); n > best {
			best, at = n, i
		}
	}
	return at
}
