package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// sketch is an attribution as "source | cue | content", each with its parts
// between "/".
func sketch(t *testing.T, text, words string) (source, cue, content []claims.Span) {
	t.Helper()
	parts := strings.Split(words, " | ")
	for i, to := range []*[]claims.Span{&source, &cue, &content} {
		if parts[i] != "" {
			*to = at(t, text, strings.ReplaceAll(parts[i], "/", "|"))
		}
	}
	return source, cue, content
}

func TestShapes(t *testing.T) {
	const text = "On Monday Ines Corbould of the council said that the old fair would open early, to her joy, " +
		"and Bo urged a very long wait. He is said to care. Ann backs it: rain."
	const said = "Ines Corbould | said | that the old fair would open early"
	for _, c := range []struct {
		name       string
		gold, ours []string
		want       string
	}{
		{"right", []string{said}, []string{said}, ""},
		{"right, with a longer source", []string{said}, []string{"Ines Corbould of the council | said | that the old fair would open early"}, ""},
		{"missed", []string{said}, nil, "missed, verb of saying"},
		{"missed wish", []string{"Bo | urged | a very long wait"}, nil, "missed, verb of wanting"},
		{"missed passive", []string{"He | is said | to care"}, nil, "missed, passive verb"},
		{"missed mark", []string{"Ann | : | rain"}, nil, "missed, mark"},
		{"missed word", []string{"Ann | backs | it"}, nil, "missed, other word"},
		{"false", nil, []string{"Ann | backs | it"}, "false, other word"},
		{"false without a cue", nil, []string{" |  | rain"}, "false, no cue"},
		{"same cue", []string{"Bo | urged | a very long wait"}, []string{"Bo | urged | He"}, contentOther},
		{"late", []string{said}, []string{"Ines Corbould | said | would open early"}, startsLate},
		{"early", []string{"Ines Corbould | said | would open early"}, []string{said}, startsEarly},
		{"ends early", []string{said}, []string{"Ines Corbould | said | that the old fair"}, endsEarly},
		{"ends late", []string{"Ines Corbould | said | that the old fair"}, []string{said}, endsLate},
		{"piece missed", []string{"Ines | said | the old fair/a very long"}, []string{"Ines | said | the old fair"}, pieceMissed},
		{"piece false", []string{"Ines | said | the old fair"}, []string{"Ines | said | the old fair/a very long"}, pieceFalse},
		{"hole filled", []string{"Ines | said | the old fair/to her"}, []string{"Ines | said | the old fair would open early, to her"}, holeMissed},
		{"hole made", []string{"Ines | said | the old fair would open early, to her"}, []string{"Ines | said | the old fair/to her"}, holeFalse},
		{"no source of ours", []string{said}, []string{" | said | that the old fair would open early"}, sourceNone},
		{"no source", []string{" | said | that the old fair would open early"}, []string{said}, sourceFalse},
		{"other source", []string{said}, []string{"Bo | said | that the old fair would open early"}, sourceOther},
		{"pronoun", []string{said}, []string{"He | said | that the old fair would open early"}, pronounOther},
		{"short source", []string{"Ines Corbould of the council | said | that the old fair"}, []string{"Ines | said | that the old fair"}, sourceShort},
		{"long source", []string{"Ines | said | that the old fair"}, []string{"Ines Corbould of the council | said | that the old fair"}, sourceLong},
		{"no cue", []string{said}, []string{"Ines Corbould |  | that the old fair would open early"}, cueNone},
		{"other cue", []string{said}, []string{"Ines Corbould | urged | that the old fair would open early"}, cueOther},
		{"merged", []string{"Ines | said | that the old fair would open early, to her", "Bo | urged | joy"},
			[]string{"Ines | said | that the old fair would open early, to her joy"}, contentJoint},
		{"split", []string{"Ines | said | that the old fair would open early, to her joy"},
			[]string{"Ines | said | that the old fair would open early, to her", "Bo | urged | joy"}, contentSplit},
	} {
		one := Annotated{Article: claims.Article{Path: "one.txt", Text: text, Blocks: paragraphs(text)}}
		var found []claims.Claim
		for _, g := range c.gold {
			var a Attribution
			a.Source, a.Cue, a.Content = sketch(t, text, g)
			one.Gold = append(one.Gold, a)
		}
		for _, o := range c.ours {
			x := claims.Claim{Kind: claims.Direct}
			x.Source, x.Cue, x.Content = sketch(t, text, o)
			found = append(found, x)
		}
		var got []string
		for _, s := range Shapes([]Annotated{one, one}, [][]claims.Claim{found, found}, 1) {
			got = append(got, s.Name)
			if s.Count != 1 || len(s.Examples) != 1 || s.Doc == "" || strings.HasSuffix(s.Doc, " is ") {
				t.Errorf("%s: %+v", c.name, s)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestShapeExamples(t *testing.T) {
	const text = "Bo   urged\na wait."
	one := Annotated{Article: claims.Article{Path: "one.txt", Text: text}, Gold: []Attribution{
		{Line: 7, Source: at(t, text, "Bo"), Cue: at(t, text, "urged"), Content: at(t, text, "a|wait")},
	}}
	want := []Shape{{Name: "missed, verb of wanting", Doc: "marked, and less than .3 of it found; the cue is " + cueDocs[cueWanting], Count: 1,
		Examples: []Example{{Path: "one.txt", Line: 7, Text: "Bo urged a wait.", Gold: &Marked{"Bo", "urged", "a … wait"}}}}}
	if diff := cmp.Diff(want, Shapes([]Annotated{one}, [][]claims.Claim{nil}, 3)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := Shapes([]Annotated{one}, [][]claims.Claim{nil}, 0); len(got) != 1 || got[0].Count != 1 || got[0].Examples != nil {
		t.Errorf("without examples: %+v", got)
	}
}
