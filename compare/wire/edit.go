package wire

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// Change is what was done to a copy.
type Change string

// The changes, from the first copy to the second. The names are stable: they
// are meant for machines.
const (
	Negated          Change = "negation"            // a negation stands in one copy only
	NumberChanged    Change = "number-changed"      // another figure
	NumberRounded    Change = "number-rounded"      // a figure that is compatible with the first, told more or less exactly
	FigureHedged     Change = "figure-hedged"       // "12" became "at least 12"
	FigureFirm       Change = "figure-unhedged"     // "at least 12" became "12"
	DateChanged      Change = "date-changed"        // another day, month or year
	NameChanged      Change = "name-changed"        // another name
	NamesSwapped     Change = "names-swapped"       // two names changed places
	Opposite         Change = "opposite"            // a word became its opposite
	Softened         Change = "softened"            // a weaker word for the same thing, or a doubt put in
	Strengthened     Change = "strengthened"        // a stronger word for the same thing, or a doubt left out
	SourceDropped    Change = "attribution-dropped" // who said it was left out
	SourceAdded      Change = "attribution-added"   // who said it was put in
	SourceChanged    Change = "attribution-changed" // somebody else is said to have said it
	QualifierDropped Change = "qualifier-dropped"   // a word or clause that takes part of the rest back was left out
	QualifierAdded   Change = "qualifier-added"     // such a word or clause was put in
	WordsChanged     Change = "words-changed"       // other words that are no synonyms
	WordsDropped     Change = "words-dropped"       // words that tell something were left out
	WordsAdded       Change = "words-added"         // such words were put in
	QuoteChanged     Change = "quote-changed"       // words inside quotation marks were changed
)

// Edit is one difference between two copies of a text.
type Edit struct {
	Type compare.Type
	Kind Change
	// A and B are the words that differ, in bytes of either text. Where one
	// side has none its span is empty and lies where they would stand.
	A, B     claims.Span
	Strength float64 // how much the edit matters, in (0, 1]; see Worth
	Why      string  // one sentence that tells the difference, with the words of both
}

// Worth is the strength from which on an edit is worth a finding of its own: of
// some forty edited sentences of news that were read at or above it, captions and
// other forms left out, about eight in ten were.
const Worth = .5

const (
	// mostChanged is how many words of content may differ in all before a text
	// counts as rewritten, ...
	mostChanged = 8
	// ... and each of its edits for this much of itself: the words around
	// it may have taken its place.
	ofRewritten = .8
)

// Edits tells what was changed from copy a to copy b, strongest first, then in
// the order of a. What only house style changes is left out: spelling, titles,
// first names, figures and number words, days and dates, contractions, plain
// synonyms, words that moved. The dates of a and b resolve "Monday" and may be
// unknown.
//
// Of texts of more than a few hundred words only the first are compared.
func Edits(a, b Passage) []Edit {
	d := difference{a: split(a), b: split(b), sameDay: a.Date == b.Date || a.Date == "" || b.Date == ""}
	var out []Edit
	if e, ok := d.swapped(); ok {
		out = append(out, e)
	}
	changed := 0
	for _, c := range d.changes() {
		r := d.rest(c)
		changed += r.left + r.right
		if e, ok := r.classify(); ok {
			out = append(out, e)
		}
	}
	out = cancelled(out)
	if changed > mostChanged {
		for i := range out {
			out[i].Strength *= ofRewritten
		}
	}
	slices.SortStableFunc(out, func(x, y Edit) int {
		return cmp.Or(cmp.Compare(y.Strength, x.Strength), cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
	})
	return out
}

// cancelled drops a negation and an opposite that undo each other: "not to
// attend", "to skip".
func cancelled(edits []Edit) []Edit {
	n := map[Change]int{}
	for _, e := range edits {
		n[e.Kind]++
	}
	if n[Negated] != 1 || n[Opposite] != 1 {
		return edits
	}
	return slices.DeleteFunc(edits, func(e Edit) bool { return e.Kind == Negated || e.Kind == Opposite })
}
