package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// inPiecesOf is an article of paragraphs in which "<" and ">" stand around what is
// set into them.
func inPiecesOf(paragraphs ...string) claims.Article {
	a := claims.Article{ID: "a_1", Outlet: "Herald"}
	for _, p := range paragraphs {
		for i, piece := range strings.Split(strings.ReplaceAll(p, ">", "<"), "<") {
			if piece == "" {
				continue
			}
			kind := claims.Paragraph
			if i%2 == 1 {
				kind = claims.Boilerplate
			}
			at := claims.Span{Start: len(a.Text), End: len(a.Text) + len(piece)}
			a.Text += piece
			a.Blocks = append(a.Blocks, claims.Block{Span: trimSpace(a.Text, at), Kind: kind})
		}
		a.Text += "\n\n"
	}
	return a
}

// TestWhole: what is set into a paragraph is passed over, and what is found
// around it lies where it is printed.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		name string
		text []string
		want []string // speaker | source | content
	}{
		{"in the source", []string{"Sen. Ann Lee< Ann Mary LeeTwo towns want one bridge MORE> (R-Ohio) said the road was shut."},
			[]string{"Ann Lee | Sen. Ann Lee / (R-Ohio) | the road was shut"}},
		{"in the content", []string{"Tom Hale said that Mayor Lee< Ann Mary LeeMayor asks for time MORE> had shut 3 roads on Monday."},
			[]string{"Tom Hale | Tom Hale | Mayor Lee / had shut 3 roads on Monday"}},
		{"possessive behind it", []string{"Tom Hale said that Mayor Lee< Ann Mary LeeMayor asks for time MORE>’s plan was dead."},
			[]string{"Tom Hale | Tom Hale | Mayor Lee / ’s plan was dead"}},
		{"marks of its own in a quotation", []string{"“The plan of Mayor Lee< Ann Mary LeeMayor: “We wait MORE> is dead,” said Tom Hale."},
			[]string{"Tom Hale | Tom Hale | The plan of Mayor Lee / is dead"}},
		{"behind a quotation", []string{"“The plan is dead,” Tom Hale said of Mayor Lee< Ann Mary LeeMayor asks for time MORE>."},
			[]string{"Tom Hale | Tom Hale | The plan is dead"}},
		{"the full stop behind it", []string{"Tom Hale said: “I trust Mayor Lee< Ann Mary LeeMayor asks for time MORE>.”"},
			[]string{"Tom Hale | Tom Hale | I trust Mayor Lee"}},
		{"two paragraphs", []string{"Mayor Ann Lee< Ann LeeMayor asks for time MORE> was there.", "“It is dead,” she said."},
			[]string{"- |  | Mayor Ann Lee / was there.", "Ann Lee | she | It is dead"}},
		{"a line of its own is not set in", []string{"Tom Hale was there.", "<Ann Mary LeeMayor asks for time MORE>", "He said the road was shut."},
			[]string{"Tom Hale | He | the road was shut"}},
	} {
		a := inPiecesOf(c.text...)
		var got []string
		for _, x := range Claims(a) {
			who := "-"
			if x.Speaker != nil {
				who = x.Speaker.Name
			}
			if x.Text != claims.Join(a.Text, x.Content) {
				t.Errorf("%s: the text %q is not that of the spans", c.name, x.Text)
			}
			got = append(got, strings.Join([]string{who, printed(a, x.Source), printed(a, x.Content)}, " | "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func printed(a claims.Article, list []claims.Span) string {
	var out []string
	for _, s := range list {
		out = append(out, s.In(a.Text))
	}
	return strings.Join(out, " / ")
}

// TestWholeFields: values and dates behind an inset lie where they are printed.
func TestWholeFields(t *testing.T) {
	a := inPiecesOf("Tom Hale said that Mayor Lee< Ann Mary LeeMayor asks for time MORE> may not have shut 3 roads on Monday.")
	a.Date = "2031-05-09"
	c := Claims(a)[0]
	var got []string
	for _, s := range []claims.Span{c.Values[0].Span, c.Times[0].Span, c.Certainty.Modals[0].Span, c.Certainty.Negations[0].Cue} {
		got = append(got, s.In(a.Text))
	}
	if diff := cmp.Diff([]string{"3", "Monday", "may not have", "not"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
