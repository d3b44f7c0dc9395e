package dispute

import (
	"strings"
	"testing"

	"crosscheck/claims/extract"
	"crosscheck/compare/term"
)

// TestHostile reads an article of nothing but disputes: it must come to an end.
func TestHostile(t *testing.T) {
	for _, s := range []string{
		"Maria Lind said the dam was safe. The ministry rejected Ms. Lind's claim. ",
		"Hugo Brand denied that the dam leaked. ",
		"“That is not true,” Lind said. “It is,” Brand shot back. ",
		"denied denied denied disputed that that ",
	} {
		a := written(strings.Repeat(s, 1500))
		Find(&term.Reader{}, &a, extract.Claims(a))
	}
}
