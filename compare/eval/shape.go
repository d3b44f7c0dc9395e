package eval

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/claims"
)

// Shape is one way in which attribution goes wrong, and how often it did.
type Shape struct {
	Name     string    `json:"name"` // "content ends late"
	Doc      string    `json:"doc"`  // what is counted
	Count    int       `json:"count"`
	Examples []Example `json:"examples,omitempty"` // as many as were asked for, spread over the texts
}

// The shapes of error. What is missed and what is false is told further apart
// by its cue, see cueShape.
const (
	missed       = "missed, "
	falsely      = "false, "
	contentOther = "same cue, other content"
	contentJoint = "two attributions merged"
	contentSplit = "one attribution split"
	startsEarly  = "content starts early"
	startsLate   = "content starts late"
	endsEarly    = "content ends early"
	endsLate     = "content ends late"
	pieceMissed  = "a piece of content missed"
	pieceFalse   = "a piece of content too many"
	holeMissed   = "a hole in the content filled"
	holeFalse    = "a hole in the content made"
	sourceNone   = "source not found"
	sourceFalse  = "source where there is none"
	pronounOther = "source is another, of which one is a pronoun"
	sourceOther  = "source is another"
	sourceLong   = "source too long"
	sourceShort  = "source too short"
	cueNone      = "cue not found"
	cueOther     = "cue is another"
)

// shapeDocs say what each shape counts.
var shapeDocs = map[string]string{
	contentOther: "a marked cue was found, with less than .3 of its content",
	contentJoint: "missed, but most of its content stands in that of another claim",
	contentSplit: "false, but most of its content stands in that of another attribution",
	startsEarly:  "found at .3 and not at .8, mostly because it begins before the marked one",
	startsLate:   "found at .3 and not at .8, mostly because it begins behind the marked one",
	endsEarly:    "found at .3 and not at .8, mostly because it ends before the marked one",
	endsLate:     "found at .3 and not at .8, mostly because it ends behind the marked one",
	pieceMissed:  "found at .3 and not at .8, mostly because a whole span of the marked one is missing",
	pieceFalse:   "found at .3 and not at .8, mostly because a whole span of it was not marked",
	holeMissed:   "found at .3 and not at .8, mostly because it runs over words that the marked one leaves out",
	holeFalse:    "found at .3 and not at .8, mostly because it leaves out words within the marked one",
	sourceNone:   "content found at .3, its source not",
	sourceFalse:  "content found at .3, no source was marked",
	pronounOther: "content found at .3, source and marked source do not overlap, one is a pronoun",
	sourceOther:  "content found at .3, source and marked source do not overlap",
	sourceLong:   "source and marked source overlap by less than half, ours is longer",
	sourceShort:  "source and marked source overlap by less than half, ours is shorter",
	cueNone:      "content found at .3, its cue not",
	cueOther:     "content found at .3, cue and marked cue do not overlap",
}

// Shapes tells the errors apart by their shape, the commonest first, with up to
// n examples of each. An attribution may have several: a found content a wrong
// edge and a wrong source. Of a text that several people marked the first
// annotation file counts.
func Shapes(texts []Annotated, found [][]claims.Claim, n int) []Shape {
	e := errata{}
	seen := map[string]bool{}
	for i, t := range texts {
		if !seen[t.Article.Path] {
			e.sheet(erring{newSheet(t, found[i]), t.Article})
		}
		seen[t.Article.Path] = true
	}
	var out []Shape
	for name, all := range e {
		out = append(out, Shape{name, shapeDoc(name), len(all), spread(all, n)})
	}
	slices.SortFunc(out, func(a, b Shape) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return out
}

func shapeDoc(name string) string {
	if doc := shapeDocs[name]; doc != "" {
		return doc
	}
	if cue, ok := strings.CutPrefix(name, missed); ok {
		return "marked, and less than .3 of it found; the cue is " + cueDocs[cue]
	}
	return "found, and less than .3 of it marked; the cue is " + cueDocs[strings.TrimPrefix(name, falsely)]
}
