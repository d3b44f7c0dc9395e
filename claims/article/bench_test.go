package article

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// item is a line of JSONL with an article of the usual length.
func item(n int) string {
	para := "The council met on Monday and voted to keep the old bridge open, its speaker said, “until the spring at least”. Nobody voted against it, and nobody asked what it would cost to keep it open for longer than that."
	text := strings.TrimSuffix(strings.Repeat(para+`\n\n`, 20), `\n\n`)
	return fmt.Sprintf(`{"id":"n%d","outlet":"Courier","title":"Bridge stays open","date":"2018-11-18","body":"%s"}`+"\n", n, text)
}

func BenchmarkParse(b *testing.B) {
	var data bytes.Buffer
	for n := range 200 {
		data.WriteString(item(n))
	}
	b.SetBytes(int64(data.Len()))
	for b.Loop() {
		if articles, _ := Parse("x.jsonl", data.Bytes()); len(articles) != 200 {
			b.Fatal(len(articles))
		}
	}
}

// extremes are texts that would take a quadratic analysis hours.
var extremes = []struct {
	name string
	text func(size int) string
}{
	{"one line", func(n int) string { return strings.Repeat("The bridge “stays” open (AP) and so on. ", n/44) }},
	{"newlines", func(n int) string { return "x" + strings.Repeat("\n", n) }},
	{"quotation marks", func(n int) string { return strings.Repeat(`"`, n) }},
	{"brackets", func(n int) string { return strings.Repeat("(", n) }},
	{"full stops", func(n int) string { return strings.Repeat(". ", n/2) }},
	{"counters", func(n int) string { return strings.Repeat("1/2\n", n/4) }},
	{"teasers", func(n int) string { return strings.Repeat("Read more\n", n/10) }},
	{"short lines", func(n int) string { return strings.Repeat("a b\n", n/4) }},
	{"names", func(n int) string { return strings.Repeat("Ann Brown\n", n/10) }},
	{"strays", func(n int) string { return strings.Repeat("one two three four five six seven eight nine ten\n", n/49) }},
	{"captions", func(n int) string { return strings.Repeat("Getty Images\nThe bridge\n", n/24) }},
}

func BenchmarkLayout(b *testing.B) {
	for _, e := range extremes {
		for _, size := range []int{1 << 20, 4 << 20} {
			text := e.text(size)
			b.Run(fmt.Sprintf("%s/%dMB", e.name, size>>20), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					newLayout(text, nil)
				}
			})
		}
	}
}

// TestExtremes reads each extreme at a size at which a quadratic step would
// run into the test's time limit.
func TestExtremes(t *testing.T) {
	for _, e := range extremes {
		articles, warnings := Parse("x.txt", []byte(e.text(256<<10)))
		if len(articles) != 1 {
			t.Errorf("%s: %v", e.name, warnings)
			continue
		}
		if why := sound(articles[0]); why != "" {
			t.Errorf("%s: %s", e.name, why)
		}
	}
}
