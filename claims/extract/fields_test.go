package extract

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/when"
	"crosscheck/claims/word"
)

// contentOf makes a claim of all of a text but what stands in brackets.
func claimOf(text string, stance claims.Stance) claims.Claim {
	c := claims.Claim{Stance: stance}
	from := 0
	for i, r := range text {
		switch r {
		case '[':
			c.Content = append(c.Content, claims.Span{Start: from, End: i})
		case ']':
			from = i + 1
		}
	}
	c.Content = append(c.Content, claims.Span{Start: from, End: len(text)})
	return c
}

func point(v float64) *float64 { return &v }

func TestFields(t *testing.T) {
	ref, err := when.ParseDate("2016-11-18")
	if err != nil {
		t.Fatal(err)
	}
	text := "More than 30 miners [, Roe said,] did not come up on Wednesday"
	c := claimOf(text, claims.Denied)
	fields(&c, text, word.Split(text, 0), ref)
	want := claims.Claim{
		Stance: claims.Denied, Content: c.Content,
		Values: []claims.Value{{Span: claims.Span{Start: 0, End: 12}, Kind: "cardinal", Low: point(30), Approx: "at least", Noun: "miner"}},
		Times:  []claims.Time{{Span: claims.Span{Start: 53, End: 62}, First: "2016-11-16", Last: "2016-11-16", Grain: "day"}},
		Certainty: claims.Certainty{
			Factuality: claims.Fact, Polarity: claims.Negative,
			Negations: []claims.Negation{{
				Cue: claims.Span{Start: 38, End: 41}, Kind: claims.NegationWord, Main: true,
				Scope: []claims.Span{{Start: 0, End: 37}, {Start: 42, End: 62}},
			}},
			Hedges: []claims.Hedge{{Span: claims.Span{Start: 0, End: 9}, Kind: claims.Approximator, Main: true}},
		},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("fields: -want +got\n%s", diff)
	}
	if c.Polarity() != claims.Positive {
		t.Errorf("a denied negative is %q, want positive", c.Polarity())
	}
}

// TestFieldsWithin reads no number that begins in one span and ends in another,
// and the same of a text whose words are not given.
func TestFieldsWithin(t *testing.T) {
	text := "It took 20 [he said] million years"
	for name, words := range map[string][]word.Word{"given": word.Split(text, 0), "not given": nil} {
		c := claimOf(text, claims.Asserted)
		fields(&c, text, words, when.Date{})
		if len(c.Values) == 0 || c.Values[0].Span.In(text) != "20" {
			t.Errorf("words %s: values %v, want 20 first", name, c.Values)
		}
	}
}

func TestWithin(t *testing.T) {
	text := "one two three four"
	got := []string{}
	for _, w := range within(word.Split(text, 0), text, claims.Span{Start: 4, End: 13}) {
		got = append(got, w.Norm)
	}
	if want := []string{"two", "three"}; !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
}

// BenchmarkFields is what the fields add to BenchmarkClaims: they alone, over
// the claims of the same articles, per byte of the articles.
func BenchmarkFields(b *testing.B) {
	articles, size := corpus(b)
	var all [][]claims.Claim
	var words [][]word.Word
	for _, a := range articles {
		all, words = append(all, Claims(a)), append(words, word.Split(a.Text, 0))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i, a := range articles {
			ref, _ := when.ParseDate(a.Date)
			for _, c := range all[i] {
				c.Values, c.Times = nil, nil
				fields(&c, a.Text, words[i], ref)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/byte")
}
