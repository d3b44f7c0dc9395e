package extract

import (
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
)

func TestContext(t *testing.T) {
	for text, want := range map[string]string{
		"Asked about the flooded tunnel, the mayor said she would not resign.":       "the flooded tunnel",
		"In response to the strike, the mayor said that she would not resign.":       "the strike",
		"Asked why, the mayor said that she would not resign over a flooded tunnel.": "",
	} {
		list, _ := article.Parse("post/a.txt", []byte("Mayor stays\n\n"+text+"\n"))
		got := ""
		for _, c := range Claims(list[0]) {
			got += claims.Join(list[0].Text, c.Context)
		}
		if got != want {
			t.Errorf("%q answers to %q, want %q", text, got, want)
		}
	}
}
