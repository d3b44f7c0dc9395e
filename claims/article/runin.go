package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// Some sites' plain text begins with the caption of the picture above the article,
// the headline and the lead in one line:
//
//	Ann Lee on the new bridge. | AP Photo/Bo Hale Bridge opens in Marlbeck The bridge opened on
//
// A bar stands before the credit, and nothing behind it.

// maxRunIn is how far into the line the bar is looked for, in bytes: the longest
// caption of 500 has 640.
const maxRunIn = 700

// maxRunInLines is how many lines of a text are looked at: the headline may stand first.
const maxRunInLines = 3

// partCaption makes lines of their own of a caption that runs into its article, and of
// the headline behind it.
func (l *layout) partCaption() {
	for i := range min(len(l.lines), maxRunInLines) {
		x := l.lines[i]
		end := runInEnd(x.In(l.text))
		if end < 0 {
			continue
		}
		end += x.Start
		ends := []int{end}
		if i > 0 {
			if at := headlineIn(l.text[end:x.End], l.lines[i-1].In(l.text)); at >= 0 {
				ends = append(ends, end+at, end+at+l.lines[i-1].Len())
			}
		}
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text[end:x.End], " ")); len(ends) == 1 && unicode.IsLower(r) {
			continue // "the bridge | Reuters staff say"
		}
		pieces := l.cut(x, append(ends, x.End))
		pieces[0].kind = claims.Caption
		l.lines = slices.Replace(l.lines, i, i+1, pieces...)
		return
	}
}

// cut makes lines of the stretches of a line that end at the given offsets.
func (l *layout) cut(x line, ends []int) []line {
	var out []line
	from := x.Start
	for _, end := range ends {
		if at := trim(l.text, claims.Span{Start: from, End: end}); at.Len() > 0 {
			piece := line{Span: at, gap: x.gap, role: x.role}
			piece.look(l.text)
			out = append(out, piece)
		}
		from = end
	}
	return out
}

// runInEnd is the offset behind the credit of a caption that the rest of the line was run
// into, -1 where none is.
func runInEnd(s string) int {
	bar := strings.Index(clip(s, maxRunIn), " | ")
	if bar < 0 {
		return -1
	}
	from := bar + len(" | ")
	found, named := -1, false
	for k, words := from, 0; k <= len(s) && words <= 2*maxCredit; k++ {
		if k < len(s) && s[k] != ' ' {
			continue
		}
		words++
		switch credit := strings.TrimSuffix(s[from:k], ","); {
		case strings.HasSuffix(credit, ", File") && found == k-len(" File"):
			return k
		case !named && isWholeCredit(credit):
			found, named = k, strings.HasPrefix(credit, "AP Photo/")
		}
	}
	if found == len(s) || found > 0 && strings.HasPrefix(s[found:], " |") {
		return -1
	}
	return found
}

// isWholeCredit reports words that credit a picture and do nothing else: "AP Photo", "Bo
// Hale/AFP/Getty Images", "AP Photo/Bo Hale".
func isWholeCredit(s string) bool {
	agency, name, _ := strings.Cut(s, "/")
	if at, _ := creditStart(agency); at == 0 && isName(name) {
		return true
	}
	if creditNames()[s] || hasPhotographer(s) {
		return true
	}
	at, _ := creditStart(s)
	if at <= 0 {
		return false
	}
	before, via := strings.CutSuffix(strings.TrimRight(s[:at], " |"), " via")
	before, slash := strings.CutSuffix(before, "/")
	return (via || slash) && isName(strings.ReplaceAll(before, "/", ",")) || strings.Contains(s[:at], "/") && isWholeCredit(before)
}

// headlineIn is where a headline stands near the beginning of s, -1 where it does not.
func headlineIn(s, headline string) int { return strings.Index(clip(s, maxHeadline), headline) }
