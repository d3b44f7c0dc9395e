package quote

import (
	"fmt"
	"testing"

	"crosscheck/claims"
)

func ExampleQuotation_Use() {
	text := `Anna "Red" Meyer won with "The River Runs Late", a "slow" book. "We left," she said.`
	block := claims.Span{End: len(text)}
	for _, q := range Find(text, block) {
		fmt.Println(q.Inner.In(text), q.Use(text, block) == Speech)
	}
	// Output:
	// Red false
	// The River Runs Late false
	// slow false
	// We left, true
}

func TestUse(t *testing.T) {
	for _, c := range []struct {
		text string
		want Use
	}{
		{`"We left," he said.`, Speech},
		{`"No," he said.`, Speech},
		{`“We left”, he said.`, Speech},
		{`He said: "We left."`, Speech},
		{`He said "we left."`, Speech},
		{`He left. "Who knows?" she asked.`, Speech},
		{`"He said 'no,'" she said.`, Speech},
		{`He left: "We went home`, Speech}, // open
		{`The plan is "to mend the road before the winter, and to mend the bridge behind it, and then the old harbour and the market as well" by May.`, Speech},
		{`The road was "frozen."`, Fragment},
		{`The road was "frozen" and shut.`, Fragment},
		{`He would not say that the road "was long and winding."`, Fragment},
		{`"Frozen" was the word.`, Fragment},
		{`Her "Snow in the Hills," out on Monday, is long.`, Name},
		{`"The River Runs Late" is her first.`, Name},
		{`She wrote a book, "The River Runs Late," in May.`, Name},
		{`Anna "Red" Meyer left.`, Name},
		{`He sang "New Road, Old Road" twice.`, Name},
	} {
		block := claims.Span{End: len(c.text)}
		quotes := Find(c.text, block)
		if len(quotes) != 1 {
			t.Errorf("%s: %d quotations", c.text, len(quotes))
			continue
		}
		if got := quotes[0].Use(c.text, block); got != c.want {
			t.Errorf("%s: use %d, want %d", c.text, got, c.want)
		}
	}
}
