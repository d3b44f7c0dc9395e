package word

import (
	"iter"
	"strings"
)

// Listed yields the words of a list with the name of their class: lines of
// "class: word word ...", of which a class may have several. Lines that begin
// with "#", and those without a colon, are notes.
func Listed(list string) iter.Seq2[string, string] {
	return func(yield func(class, word string) bool) {
		for line := range strings.Lines(list) {
			class, words, ok := strings.Cut(line, ":")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(words) {
				if !yield(class, w) {
					return
				}
			}
		}
	}
}
