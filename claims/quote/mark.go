package quote

import "unicode"

// family groups the marks that close one another.
type family uint8

const (
	nothing  family = iota
	straight        // " ″ ＂ and two single marks in a row
	curly           // “ ” „ ‟
	single          // ' ‘ ’ ‚ ‛ ` ´ ′
	angle           // « » ‹ › 「 」 『 』
	families        // how many there are, with nothing
)

// mark is a quotation mark, or what looks like one, with the cost of each way
// to read it. A cost of 0 is what the spacing and the shape of the mark call
// for; pages break both rules, but seldom the same mark breaks both.
type mark struct {
	at                  int // byte offset
	size                uint8
	family              family
	first               bool // it begins the block
	ends                bool // a full stop, comma or the like stands before it
	opens, closes, none int8 // costs

	// What it was read as.
	from, to state // the quotations open before and behind it
	lost     bool  // a mark is missing: before this one, or behind it where it opens
	mate     int   // of an opening mark: which of the window ends the quotation
}

// familyOf tells the family of a rune; nothing for what is no mark.
func familyOf(r rune) family {
	switch r {
	case '"', '″', '＂':
		return straight
	case '“', '”', '„', '‟':
		return curly
	case '\'', '‘', '’', '‚', '‛', '`', '´', '′':
		return single
	case '«', '»', '‹', '›', '「', '」', '『', '』':
		return angle
	}
	return nothing
}

// class is what stands beside a mark.
type class uint8

const (
	other class = iota
	gap         // white space, or the edge of the block
	letter
	digit
	bracketOpen  // ( [ {
	bracketClose // ) ] }
	dash
	comma // , ; and the full-width ones
	colon
	stop // . ! ?
	dots // … or two full stops
)

func classOf(r rune) class {
	switch {
	case r == ' ' || r == '\n':
		return gap
	case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
		return letter
	case '0' <= r && r <= '9':
		return digit
	}
	switch r {
	case '(', '[', '{', '=', '<', '¿', '¡':
		return bracketOpen
	case ')', ']', '}':
		return bracketClose
	case '-', '–', '—', '―', '/', '−', '‑', '‐':
		return dash
	case ',', ';', '，', '、', '；':
		return comma
	case ':', '：':
		return colon
	case '.', '!', '?', '。', '！', '？':
		return stop
	case '…':
		return dots
	case '\u200b', '\u2060', '\ufeff':
		return gap
	}
	switch {
	case unicode.IsSpace(r):
		return gap
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// The costs were set by hand and tried on PolNeAR train: 2 is a sloppy space,
// 3 a mark of the wrong direction, 4 and more what hardly anybody types.
var (
	openBehind = [...]int8{other: 3, gap: 0, letter: 5, digit: 5, bracketOpen: 0, bracketClose: 3, dash: 0, comma: 2, colon: 1, stop: 2, dots: 2}
	openBefore = [...]int8{other: 0, gap: 2, letter: 0, digit: 0, bracketOpen: 0, bracketClose: 5, dash: 1, comma: 5, colon: 5, stop: 4, dots: 0}

	closeBehind = [...]int8{other: 0, gap: 2, letter: 0, digit: 0, bracketOpen: 4, bracketClose: 0, dash: 1, comma: 0, colon: 1, stop: 0, dots: 0}
	closeBefore = [...]int8{other: 3, gap: 0, letter: 4, digit: 4, bracketOpen: 1, bracketClose: 0, dash: 0, comma: 0, colon: 0, stop: 0, dots: 1}
)

// Costs of what the neighbours do not tell.
const (
	wrongWay  = 3 // the shape of the mark points the other way
	stray     = 7 // a mark that is none
	strayEdge = 10
	plural    = 1 // the apostrophe of "allies'" closes nothing
	typed     = 3 // an opening ' that opens nothing
	elision   = 4 // letters were left out: '90s, 'em
)

// judge sets the costs of a mark from its shape and its neighbours.
func (m *mark) judge(s *scanner, r rune) {
	before, after := s.before(m.at), s.after(m.at+int(m.size))
	m.opens = openBehind[before] + openBefore[after]
	m.closes = closeBehind[before] + closeBefore[after]
	if after == letter && (before == stop || before == comma || before == dots) {
		m.closes -= 2 // `home,"he said`: the space is missing
	}
	m.ends = before == comma || before == stop || before == dots
	m.none = stray
	if m.first = m.at == s.first; m.first {
		m.none = strayEdge
	}
	m.shape(s, r)
	if m.family == angle && before == gap && after == gap && m.opens > m.closes {
		m.opens += wrongWay // a » before each item of a list
	}
	switch {
	case m.family == single:
		m.apostrophe(s, before, after, r)
	case before == digit && m.family == straight && !m.first:
		m.none = 2 // inches
		if s.feet(m.at) {
			m.none, m.closes = 0, m.closes+1
		}
	}
}

// shape adds what the mark itself says of its direction.
func (m *mark) shape(s *scanner, r rune) {
	switch r {
	case '”', '’', '»', '›':
		m.opens += wrongWay
	case '‘', '«', '‹', '`':
		m.closes += wrongWay
	case '“':
		if s.low {
			m.opens++
		} else {
			m.closes += wrongWay
		}
	case '„', '‟', '‚', '‛':
		s.low = true
		m.closes += 2 * wrongWay
	case '「', '『':
		m.opens, m.closes = 0, 2*wrongWay
	case '」', '』':
		m.opens, m.closes = 2*wrongWay, 0
	}
}
