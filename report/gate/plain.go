package gate

import (
	"strings"
	"unicode"
)

// plain is a text from a policy, a draft or an error on one line, without what
// cannot be seen and could steer a terminal.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " "))
}
