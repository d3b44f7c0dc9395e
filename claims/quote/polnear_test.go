package quote_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/claims/quote"
)

// annotated is a text of PolNeAR with the contents that one person marked.
type annotated struct {
	name    string
	text    string
	blocks  []claims.Block
	content []claims.Span // every contiguous piece
}

// readAnnotated reads one part of the corpus (BRAT standoff, offsets in
// characters, ";" between the pieces of a discontinuous span).
func readAnnotated(t testing.TB, part string) []annotated {
	t.Helper()
	dir := datatest.Path(t, "data", "attribution", "polnear", part)
	files, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		t.Fatal(err)
	}
	var out []annotated
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".ann")
		path := filepath.Join(dir, "text", name+".txt")
		if _, err := os.Stat(path); err != nil {
			path = filepath.Join(dir, "text", name[:strings.LastIndexByte(name, '_')]+".txt")
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		marks, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		articles, _ := article.Parse(path, text)
		if len(articles) != 1 {
			t.Fatalf("%s holds %d articles", path, len(articles))
		}
		a := articles[0]
		out = append(out, annotated{name, a.Text, a.Blocks, contents(string(marks), a.Text)})
	}
	return out
}

// contents are the pieces of the Content spans of an annotation file.
func contents(marks, text string) []claims.Span {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	var out []claims.Span
	for line := range strings.Lines(marks) {
		fields := strings.SplitN(line, "\t", 3)
		if len(fields) < 3 || !strings.HasPrefix(fields[1], "Content ") {
			continue
		}
		for piece := range strings.SplitSeq(strings.TrimPrefix(fields[1], "Content "), ";") {
			from, to, _ := strings.Cut(piece, " ")
			i, err := strconv.Atoi(from)
			j, err2 := strconv.Atoi(to)
			if err == nil && err2 == nil && i < j && j < len(at) {
				out = append(out, claims.Span{Start: at[i], End: at[j]})
			}
		}
	}
	return out
}

const doubleMarks = "\"“”„«»"

// isDirect reports a piece that is one quotation with both its marks, of which
// each reader would say so.
func isDirect(piece string) bool {
	piece = strings.TrimSpace(piece)
	first, n := utf8.DecodeRuneInString(piece)
	last, m := utf8.DecodeLastRuneInString(piece)
	if len(piece) <= n+m || !strings.ContainsRune(doubleMarks+"'‘’", first) || !strings.ContainsRune(doubleMarks+"'’", last) {
		return false
	}
	if strings.ContainsRune(doubleMarks, first) != strings.ContainsRune(doubleMarks, last) {
		return false
	}
	inside := strings.Trim(piece, "'‘’")
	if strings.ContainsRune(doubleMarks, first) {
		inside = piece[n : len(piece)-m]
	}
	return !strings.ContainsAny(inside, doubleMarks) && !strings.Contains(inside, "''")
}

// alnum is how many letters and digits a span holds.
func alnum(text string, s claims.Span) int {
	n := 0
	for _, r := range s.In(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func iou(text string, a, b claims.Span) float64 {
	if !a.Overlaps(b) {
		return 0
	}
	both := alnum(text, claims.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)})
	return float64(both) / float64(max(1, alnum(text, a)+alnum(text, b)-both))
}

// TestPolNeAR measures the recall of direct quotations: of every piece of gold
// content that is one quotation with both its marks, whether one is found with
// an intersection over union of at least .9. CoreNLP reaches .967, a regular
// expression .986. Beside it, how many long quotations touch no content at all
// (titles, slogans, excerpts), and how often what is called speech is one.
func TestPolNeAR(t *testing.T) {
	for _, part := range []string{"dev", "train"} {
		var s score
		for _, a := range readAnnotated(t, part) {
			s.article(t, a)
		}
		t.Logf("%s: %d direct, recall %.4f; %d quotations of more than 4 words, %d touch no content; %d called speech, %.3f of them a content",
			part, s.gold, ratio(s.found, s.gold), s.long, s.stray, s.speech, ratio(s.said, s.speech))
		if r := ratio(s.found, s.gold); r < 0.998 {
			t.Errorf("%s: recall of direct quotations %.4f, want .998", part, r)
		}
		if r := ratio(s.stray, s.long); r > 0.025 {
			t.Errorf("%s: %.4f of the long quotations touch no content, want at most .025", part, r)
		}
		if r := ratio(s.said, s.speech); r < 0.91 {
			t.Errorf("%s: %.4f of what is called speech is a content, want .91", part, r)
		}
	}
}

// score counts over a part of the corpus.
type score struct{ gold, found, long, stray, speech, said int }

func (s *score) article(t *testing.T, a annotated) {
	var all []claims.Span
	for i, quotes := range quote.Blocks(a.text, a.blocks) {
		for _, q := range quotes {
			all = append(all, q.Span)
			s.quotation(a, a.blocks[i], q)
		}
	}
	seen := map[claims.Span]bool{}
	for _, c := range a.content {
		if seen[c] || !isDirect(c.In(a.text)) {
			continue
		}
		seen[c] = true
		s.gold++
		if best(a.text, c, all) >= 0.9 {
			s.found++
		} else {
			t.Logf("missed in %s: bytes %d to %d", a.name, c.Start, c.End)
		}
	}
}

func (s *score) quotation(a annotated, b claims.Block, q quote.Quotation) {
	if len(strings.Fields(q.Inner.In(a.text))) > 4 {
		s.long++
		if !slices.ContainsFunc(a.content, q.Overlaps) {
			s.stray++
		}
	}
	if b.Kind == claims.Paragraph && q.Use(a.text, b.Span) == quote.Speech {
		s.speech++
		if best(a.text, q.Span, a.content) >= 0.8 {
			s.said++
		}
	}
}

// best is the greatest intersection over union of a span with one of others.
func best(text string, s claims.Span, others []claims.Span) float64 {
	most := 0.0
	for _, o := range others {
		most = max(most, iou(text, s, o))
	}
	return most
}

func ratio(n, of int) float64 { return float64(n) / float64(max(1, of)) }
