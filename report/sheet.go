package report

import "crosscheck/claims"

// Sheet is an article with its claims in place, as a reader sees it. All its
// texts are clean: free of line breaks and of what cannot be seen. None is
// escaped.
type Sheet struct {
	Anchor string // the fragment of a link to it: "a1"
	Outlet string // "unknown outlet" where it is not known
	Title  string
	Date   string // YYYY-MM-DD, "" where unknown
	Path   string
	URL    string // http or https; "" where unknown or anything else
	Byline string
	Strips []Strip // the whole text
	Lost   []Note  // claims of whose content no word is marked in the text
	Kinds  []Count // how many claims are of each kind that occurs
	Voices []Voice // who speaks, most often first
}

// Strip is a stretch of an article as its layout has it, a block in most
// cases, with the claims that begin in it. Neighbouring blocks that are not
// read for claims make one strip.
type Strip struct {
	Kind   claims.BlockKind
	Pieces []Piece
	Notes  []Note // in order
}

// Dim reports whether the strip is on the page, but no part of the article.
func (s Strip) Dim() bool {
	return s.Kind != claims.Headline && s.Kind != claims.Summary && s.Kind != claims.Paragraph
}

// Piece is a run of text over which the same marks lie.
type Piece struct {
	Text   string  // spaces at its ends are kept
	Marks  []*Mark // outermost first
	Joint  bool    // not of the article: stands between two blocks of one strip
	Layout bool    // a layout mark before a block: a bullet, "1/29"
}

// Note says of one claim what its marks do not show.
type Note struct {
	Number int    // in the article, from 1, in the order of the text
	ID     string // of the claim
	Kind   Term
	Stance string // "denied"; "" where the speaker stands by the claim
	Worth  string // how much it is worth checking, in [0, 1]: "0.62"; "" where it is not scored
	Voice  Voice
	Who    string // the line that names the speaker, or says that nobody speaks
	Party  string // the side spoken for, "" where Who says it already
	Date   string // YYYY-MM-DD on which it was said, "" where unknown or nobody speaks
	Text   string // what was said
}

// Voice is somebody who speaks in an article.
type Voice struct {
	Name, Office string // as in [Source]; both "" where nobody is named
	Claims       []int  // the numbers of the claims, in order

	key string // one for one speaker in all articles; "" where nobody is named
}

// named reports whether it is known who speaks.
func (v Voice) named() bool { return v.Name+v.Office != "" }

// Spoken reports whether somebody speaks, named or not. Else the claim is the
// outlet's own, or a bare headline.
func (n Note) Spoken() bool {
	return n.Voice.named() || n.Kind.ID != string(claims.Own) && n.Kind.ID != string(claims.Titled)
}

// Manner says how it is said: "reported, denied", "own voice, worth checking
// 0.62".
func (n Note) Manner() string {
	out := n.Kind.Name
	if n.Stance != "" {
		out += ", " + n.Stance
	}
	if n.Worth != "" {
		out += ", worth checking " + n.Worth
	}
	return out
}

// Notes are the notes on all claims of the article, in order.
func (s Sheet) Notes() []Note {
	var out []Note
	for _, t := range s.Strips {
		out = append(out, t.Notes...)
	}
	return append(out, s.Lost...)
}

// Claims is how many claims the article has.
func (s Sheet) Claims() int {
	n := len(s.Lost)
	for _, t := range s.Strips {
		n += len(t.Notes)
	}
	return n
}
