package rule

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscheck/claims/word"
)

// TestWordClasses: every class of data/words.txt is asked for by its name, and every name
// that is asked for is a class.
func TestWordClasses(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	classes := map[string]bool{}
	for class := range word.Listed(smallWords) {
		classes[class] = true
	}
	for class := range classes {
		if !strings.Contains(code.String(), `wordsOf("`+class+`")`) {
			t.Errorf("nothing asks for class %q", class)
		}
	}
	for _, part := range strings.Split(code.String(), ` = wordsOf("`)[1:] {
		if class, _, _ := strings.Cut(part, `"`); !classes[class] {
			t.Errorf("there is no class %q", class)
		}
	}
}
