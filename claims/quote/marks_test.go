package quote

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func ExampleFind() {
	text := `“We don’t know,” she said. 'It's the allies' plan.'`
	for _, q := range Find(text, claims.Span{End: len(text)}) {
		fmt.Println(q.Inner.In(text))
	}
	// Output:
	// We don’t know,
	// It's the allies' plan.
}

func ExampleBlocks() {
	text := "“We went home.\n\n“They left,” he said."
	blocks := []claims.Block{
		{Span: claims.Span{Start: 0, End: 16}, Kind: claims.Paragraph},
		{Span: claims.Span{Start: 18, End: len(text)}, Kind: claims.Paragraph},
	}
	for _, quotes := range Blocks(text, blocks) {
		for _, q := range quotes {
			fmt.Println(q.Inner.In(text), q.Open, q.Continues)
		}
	}
	// Output:
	// We went home. true false
	// They left, false true
}

//go:embed testdata/marks.txt
var cases string

func TestMarks(t *testing.T) {
	for _, c := range strings.Split(cases, "\n== ")[1:] {
		name, body, _ := strings.Cut(c, "\n")
		t.Run(name, func(t *testing.T) {
			want := strings.Split(strings.TrimSpace(body), "\n")
			text, blocks := paragraphs(want)
			var got []string
			for i, quotes := range Blocks(text, blocks) {
				got = append(got, shown(text, blocks[i].Span, quotes))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if len(want) > 1 {
				return
			}
			if one := shown(text, blocks[0].Span, Find(text, blocks[0].Span)); one != got[0] {
				t.Errorf("Find: %s", one)
			}
		})
	}
}

// paragraphs is the text of a case, without what is said of it.
func paragraphs(lines []string) (string, []claims.Block) {
	bare := strings.NewReplacer("+[[", "", "[[[", "[", "[[", "", "]]]", "]", "]]~", "", "]]>", "", "]]", "")
	var text strings.Builder
	var blocks []claims.Block
	for _, l := range lines {
		at := claims.Span{Start: text.Len()}
		text.WriteString(bare.Replace(l))
		at.End = text.Len()
		text.WriteString("\n\n")
		blocks = append(blocks, claims.Block{Span: at, Kind: claims.Paragraph})
	}
	return text.String(), blocks
}

// shown is a block with its quotations as the cases mark them.
func shown(text string, block claims.Span, quotes []Quotation) string {
	var b strings.Builder
	at := block.Start
	for _, q := range quotes {
		b.WriteString(text[at:q.Start])
		if q.Continues {
			b.WriteString("+")
		}
		b.WriteString("[[" + q.In(text) + "]]")
		if q.Mended {
			b.WriteString("~")
		}
		if q.Open {
			b.WriteString(">")
		}
		at = q.End
	}
	return b.String() + text[at:block.End]
}

func FuzzFind(f *testing.F) {
	for _, c := range strings.Split(cases, "\n== ")[1:] {
		_, body, _ := strings.Cut(c, "\n")
		text, _ := paragraphs(strings.Split(strings.TrimSpace(body), "\n"))
		f.Add(text)
	}
	f.Add(`''''""""`)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		check(t, s, claims.Span{End: len(s)}, Find(s, claims.Span{End: len(s)}))
		var blocks []claims.Block
		at := 0
		for line := range strings.Lines(s) {
			blocks = append(blocks, claims.Block{Span: claims.Span{Start: at, End: at + len(line)}, Kind: claims.Paragraph})
			at += len(line)
		}
		for i, quotes := range Blocks(s, blocks) {
			check(t, s, blocks[i].Span, quotes)
		}
	})
}

// check fails unless the quotations are in order, apart, inside the block and
// on rune edges.
func check(t *testing.T, s string, block claims.Span, quotes []Quotation) {
	end := block.Start
	for _, q := range quotes {
		if q.Start < end || q.End > block.End || q.Inner.Len() <= 0 || !q.Contains(q.Inner) ||
			!utf8.ValidString(q.In(s)) || !utf8.ValidString(q.Inner.In(s)) {
			t.Fatalf("bad quotation %+v after %d in %q", q, end, s)
		}
		end = q.End
	}
}

// BenchmarkFind reads plain prose, a paragraph at a time, and what is worst for
// the pairing: nothing but marks.
func BenchmarkFind(b *testing.B) {
	prose := strings.Repeat("The mayor's office said on Monday that the road along the river would be mended before the winter came. ", 3) +
		"“We don’t know when,” she said at a meeting of the council. “It’s the builders’ turn to speak, and they don’t.”\n"
	for _, c := range []struct{ name, text string }{
		{"plain", strings.Repeat("The office said on Monday that the road along the river would be mended. ", 8)},
		{"prose", prose},
		{"straight5MB", strings.Repeat(`"`, 5<<20)},
		{"alternating5MB", strings.Repeat(`"' `, 5<<20/3)},
		{"words5MB", strings.Repeat(`"a" 'b' “c” `, 5<<20/18)},
		{"opening5MB", strings.Repeat(`“We went home, he said. `, 5<<20/26)},
		{"unopened5MB", strings.Repeat(`We went home,” he said. `, 5<<20/26)},
		{"paragraph5MB", strings.Repeat(prose, 5<<20/len(prose))},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(c.text, claims.Span{End: len(c.text)})
			}
		})
	}
}
