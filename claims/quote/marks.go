// Package quote finds quotation marks and the words that attribute.
//
//  1. The marks of a block are listed, each with what speaks for its opening a
//     quotation, closing one, or being none: an apostrophe, an inch (scan.go,
//     mark.go, apostrophe.go);
//  2. the cheapest reading of them all is found (pair.go) and turned into
//     quotations (emit.go);
//  3. a quotation that lacks a mark ends or begins where the words show it, so
//     that nothing else of the block is lost (mend.go, clause.go);
//  4. a quotation that goes on over several paragraphs is told from one whose
//     closing mark was forgotten (blocks.go);
//  5. [Quotation.Use] tells speech from a title, a nickname or a term (use.go);
//  6. [Verb] and [Noun] look a word up among the attribution cues (cue.go).
//
// It does not know who speaks: package extract ties quotation, cue and source.
package quote

import (
	"strings"
	"unicode"

	"crosscheck/claims"
)

// Quotation is a stretch of text between quotation marks.
type Quotation struct {
	claims.Span             // with its marks, as far as they are there
	Inner       claims.Span // without them, white space trimmed; never without a word
	// Open is true where the closing mark is missing and the quotation runs to
	// the end of its block: the next paragraph may continue it.
	Open bool
	// Continues is true where the quotation goes on with the one before it: the
	// open one of the paragraph before, which only [Blocks] sees, or one of
	// the same block that is run together with it.
	Continues bool
	// Mended is true where a mark is missing and the words show where it
	// should be.
	Mended bool
}

// Find returns the quotations of one block in order, without those nested in
// another. What of the block lies outside of the text is left out.
func Find(text string, block claims.Span) []Quotation {
	f := newFinder(text, block, nothing, false)
	f.run()
	return f.out
}

// finder reads one block.
type finder struct {
	text  string
	block claims.Span
	// left is the family of the quotation that the paragraph before left open,
	// and follows says that the paragraph behind opens with a mark.
	left    family
	follows bool
	out     []Quotation
	open    family // of the quotation that this block leaves open
	mended  int    // up to where an opening mark that is missing was looked for
	rows    [][mostStates]step
	resumed bool // the block goes on with the quotation left open, without a mark
}

func newFinder(text string, block claims.Span, left family, follows bool) finder {
	end := max(0, min(block.End, len(text)))
	start := min(max(block.Start, 0), end)
	return finder{text: text, block: claims.Span{Start: start, End: end}, left: left, follows: follows}
}

// window is how many marks are read together. A paragraph with more is no
// prose, or is a whole article; it is read piece by piece.
const window = 256

// few marks need no allocation: most paragraphs have fewer.
const few = 16

// run lists the marks and reads them, a window at a time.
func (f *finder) run() {
	var room [few]mark
	marks := room[:0]
	s := scanner{text: f.text, block: f.block, at: f.block.Start}
	begin := f.left
	for {
		marks = s.fill(marks, window)
		if len(marks) == 0 {
			return
		}
		last := s.at >= f.block.End
		done := f.read(marks, begin, last)
		if last {
			return
		}
		begin = nothing
		marks = marks[:copy(marks, marks[done:])]
	}
}

// add files a quotation unless it lies in the one before or is empty. It goes
// on with the one before where only a mark between two paragraphs is missing,
// which the page runs together.
func (f *finder) add(q Quotation) bool {
	q.Inner = trimmed(f.text, q.Inner)
	if strings.IndexFunc(q.Inner.In(f.text), isWord) < 0 {
		return false
	}
	if n := len(f.out); n > 0 {
		last := f.out[n-1]
		if q.Start < last.End {
			return false
		}
		unmarked := last.Mended && last.End == last.Inner.End
		q.Continues = q.Continues || unmarked && strings.TrimSpace(f.text[last.End:q.Start]) == ""
	}
	f.out = append(f.out, q)
	return true
}

// isWord reports whether r is a letter, a figure or a sign that stands for a word.
func isWord(r rune) bool {
	c := classOf(r)
	return c == letter || c == digit || c == other && familyOf(r) == nothing
}

// trimmed is the span without the white space at its ends.
func trimmed(text string, s claims.Span) claims.Span {
	for s.Start < s.End {
		r, n := decode(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := decodeLast(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
