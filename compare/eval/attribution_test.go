package eval

import (
	"context"
	"errors"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/extract"
)

func TestReadPolNeAR(t *testing.T) {
	texts, warnings, err := ReadPolNeAR("testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) != 2 || len(texts[0].Gold) != 3 || len(texts[1].Gold) != 1 {
		t.Fatalf("read %+v", texts)
	}
	first := texts[0]
	if got := words(first.Article.Text, first.Gold[0].Content); got != "The café’s roof “will not fall,”|“It was checked in May.”" {
		t.Errorf("content %q", got)
	}
	for _, b := range first.Article.Blocks {
		if b.Kind != claims.Paragraph && b.Kind != claims.Headline {
			t.Errorf("a block is a %s", b.Kind)
		}
	}
	want := []claims.Warning{
		{Path: "testdata/corpus/attributions/lost_a1.ann", Reason: "has no text: there is no text/lost_a1.txt"},
		{Path: "testdata/corpus/attributions/roof_a2.ann", Line: 3, Reason: "E1: Source:T7 points at nothing"},
		{Path: "testdata/corpus/attributions/roof_a2.ann", Line: 4, Reason: "is no line of an annotation: it does not begin with an ID and a tab"},
	}
	if diff := cmp.Diff(want, warnings); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	if _, _, err := ReadPolNeAR("testdata/nowhere"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
}

// TestScore scores claims of our own making, so that every figure is known.
func TestScore(t *testing.T) {
	const text = `“It rains,” Ines said. Bo claims that it “pours” daily. The roof holds, they think. A note: it leaks.`
	span := func(s string) []claims.Span {
		if s == "" {
			return nil
		}
		return at(t, text, s)
	}
	gold := func(source, cue, content string) Attribution {
		return Attribution{Source: span(source), Cue: span(cue), Content: span(content)}
	}
	claim := func(kind claims.Kind, source, cue, content string) claims.Claim {
		return claims.Claim{Kind: kind, Source: span(source), Cue: span(cue), Content: span(content)}
	}
	one := Annotated{Path: "one.ann", Article: claims.Article{Path: "one.txt", Text: text, Blocks: paragraphs(text)}, Gold: []Attribution{
		gold("Ines", "said", "“It rains,”"),
		gold("Bo", "claims", "that it “pours” daily"),
		gold("they", "think", "The roof holds"),
		gold("", ":", "it leaks"),
	}}
	found := []claims.Claim{
		claim(claims.Direct, "Ines", "said", "It rains"),       // right in all, but nobody is named
		claim(claims.Reported, "Ines", "claims", "it “pours”"), // IoU 7/16, wrong source
		claim(claims.Direct, "", "", "pours"),                  // no cue, no pair left
		claim(claims.Own, "", "", "The roof holds"),            // own voice: not counted
		claim(claims.Titled, "", "", "it leaks"),               // nor a bare headline
		claim(claims.Reported, "", ":", "it leaks"),
	}
	found[2].Speaker = &claims.Speaker{Name: "Bo"}
	got := Score([]Annotated{one}, [][]claims.Claim{found})
	rows := []Row{
		{Direct, PRF{1, 1, 2, 1, 0.5, 1, 2. / 3}, PRF{1, 1, 2, 1, 0.5, 1, 2. / 3}},
		{Mixed, PRF{1, 1, 1, 1, 1, 1, 1}, PRF{1, 0, 1, 0, 0, 0, 0}},
		{Indirect, PRF{2, 1, 1, 1, 1, 0.5, 2. / 3}, PRF{2, 1, 1, 1, 1, 0.5, 2. / 3}},
		{All, PRF{4, 3, 4, 3, 0.75, 0.75, 0.75}, PRF{4, 2, 4, 2, 0.5, 0.5, 0.5}},
	}
	want := Table{Texts: 1, Annotations: 1,
		Content:     rows,
		Spans:       rows, // no content has two spans
		DirectFound: Share{1, 1, 1},
		DirectSpans: Share{1, 1, 1},
		Quotations:  Share{1, 1, 1},
		SourceRight: Share{2, 3, 2. / 3},
		CueRight:    Share{3, 3, 1},
		Cue:         PRF{4, 3, 3, 3, 1, 0.75, 6. / 7},
		Unknown:     Share{1, 2, 0.5},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestScoreSpans scores contents as wholes and span by span, where two people
// marked one text: spans are those of the first.
func TestScoreSpans(t *testing.T) {
	const text = `“It rains,” Ines said. “It pours.” Bo left. “It will snow by noon,” she went on.`
	article := claims.Article{Path: "one.txt", Text: text, Blocks: paragraphs(text)}
	gold := Attribution{Cue: at(t, text, "said"), Content: at(t, text, "“It rains,”|“It pours.”")}
	other := Attribution{Cue: at(t, text, "went on"), Content: at(t, text, "“It will snow by noon,”")}
	texts := []Annotated{
		{Path: "one_a.ann", Article: article, Gold: []Attribution{gold}},
		{Path: "one_b.ann", Article: article, Gold: []Attribution{gold, other}},
	}
	found := []claims.Claim{
		{Kind: claims.Direct, Content: at(t, text, "It rains")}, // a whole span, half of the content
		{Kind: claims.Direct, Content: at(t, text, "snow")},     // nothing that the first person marked
		{Kind: claims.Direct, Content: at(t, text, "It pours"), Within: "another"},
	}
	got := Score(texts, [][]claims.Claim{found, found})
	want := Table{Texts: 1, Annotations: 2}
	want.Content = alike(PRF{Gold: 3, Found: 2, Claimed: 4, Right: 2}.rated(), PRF{Gold: 3, Claimed: 4})
	want.Spans = alike(PRF{2, 1, 2, 1, 0.5, 0.5, 0.5}, PRF{2, 1, 2, 1, 0.5, 0.5, 0.5})
	want.DirectFound, want.DirectSpans, want.Quotations = Share{0, 3, 0}, Share{1, 2, 0.5}, Share{1, 2, 0.5}
	want.SourceRight, want.CueRight = Share{2, 2, 1}, Share{0, 2, 0}
	want.Cue = PRF{Gold: 3}
	want.Unknown = Share{4, 4, 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// alike are the rows of a table all of whose content is direct.
func alike(loose, strict PRF) []Row {
	return []Row{{Direct, loose, strict}, {Kind: Mixed}, {Kind: Indirect}, {All, loose, strict}}
}

// TestScoreNothing divides nothing by nothing.
func TestScoreNothing(t *testing.T) {
	got := Score(nil, nil)
	if len(got.Content) != len(kinds) || got.Content[0].Loose != (PRF{}) || got.Cue != (PRF{}) || got.Unknown != (Share{}) {
		t.Errorf("the score of nothing: %+v", got)
	}
}

func TestExtractOnce(t *testing.T) {
	texts, _, err := ReadPolNeAR("testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	found, err := Extract(context.Background(), extract.Finder{}, texts)
	if err != nil || len(found) != 2 || len(found[0]) == 0 {
		t.Fatalf("found %v, error %v", found, err)
	}
	if diff := cmp.Diff(found[0], found[1]); diff != "" {
		t.Errorf("one text, two extractions:\n%s", diff)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Extract(gone, extract.Finder{}, texts); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
