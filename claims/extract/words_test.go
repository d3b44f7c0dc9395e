package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestClassNames: the classes of the code are those of the data file, and each
// is reachable by its bit.
func TestClassNames(t *testing.T) {
	var names []string
	for line := range strings.Lines(wordList) {
		if name, words, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			names = append(names, name)
			first := strings.Fields(words)[0]
			if classOf(first)&(1<<(len(names)-1)) == 0 {
				t.Errorf("%q is not in class %q", first, name)
			}
		}
	}
	if diff := cmp.Diff(classNames, names); diff != "" {
		t.Errorf("classNames, data/words.txt: -code +data\n%s", diff)
	}
}
