package wire

import "fmt"

// tails end the sentence that tells an edit.
var tails = map[Change]string{
	Negated:          ", so that one of them denies what the other says",
	NumberChanged:    ", which are different figures",
	NumberRounded:    ", which are not equally exact",
	FigureHedged:     ", which is less exact",
	FigureFirm:       ", which sounds more exact",
	DateChanged:      ", which are different dates",
	NameChanged:      ", which are different names",
	NamesSwapped:     ", so that the names have changed places",
	Opposite:         ", which oppose each other",
	Softened:         ", which is weaker",
	Strengthened:     ", which is stronger",
	SourceDropped:    ", so that its source is gone",
	SourceAdded:      ", so that it has a source",
	SourceChanged:    ", which are different sources",
	QualifierDropped: ", so that a qualification is gone",
	QualifierAdded:   ", so that it is qualified",
	QuoteChanged:     ", inside quotation marks",
}

// why is the sentence that tells an edit.
func why(e Edit, a, b string) string {
	x, y := e.A.In(a), e.B.In(b)
	switch {
	case x == "":
		return fmt.Sprintf("The same text stands without “%s” in the first copy and with it in the second%s.", y, tails[e.Kind])
	case y == "":
		return fmt.Sprintf("The same text stands with “%s” in the first copy and without it in the second%s.", x, tails[e.Kind])
	}
	return fmt.Sprintf("The same text says “%s” in the first copy and “%s” in the second%s.", x, y, tails[e.Kind])
}
