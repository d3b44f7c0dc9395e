// Package claims holds what was said: articles, the claims found in them and
// who made them. It is plain data: no package of this module is imported, no
// file is read and nothing is printed, so every later stage can pass these
// values over a wire as they are.
//
// The packages below it fill the data, in this order:
//
//  1. article reads a file into an [Article] and marks its [Block]s;
//  2. sentence, word, quantity, when, entity and quote find things in a text;
//  3. extract, the one package that knows all finders, turns an Article into
//     a list of [Claim]s.
//
// All spans are half-open byte offsets into Article.Text: text[Start:End].
package claims

import "strings"

// Span is a half-open range of byte offsets into an article's text.
type Span struct {
	Start int `json:"start"` // offset of the first byte
	End   int `json:"end"`   // offset behind the last byte; End >= Start
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In is the stretch of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Join is the text of several spans with one space between two.
func Join(text string, spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " ")
}

// Origin says where a fact about an article was found.
type Origin string

// The places an article's outlet, title and date may come from, best first.
const (
	FromMetadata Origin = "metadata" // front matter, a JSONL field, an HTML meta element
	FromPage     Origin = "page"     // the text itself: a dateline, a site name, a disclaimer, the first line
	FromFolder   Origin = "folder"   // the name of the folder that holds the file
	FromFile     Origin = "file"     // the file's own name
	FromNowhere  Origin = ""         // not known
)

// Origins records, for each fact about an article, where it was found.
type Origins struct {
	Outlet Origin `json:"outlet"`
	Title  Origin `json:"title"`
	Date   Origin `json:"date"`
}

// BlockKind tells what a stretch of an article is on the page.
type BlockKind string

// The kinds of block. Claims come from all kinds but Boilerplate and Caption.
const (
	Headline    BlockKind = "headline"    // the article's title or a line standing for it
	Summary     BlockKind = "summary"     // a standfirst or a bullet above the body
	Paragraph   BlockKind = "paragraph"   // the body
	Caption     BlockKind = "caption"     // under a picture, with or without its credit
	Boilerplate BlockKind = "boilerplate" // navigation, galleries, offers, rules, bylines
)

// Block is a stretch of an article's text, as its layout shows it: a headline,
// a bullet, a paragraph. Blocks of one article are in order and never overlap;
// white space and layout marks (a bullet, "1/29") lie between them. A paragraph
// that boilerplate is set into is several blocks on one line, the boilerplate
// among them.
type Block struct {
	Span
	Kind BlockKind `json:"kind"`
}

// Article is one article of one outlet.
type Article struct {
	ID     string `json:"id"`               // as the input gave it, else made from the content
	Path   string `json:"path"`             // the file it was read from; "-" is standard input
	Line   int    `json:"line,omitempty"`   // 1-based line in a JSONL file; 0 elsewhere
	Outlet string `json:"outlet"`           // the paper, agency or station that published it
	Title  string `json:"title"`            // its headline, "" where there is none
	Date   string `json:"date"`             // YYYY-MM-DD of publication, "" where unknown
	URL    string `json:"url"`              // "" where unknown
	Byline string `json:"byline,omitempty"` // the authors as printed
	Text   string `json:"text"`             // the readable text, valid UTF-8; all spans point into it

	// Given is the ID in the input, as JSON, where that is not the string ID: a
	// number, or one that another article has. "" elsewhere.
	Given string `json:"-"`

	Origin Origins `json:"origin"` // where outlet, title and date were found
	// Language is the ISO 639-1 code of the text, "" where it is too short to tell.
	Language string  `json:"language,omitempty"`
	Blocks   []Block `json:"-"`
}

// Kind says how a claim stands in its article.
type Kind string

// The kinds of claim, after PARC 3.0 (Pareti 2016): direct, mixed and indirect
// ("reported") attribution in the body; a headline, with or without a speaker;
// and the outlet's own voice.
const (
	Direct   Kind = "direct"   // wholly inside quotation marks
	Mixed    Kind = "mixed"    // reported, with a part in quotation marks
	Reported Kind = "reported" // reported in the outlet's words
	Titled   Kind = "headline" // a headline or summary line; Speaker is nil where it names nobody
	Own      Kind = "own"      // a statement of fact in the outlet's own voice
)

// Speaker is who made a claim.
type Speaker struct {
	ID          string `json:"id"`              // one person, one ID, in every article of a run
	Name        string `json:"name"`            // the fullest name known, or the description that stands for it
	Role        string `json:"role"`            // "spokesman", "" where the text does not tell
	Affiliation string `json:"affiliation"`     // "Kremlin", "US State Department", "" where the text does not tell
	Party       string `json:"party,omitempty"` // the side spoken for: "Russia" for Peskov, the Kremlin and Moscow alike
}

// Surname is the last word of the name that is no "Jr." or "III"; "" where there is no
// name.
func (s *Speaker) Surname() string {
	words := strings.Fields(s.Name)
	for n := len(words); n > 0; n-- {
		switch strings.ToLower(strings.Trim(words[n-1], ".,")) {
		case "jr", "sr", "ii", "iii", "iv":
		default:
			return words[n-1]
		}
	}
	return s.Name
}

// Stance is what a cue commits its speaker to, after FactBank (Saurí and
// Pustejovsky 2009).
type Stance string

// The stances. The zero value is Asserted.
const (
	Asserted Stance = ""        // "said", "according to"
	Denied   Stance = "denied"  // "denied that": the speaker holds the opposite of the content
	Doubted  Stance = "doubted" // "questioned whether", "is not sure that"
	Asked    Stance = "asked"   // "asked whether"
	Hoped    Stance = "hoped"   // "wants", "hopes", "urged": not a statement of fact
	Unsaid   Stance = "unsaid"  // "did not say whether", "would not confirm": no position at all
	// Attitude is a position on what the content names and does not state:
	// "supports the plan", "fears a strike".
	Attitude Stance = "attitude"
)

// Claim is one statement, attributed to a speaker or made in the outlet's own
// voice: source, cue and content in the terms of PARC.
type Claim struct {
	ID      string   `json:"id"`      // made from the article's ID, the kind, the stance and the words: the same in every run
	Article string   `json:"article"` // Article.ID
	Outlet  string   `json:"outlet"`
	Kind    Kind     `json:"kind"`
	Speaker *Speaker `json:"speaker"` // nil for the outlet's own voice and where nobody can be named
	Source  []Span   `json:"source"`  // the words that name the speaker
	Cue     []Span   `json:"cue"`     // the words that attribute: "said", "according to"
	Content []Span   `json:"content"` // what was said, without outer quotation marks; several where it is interrupted
	Text    string   `json:"text"`    // the content's spans, joined by a space
	Date    string   `json:"date"`    // YYYY-MM-DD on which it was said, the article's date where the text does not tell, or ""
	Stance  Stance   `json:"stance,omitempty"`
	// Within is the ID of the claim in whose content this one was found: in "Lee
	// said that Hale had claimed X", Hale's is within Lee's. A denial of
	// another's claim has that claim's content, which the other's cue is beside.
	Within string `json:"within,omitempty"`
	// Context are the words the claim answers to or speaks of but does not
	// repeat: the clause after "Asked about".
	Context []Span `json:"context,omitempty"`
	// Worth is how much a claim of kind Own is worth checking: in [0, 1], 1 for
	// a fact that a reader is sure to want checked, about the share of such
	// claims that one does. 0 is for the other kinds, which are not scored.
	Worth float64 `json:"worth,omitempty"`

	Values    []Value   `json:"values,omitempty"` // its numbers, in order; none overlap
	Times     []Time    `json:"times,omitempty"`  // its dates, in order; none overlap
	Certainty Certainty `json:"certainty,omitzero"`
}

// Warning is something that went wrong, where, and why; the run went on.
type Warning struct {
	Path   string `json:"path"`           // the file, "" where it is about the whole run
	Line   int    `json:"line,omitempty"` // 1-based line in the file, 0 where it is about all of it
	Reason string `json:"reason"`
}
