package review_test

import (
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/review"
)

// TestPair names pairs that are the same, and pairs that are not.
func TestPair(t *testing.T) {
	article := func(id, text string) claims.Article {
		return claims.Article{ID: id, Path: "somewhere/" + id, Text: text}
	}
	claim := func(id, a, who, text string) claims.Claim {
		c := claims.Claim{ID: id, Article: a, Text: text, Content: []claims.Span{{Start: 0, End: 3}}}
		if who != "" {
			c.Speaker = &claims.Speaker{Name: who}
		}
		return c
	}
	r := &compare.Report{
		Articles: []claims.Article{article("x", "It is not true, the ferry sails.\n\nMore."), article("y", "It is not true, the pier is open.\n\nMore.")},
		Claims: []claims.Claim{
			claim("open", "x", "Mara Lind", "The pier is open to all."),
			claim("loud", "y", "Somebody else", "THE PIER IS  OPEN -- to “all”"),
			claim("shut", "x", "Tom Okoye", "The pier isn’t open to all."),
			claim("shut2", "y", "Tom Okoye", "The pier isn't open to all"),
			claim("lind", "y", "Ms Lind", "The pier is open to all."),
			claim("short", "x", "", "It is not true,"),
			claim("short2", "y", "", "It is not true,"),
		},
	}
	k := review.NewKeys(r)
	for _, c := range []struct {
		a, b, x, y string
		same       bool
	}{
		{"open", "shut", "shut", "open", true},   // whichever stands first
		{"open", "shut", "loud", "shut2", true},  // printed elsewhere, in other type
		{"open", "shut", "open", "short", false}, // other words
		{"open", "loud", "open", "lind", false},  // the same words on both sides: who said them counts
		{"open", "loud", "lind", "loud", true},
		{"open", "short", "open", "short2", false}, // few words: their sentence counts
	} {
		if got := k.Pair(c.a, c.b) == k.Pair(c.x, c.y); got != c.same {
			t.Errorf("%s and %s against %s and %s: same is %t, want %t", c.a, c.b, c.x, c.y, got, c.same)
		}
	}
	if got := k.Claim("nobody's"); got != "" {
		t.Errorf("the key of an unknown claim is %q", got)
	}
}
