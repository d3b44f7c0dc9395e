package wire

// quotes follows the quotation marks of a text from left to right. Package
// claims/quote pairs the marks of a whole article; here a sentence stands alone,
// and a guess at each mark will do.
type quotes struct {
	open rune // the mark that is open, 0 where none is
	seen bool // one was opened or closed
}

// turn is what a rune does to quotation.
type turn uint8

const (
	noMark turn = iota
	opened
	closed
	unopened // it closes what was opened before the text began
)

// mark reads the rune r at i. A single mark opens as “‘” only, and closes what
// it opened: else it is an apostrophe.
func (q *quotes) mark(text string, i int, r rune) turn {
	switch r {
	case '“', '«', '‘':
		if q.open == 0 {
			q.open, q.seen = r, true
			return opened
		}
		return noMark
	case '”', '»':
		return q.close()
	case '’':
		if q.open != '‘' || letterAt(text, i+len("’")) {
			return noMark
		}
		return q.close()
	case '"':
		if q.open == 0 && (i == 0 || text[i-1] == ' ' || text[i-1] == '(' || text[i-1] == '[') {
			q.open, q.seen = r, true
			return opened
		}
		return q.close()
	}
	return noMark
}

func (q *quotes) close() turn {
	before := q.seen
	q.open, q.seen = 0, true
	if before {
		return closed
	}
	return unopened
}
