package extract

import (
	"strings"
	"testing"

	"crosscheck/claims"
)

// BenchmarkHostile doubles texts that are no prose: the time must double too.
func BenchmarkHostile(b *testing.B) {
	for name, piece := range map[string]string{
		"one sentence": "and the mayor said that the bridge, which he said was safe, ",
		"only marks":   `"' `,
		"only openers": `“a `,
		"said":         "said ",
		"names":        "Ann Lee ",
		"colons":       "Ann: ",
	} {
		for _, size := range []string{"500 KB", "1 MB"} {
			n := map[string]int{"500 KB": 500_000, "1 MB": 1_000_000}[size]
			text := strings.Repeat(piece, n/len(piece))
			a := claims.Article{ID: "a_h", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
			b.Run(name+"/"+size, func(b *testing.B) {
				b.SetBytes(int64(n))
				for b.Loop() {
					Claims(a)
				}
			})
		}
	}
}
