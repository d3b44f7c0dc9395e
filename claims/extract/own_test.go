package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// ownOf is the outlet's own claims of a block, with their check-worthiness.
func ownOf(text string, kind claims.BlockKind) map[string]float64 {
	a := claims.Article{ID: "a", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: kind}}}
	out := map[string]float64{}
	for _, c := range Claims(a) {
		if c.Speaker == nil {
			out[c.Text] = c.Worth
		}
	}
	return out
}

func TestOwn(t *testing.T) {
	tests := []struct {
		name, text string
		filed      bool
	}{
		{"a vote", "The council rejected the plan by 14 votes to nine.", true},
		{"a figure of the present", "The repair will cost £4 million, or a third of the budget.", true},
		{"a state of things", "The harbour is closed to large ships.", true},
		{"a position", "The mayor is against the sale of the library.", true},
		{"who is in office", "Councillor Tomas Wray is the head of the harbour board.", true},
		{"a question", "Did the council reject the plan in March?", false},
		{"the reader", "You should have heard the council on Tuesday.", false},
		{"opinion", "It seems that the mayor may simply be too proud to care.", false},
		{"colour", "There is a smell of coffee and rain in the quiet hall.", false},
		{"prediction", "Perhaps it will last, if the winds are kind to the roof.", false},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			worth, filed := ownOf(c.text, claims.Paragraph)[c.text]
			if filed != c.filed {
				t.Fatalf("filed: %v, want %v", filed, c.filed)
			}
			if filed && (worth < minWorth || worth > 1) {
				t.Errorf("worth %v, want one in [%v, 1]", worth, minWorth)
			}
		})
	}
}

// TestOwnWorth holds that only sentences in the outlet's own voice are scored,
// and that a headline is filed whatever it says.
func TestOwnWorth(t *testing.T) {
	const proud = "Perhaps the mayor is simply too proud to care"
	if diff := cmp.Diff(map[string]float64{proud: 0}, ownOf(proud, claims.Headline)); diff != "" {
		t.Errorf("headline (-want +got):\n%s", diff)
	}
	text := "The council voted on Tuesday. “The bridge is safe,” said Mayor Ann Lee."
	a := claims.Article{ID: "a", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
	for _, c := range Claims(a) {
		if scored := c.Worth > 0; scored != (c.Kind == claims.Own) {
			t.Errorf("%s %q: worth %v", c.Kind, c.Text, c.Worth)
		}
	}
}

// TestOwnQuotation holds that the words in quotation marks do not weigh.
func TestOwnQuotation(t *testing.T) {
	const a, b = "The council shut the “terrible” library in 2016.", "The council shut the “2016 1987” library in 2016."
	wa, wb := ownOf(a, claims.Paragraph)[a], ownOf(b, claims.Paragraph)[b]
	if wa == 0 || wa != wb {
		t.Errorf("worth %v and %v, want the same", wa, wb)
	}
}
