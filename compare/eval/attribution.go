package eval

import (
	"context"

	"crosscheck/claims"
	"crosscheck/claims/extract"
)

// The bounds of intersection over union from which a content counts as found.
// The first two are the project's goals for attribution, the third that for
// what stands in quotation marks, which leaves little to argue about.
const (
	LooseIoU  = 0.3
	StrictIoU = 0.8
	DirectIoU = 0.9
)

// Table is how well attribution does, measured in two ways: by attributions,
// whose content is taken as a whole however many spans it has, each annotation
// file by itself; and by contiguous spans of content, each by itself, of the
// first annotation file of each text.
type Table struct {
	Texts       int   `json:"texts"`
	Annotations int   `json:"annotations"` // annotation files
	Content     []Row `json:"content"`     // contents as wholes: direct, mixed, indirect, all
	Spans       []Row `json:"spans"`       // contents span by span: the same

	DirectFound Share `json:"direct_found"` // of direct gold contents, at DirectIoU
	DirectSpans Share `json:"direct_spans"` // of direct gold spans, at DirectIoU
	Quotations  Share `json:"quotations"`   // of those that are one quotation from mark to mark, at DirectIoU
	SourceRight Share `json:"source_right"` // of contents found at LooseIoU: sources overlap, or both name nobody
	CueRight    Share `json:"cue_right"`    // of contents found at LooseIoU whose gold has a cue: cues overlap
	Cue         PRF   `json:"cue"`          // cues alone, paired where they overlap, each annotation file by itself
	Unknown     Share `json:"unknown"`      // of direct claims: nobody is named as the speaker

	Errors []Shape `json:"errors,omitempty"` // of [Shapes], for who wants to look at them; Score fills in none
}

// Row is how well the content of one kind is found. Recall counts gold of the
// kind, precision claims of the kind; what they are paired with may be of
// another.
type Row struct {
	Kind   Kind `json:"kind"`
	Loose  PRF  `json:"loose"`  // at LooseIoU
	Strict PRF  `json:"strict"` // at StrictIoU
}

// Extract finds the claims of every text, each text once however many people
// marked it. The error is the context's.
func Extract(ctx context.Context, f extract.Finder, texts []Annotated) ([][]claims.Claim, error) {
	out := make([][]claims.Claim, len(texts))
	done := map[string][]claims.Claim{}
	for i, t := range texts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, known := done[t.Article.Path]
		if !known {
			found = f.Claims(t.Article)
			done[t.Article.Path] = found
		}
		out[i] = found
	}
	return out, nil
}
