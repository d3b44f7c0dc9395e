package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// Some sites set links to other articles into a sentence, behind the name of
// whom they are about, and in the plain text nothing parts them from it:
//
//	Sen. Ann Lee Ann Mary LeeTwo towns want one bridge Ferry to run later MORE (R-Ohio) said
//
// An inset is what is not the sentence's own: the full name again, as the link's
// label has it, the headlines, mostly glued to it, and the label of the link to
// the rest, "MORE".

// insetEnd is the word that ends an inset, always in capitals.
const insetEnd = "MORE"

// maxInset is the longest stretch of headlines in an inset, in bytes: the longest
// of 6,200 has 690.
const maxInset = 1000

// maxNameParts is how many parts lie at most between a surname and the same
// surname at the end of the full name: "McTarn James (Jim) Owen McTarn" has
// the two halves of one surname, two given names and a nickname in its marks.
const maxNameParts = 10

// insets finds the insets of a line, in order.
func insets(text string, at claims.Span) []claims.Span {
	if !strings.Contains(at.In(text), insetEnd) {
		return nil
	}
	p := nameParts{text: text, list: splitNames(text, at)}
	var out []claims.Span
	var open twice
	for i, x := range p.list {
		switch {
		case open.again == 0 || i < open.better:
			open = p.name(open, i)
		case i <= open.again:
		case isInsetEnd(x.In(text)):
			out = append(out, claims.Span{Start: p.nameEnd(open.end), End: x.Start + len(insetEnd)})
			open = twice{}
		case x.Start-p.list[open.again].End > maxInset:
			open = p.name(twice{}, i)
		}
	}
	return out
}

// twice is a name that stands twice. The zero value is none.
type twice struct {
	end    int // the part that ends the name
	again  int // the same where the full name ends
	better int // a part before this one may end the name instead
}

// name is the name that ends at i and stands twice, or known where there is none.
// Of "Ann Lee Ann Mary Lee" both are repeated: the second ends the name.
func (p nameParts) name(known twice, i int) twice {
	k := p.repeated(i)
	switch {
	case k == 0:
		return known
	case p.isSeam(i, k):
		return twice{end: i, again: k}
	case known.again == 0:
		return twice{end: i, again: k, better: k}
	}
	return twice{end: i, again: k, better: known.better}
}

// isInsetEnd reports the label of the link to the rest, with nothing behind it but
// the "'s" of the name before the inset.
func isInsetEnd(part string) bool {
	rest, ok := strings.CutPrefix(part, insetEnd)
	return ok && (rest == "" || rest == "'s" || rest == "’s")
}

// nameParts are the parts of a line, as names are written: words, cut where a
// capital stands inside of one, and marks.
type nameParts struct {
	text string
	list []claims.Span
}

// splitNames cuts a stretch of text into parts: "LeeTwo" and "McTarn" are two,
// "O'Hara", "Lee-Hale" and "FBI" one. White space lies between.
func splitNames(text string, at claims.Span) []claims.Span {
	var out []claims.Span
	var last rune // of the part in hand, 0 where none is
	for i, r := range at.In(text) {
		i += at.Start
		size := utf8.RuneLen(r)
		switch {
		case unicode.IsSpace(r):
			last = 0
			continue
		case last != 0 && goesOnName(text, last, r, i+size):
			out[len(out)-1].End = i + size
		default:
			out = append(out, claims.Span{Start: i, End: i + size})
		}
		last = r
	}
	return out
}

// goesOnName reports whether r goes on with the part that ends in last; end is
// the offset behind r.
func goesOnName(text string, last, r rune, end int) bool {
	if !unicode.IsLetter(r) {
		next, _ := utf8.DecodeRuneInString(text[end:])
		return strings.ContainsRune("'’-", r) && unicode.IsLetter(last) && unicode.IsLetter(next) || unicode.IsDigit(r) && unicode.IsDigit(last)
	}
	return (unicode.IsLetter(last) || strings.ContainsRune("'’-", last)) && !(unicode.IsLower(last) && unicode.IsUpper(r))
}

// repeated is where the capitalised word at i stands again behind given names, as
// it does at the end of a full name; 0 where it does not.
func (p nameParts) repeated(i int) int {
	if !p.isName(i) || !strings.ContainsFunc(p.list[i].In(p.text), unicode.IsLower) { // a line in capitals repeats words, and no names
		return 0
	}
	given := false
	for k := i + 1; k < len(p.list) && k-i <= maxNameParts; k++ {
		switch {
		case given && p.same(i, k):
			return k
		case p.isName(k):
			given = true
		case !p.insideName(k) && !p.isParticle(i-1, k):
			return 0
		}
	}
	return 0
}

// isSeam reports whether a headline is glued to the name that is repeated at k: a
// word that is not glued to it at i as well, as the "Tarn" of "McTarn" is.
func (p nameParts) isSeam(i, k int) bool {
	return p.glued(k) && (p.isName(k+1) || p.isNumber(k+1)) && !(p.glued(i) && p.same(i+1, k+1))
}

// glued reports a part with no white space behind it.
func (p nameParts) glued(i int) bool {
	return i+1 < len(p.list) && p.list[i].End == p.list[i+1].Start
}

func (p nameParts) same(i, k int) bool { return p.list[i].In(p.text) == p.list[k].In(p.text) }

// isName reports a part that begins with a capital.
func (p nameParts) isName(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.list[i].In(p.text))
	return unicode.IsUpper(r)
}

// isParticle reports whether a word in small letters stands at k as it stood before
// the surname: the "de" of "de Hale Ann de Hale".
func (p nameParts) isParticle(before, k int) bool {
	r, _ := utf8.DecodeRuneInString(p.list[k].In(p.text))
	return before >= 0 && unicode.IsLower(r) && p.same(before, k)
}

func (p nameParts) isNumber(i int) bool {
	c := p.text[p.list[i].Start]
	return '0' <= c && c <= '9'
}

// insideName reports a mark that may stand inside of a full name: those around a
// nickname, and the dot behind an initial or "Jr".
func (p nameParts) insideName(i int) bool {
	m := p.list[i].In(p.text)
	return strings.Contains(`()"“”`, m) || m == "." && p.list[i-1].Len() <= 2
}

// nameEnd is the offset behind the name that ends in part i, a "Jr." with it.
func (p nameParts) nameEnd(i int) int {
	if i+2 < len(p.list) && p.isName(i+1) && p.list[i+1].Len() == 2 && p.list[i+2].In(p.text) == "." {
		return p.list[i+2].End
	}
	return p.list[i].End
}

// appendPieces appends a line as blocks: its stretches around its insets and the
// insets, which are boilerplate. A line without any is one block.
func appendPieces(out []claims.Block, text string, l line) []claims.Block {
	add := func(at claims.Span, kind claims.BlockKind) {
		if at = trim(text, at); at.Len() > 0 {
			out = append(out, claims.Block{Span: at, Kind: kind})
		}
	}
	at := l.Start
	if l.kind != claims.Boilerplate {
		for _, x := range insets(text, l.Span) {
			add(claims.Span{Start: at, End: x.Start}, l.kind)
			add(x, claims.Boilerplate)
			at = x.End
		}
	}
	add(claims.Span{Start: at, End: l.End}, l.kind)
	return out
}
