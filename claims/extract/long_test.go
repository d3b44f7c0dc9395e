package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/claims"
)

// paragraph is ordinary news of our own.
const paragraph = "The harbour board voted on Monday to keep the old ferry running until spring, its chairwoman, Ann Lee, said. " +
	"“We would rather mend a boat than lose an island,” she told reporters after the meeting. According to the auditors, the repairs " +
	"will cost $1.2m, about 14 percent more than last year. Tom Hale, who runs the rival line, denied that he had offered to buy it. " +
	"The crew has been on half pay since March. “Nobody asked us,” said Ole Berg, a deckhand, “and nobody has paid us either.”"

// long are articles of some size in bytes: each block is a paragraph.
var long = []struct {
	name   string
	mb     int // what TestLong reads of it
	blocks func(size int) []string
}{
	{"prose", 5, func(size int) []string { return repeat(paragraph, size/len(paragraph)) }},
	{"one paragraph", 1, func(size int) []string { return []string{strings.Repeat(paragraph+" ", size/len(paragraph))} }},
	{"one sentence", 5, func(size int) []string {
		return []string{strings.Repeat("and the mayor said that the bridge, which he said was safe, ", size/60)}
	}},
	{"quotation marks", 5, func(size int) []string { return []string{strings.Repeat(`"`, size)} }},
	{"curly marks", 1, func(size int) []string { return []string{strings.Repeat("“ ”", size/7)} }},
	{"apostrophes", 1, func(size int) []string { return []string{strings.Repeat("'a ", size/3)} }},
	{"no spaces", 5, func(size int) []string { return []string{strings.Repeat("said", size/4)} }},
	{"full stops", 1, func(size int) []string { return []string{strings.Repeat("a.A", size/3)} }},
}

func repeat(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}

// pile makes an article of blocks.
func pile(blocks []string) claims.Article {
	a := claims.Article{ID: "a_long", Outlet: "Herald", Date: "2018-11-18"}
	var text strings.Builder
	for _, b := range blocks {
		at := claims.Span{Start: text.Len(), End: text.Len() + len(b)}
		a.Blocks = append(a.Blocks, claims.Block{Span: at, Kind: claims.Paragraph})
		text.WriteString(b + "\n\n")
	}
	a.Text = text.String()
	return a
}

// BenchmarkLong shows that the time grows with the size of an article and not
// with its square: MB/s must be alike at 1 MB and at 5 MB.
func BenchmarkLong(b *testing.B) {
	for _, l := range long {
		for _, mb := range []int{1, 5} {
			a := pile(l.blocks(mb << 20))
			b.Run(fmt.Sprintf("%s/%d MB", l.name, mb), func(b *testing.B) {
				b.SetBytes(int64(len(a.Text)))
				for b.Loop() {
					Claims(a)
				}
			})
		}
	}
}

// TestLong: megabytes of anything come back, with sound spans, and prose gives the
// claims of its paragraph as often as the paragraph stands there.
func TestLong(t *testing.T) {
	if testing.Short() {
		t.Skip("24 MB of text")
	}
	once := len(Claims(pile([]string{paragraph})))
	for _, l := range long {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			blocks := l.blocks(l.mb << 20)
			a := pile(blocks)
			found := Claims(a)
			for _, c := range found {
				for _, s := range c.Content {
					if s.Start < 0 || s.End > len(a.Text) || s.Len() <= 0 || !utf8.ValidString(s.In(a.Text)) {
						t.Fatalf("bad span %v of %q", s, c.ID)
					}
				}
			}
			if l.name == "prose" && len(found) != once*len(blocks) {
				t.Errorf("%d claims in %d paragraphs with %d each", len(found), len(blocks), once)
			}
		})
	}
}
