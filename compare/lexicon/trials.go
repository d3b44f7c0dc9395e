package lexicon

import "fmt"

// Trials returns the tests of all entries, in the order of the file.
func (a Additions) Trials() []Test {
	var out []Test
	for _, e := range a.entries() {
		for i, t := range e.test {
			one := Test{Opposed: t.Opposed != nil}
			one.Line, one.Column = a.position(fmt.Sprintf("%s.test[%d]", e.where, i))
			s := t.Opposed
			if !one.Opposed {
				s = t.Unopposed
			}
			one.A, one.B = s[0], s[1]
			out = append(out, one)
		}
	}
	return out
}

// Len is the number of entries.
func (a Additions) Len() int { return len(a.entries()) }

// Test is a test of an entry: two sentences that the judge must find opposed, or
// must not.
type Test struct {
	Line, Column int // its place in the file, 1-based; 0 where it cannot be found
	Opposed      bool
	A, B         string
}
