package report

import (
	"slices"
	"strings"

	"crosscheck/claims"
)

// told is what a claim says, to be read: where a sentence ended between two of its parts
// (“It rained,” Lee said. “The dam held.”) it ends in the text, too. a is the claim's
// article, or nil.
func told(c *claims.Claim, a *claims.Article) string {
	if a == nil || len(c.Content) < 2 || !allFit(a.Text, c.Content) || c.Text != claims.Join(a.Text, c.Content) {
		return clean(c.Text)
	}
	var b strings.Builder
	for i, part := range c.Content {
		if i > 0 {
			before := c.Content[i-1]
			if endsBetween(before.In(a.Text), a.Text[before.End:max(before.End, part.Start)]) {
				b.WriteByte('.')
			}
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimRight(part.In(a.Text), " "))
	}
	return clean(b.String())
}

// allFit reports spans that all lie in the text.
func allFit(text string, spans []claims.Span) bool {
	return !slices.ContainsFunc(spans, func(s claims.Span) bool { return !fits(text, s) })
}

// endsBetween reports a part without a full stop behind which a sentence ends before the
// next part.
func endsBetween(part, gap string) bool {
	if strings.TrimRight(part, ".!?…,;:–—-”’\"' ") != part {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(gap, " \t\r\n“”‘’\"'«»[("), ".")
}
