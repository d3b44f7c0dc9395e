package report_test

import (
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// Every relation, type and kind has a name and a sentence for the reader.
func TestTermsAreExplained(t *testing.T) {
	var terms []report.Term
	for _, r := range []compare.Relation{compare.Dispute, compare.Conflict, compare.Shift, compare.Misquote, compare.Heading} {
		terms = append(terms, report.OfRelation(r))
	}
	for _, x := range []compare.Type{compare.Negation, compare.Antonym, compare.Number, compare.Date, compare.Quantifier, compare.Modality,
		compare.Factivity, compare.Structure, compare.Lexical, compare.Wording, compare.Attribution} {
		terms = append(terms, report.OfType(x))
	}
	for _, k := range []claims.Kind{claims.Direct, claims.Mixed, claims.Reported, claims.Titled, claims.Own} {
		terms = append(terms, report.OfKind(k))
	}
	for _, x := range terms {
		if x.Name == "" || x.Doc == "" {
			t.Errorf("%q is not explained: %+v", x.ID, x)
		}
	}
}

// A term of a newer version stands for itself.
func TestUnknownTerm(t *testing.T) {
	if got := report.OfType("irony\x1b[31m"); got.Name != "irony[31m" || got.Doc != "" {
		t.Errorf("got %+v", got)
	}
	if got := report.OfReason("reported-position").Name; got != "a position only reported" {
		t.Errorf("the reason reads %q", got)
	}
	if got := report.OfReason("not-yet-known").Name; got != "not yet known" {
		t.Errorf("the reason reads %q", got)
	}
}

func TestStrength(t *testing.T) {
	for score, want := range map[float64]string{
		1: "strong", report.Strong: "strong", 0.874: "likely", report.Likely: "likely", 0.69: "weak", 0: "weak",
	} {
		if got := report.Strength(score); got != want {
			t.Errorf("%v is %s, want %s", score, got, want)
		}
	}
}

// A letter keeps the marks that a language may put on it, and no pile of them.
func TestMarksAreBounded(t *testing.T) {
	if got := report.OfType(compare.Type("e" + strings.Repeat("\u0301", 50) + " vi\u00ea\u0323t")).Name; got != "e\u0301\u0301\u0301\u0301 vi\u00ea\u0323t" {
		t.Errorf("got %+q", got)
	}
}
