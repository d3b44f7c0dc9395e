package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// at finds words in text, one span for each part between "|".
func at(t *testing.T, text, parts string) []claims.Span {
	t.Helper()
	var out []claims.Span
	for part := range strings.SplitSeq(parts, "|") {
		i := strings.Index(text, part)
		if i < 0 || part == "" {
			t.Fatalf("%q is not in %q", part, text)
		}
		out = append(out, claims.Span{Start: i, End: i + len(part)})
	}
	return out
}

func TestIoU(t *testing.T) {
	const text = `It was “très cold, and wet,” they told us.`
	r := newRuler(text, nil)
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"“très cold, and wet,”", "très cold, and wet", 1}, // marks do not count
		{"très", "très cold", 0.5},
		{"très|wet", "très cold, and wet", 7.0 / 14},
		{"très|wet", "wet", 3.0 / 7},
		{"cold", "wet", 0},
		{"cold, and", "and wet", 3.0 / 10},
		{",", ",", 0}, // no letter
	} {
		got := iou(r.alnum, at(t, text, c.a), at(t, text, c.b))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q and %q (-want +got):\n%s", c.a, c.b, diff)
		}
		if back := iou(r.alnum, at(t, text, c.b), at(t, text, c.a)); back != got {
			t.Errorf("%q and %q: %v one way, %v the other", c.a, c.b, got, back)
		}
	}
	if got := iou(r.alnum, nil, at(t, text, "wet")); got != 0 {
		t.Errorf("nothing and something: %v", got)
	}
}

func TestPair(t *testing.T) {
	text := "aaaa bbbb cccc dddd"
	r := newRuler(text, nil)
	gold := [][]claims.Span{at(t, text, "aaaa bbbb"), at(t, text, "cccc"), at(t, text, "dddd")}
	claimed := [][]claims.Span{at(t, text, "bbbb cccc"), at(t, text, "aaaa bbbb"), at(t, text, "aaaa")}
	// The second claim is the first content's own; the first goes to what is left.
	want := []match{{0, 1, 1}, {1, 0, 0.5}}
	if diff := cmp.Diff(want, pair(r.alnum, gold, claimed), cmp.AllowUnexported(match{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// paragraphs are the lines of text as blocks.
func paragraphs(text string) []claims.Block {
	var out []claims.Block
	at := 0
	for line := range strings.Lines(text) {
		if n := len(strings.TrimSpace(line)); n > 0 {
			out = append(out, claims.Block{Span: claims.Span{Start: at, End: at + n}, Kind: claims.Paragraph})
		}
		at += len(line)
	}
	return out
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		text, content string
		want          Kind
	}{
		{`"It rains," he said.`, `"It rains,"`, Direct},
		{`“It rains,” he said.`, `It rains`, Direct},
		{`“It rains,” he said. “It pours.”`, `“It rains,”|“It pours.”`, Direct},
		{`''It rains,'' he said.`, `''It rains,''`, Direct},
		{`He said that “it rains”.`, `that “it rains”`, Mixed},
		{`He said that it rains.`, `that it rains`, Indirect},
		{`“It rains,” he said and left.`, `he said and left`, Indirect},
		{"“It rains.\n\n“It pours,” he said.", "“It rains.|“It pours,”", Direct},
		{"\"It rains.\n\nHe left, they say.", "He left", Indirect}, // the mark that is missing spoils one line
		{"It's the o'clocks' fault, he said.", "It's the o'clocks' fault", Indirect},
	} {
		if got := newRuler(c.text, paragraphs(c.text)).kind(at(t, c.text, c.content)); got != c.want {
			t.Errorf("%q in %q is %s, want %s", c.content, c.text, got, c.want)
		}
	}
}

func TestMerged(t *testing.T) {
	got := merged([]claims.Span{{Start: 5, End: 9}, {Start: 0, End: 2}, {Start: 1, End: 4}, {Start: 6, End: 7}})
	want := []claims.Span{{Start: 0, End: 4}, {Start: 5, End: 9}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
