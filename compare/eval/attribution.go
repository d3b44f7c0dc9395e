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

// Table is how well attribution does.
type Table struct {
	Texts       int   `json:"texts"`
	Annotations int   `json:"annotations"` // annotation files; each is scored by itself
	Content     []Row `json:"content"`     // direct, mixed, indirect, all

	DirectFound Share `json:"direct_found"` // of direct gold content, at DirectIoU
	SourceRight Share `json:"source_right"` // of content found at LooseIoU: sources overlap, or both name nobody
	CueRight    Share `json:"cue_right"`    // of content found at LooseIoU whose gold has a cue: cues overlap
	Cue         PRF   `json:"cue"`          // cues alone, paired where they overlap
	Unknown     Share `json:"unknown"`      // of direct claims: nobody is named as the speaker
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
func Extract(ctx context.Context, texts []Annotated) ([][]claims.Claim, error) {
	out := make([][]claims.Claim, len(texts))
	done := map[string][]claims.Claim{}
	for i, t := range texts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, known := done[t.Article.Path]
		if !known {
			found = extract.Claims(t.Article)
			done[t.Article.Path] = found
		}
		out[i] = found
	}
	return out, nil
}

// Score compares what was marked in each text with the claims found in it:
// found[i] belongs to texts[i]. Claims in the outlet's own voice and headlines
// that attribute nothing are no attributions and are not counted.
func Score(texts []Annotated, found [][]claims.Claim) Table {
	s := scorer{rows: map[Kind]*Row{}, table: Table{Annotations: len(texts)}}
	for _, k := range kinds {
		s.rows[k] = &Row{Kind: k}
	}
	seen := map[string]bool{}
	for i, t := range texts {
		seen[t.Article.Path] = true
		s.add(t, found[i])
	}
	s.table.Texts = len(seen)
	s.table.Cue = s.table.Cue.rated()
	for _, k := range kinds {
		r := s.rows[k]
		s.table.Content = append(s.table.Content, Row{k, r.Loose.rated(), r.Strict.rated()})
	}
	return s.table
}

// scorer adds up texts.
type scorer struct {
	table Table
	rows  map[Kind]*Row
}

// sheet is one text with its gold and its claims, all of them with content.
type sheet struct {
	*ruler
	gold   []Attribution
	claims []claims.Claim
}

func (s *scorer) add(t Annotated, found []claims.Claim) {
	sh := sheet{ruler: newRuler(t.Article.Text)}
	for _, g := range t.Gold {
		if sh.size(g.Content) > 0 {
			sh.gold = append(sh.gold, g)
		}
	}
	for _, c := range found {
		if attributes(c) && sh.size(c.Content) > 0 {
			c.Content, c.Cue, c.Source = merged(c.Content), merged(c.Cue), merged(c.Source)
			sh.claims = append(sh.claims, c)
		}
	}
	s.content(sh)
	s.cues(sh)
	for _, c := range sh.claims {
		if c.Kind == claims.Direct {
			s.table.Unknown.add(c.Speaker == nil)
		}
	}
}

// attributes reports whether a claim says that somebody said it.
func attributes(c claims.Claim) bool {
	return len(c.Cue) > 0 || c.Kind == claims.Direct || c.Kind == claims.Mixed
}

// content pairs the contents and counts what hangs on them.
func (s *scorer) content(sh sheet) {
	gold, claimed := make([][]claims.Span, len(sh.gold)), make([][]claims.Span, len(sh.claims))
	for i, g := range sh.gold {
		gold[i] = g.Content
	}
	for i, c := range sh.claims {
		claimed[i] = c.Content
	}
	best := make([]float64, len(gold))
	used := make([]float64, len(claimed))
	for _, m := range pair(sh.alnum, gold, claimed) {
		best[m.gold], used[m.claim] = m.iou, m.iou
		if m.iou >= LooseIoU {
			s.given(sh.gold[m.gold], sh.claims[m.claim])
		}
	}
	for i, g := range gold {
		s.count(sh.kind(g), best[i], (*PRF).marked)
		if sh.kind(g) == Direct {
			s.table.DirectFound.add(best[i] >= DirectIoU)
		}
	}
	for i, c := range claimed {
		s.count(sh.kind(c), used[i], (*PRF).claim)
	}
}

// count enters one content, of the gold or of a claim, in the row of its kind
// and in that of all.
func (s *scorer) count(kind Kind, iou float64, enter func(p *PRF, hit bool)) {
	for _, r := range []*Row{s.rows[kind], s.rows[All]} {
		enter(&r.Loose, iou >= LooseIoU)
		enter(&r.Strict, iou >= StrictIoU)
	}
}

// marked enters one of the gold, and whether it was found.
func (p *PRF) marked(found bool) {
	p.Gold++
	if found {
		p.Found++
	}
}

// claim enters one of ours, and whether it is right.
func (p *PRF) claim(right bool) {
	p.Claimed++
	if right {
		p.Right++
	}
}

// given counts source and cue of a content that was found.
func (s *scorer) given(g Attribution, c claims.Claim) {
	s.table.SourceRight.add(len(g.Source)+len(c.Source) == 0 || len(common(g.Source, c.Source)) > 0)
	if len(g.Cue) > 0 {
		s.table.CueRight.add(len(common(g.Cue, c.Cue)) > 0)
	}
}

// cues pairs the cues by themselves, wherever their contents lie.
func (s *scorer) cues(sh sheet) {
	var gold, claimed [][]claims.Span
	for _, g := range sh.gold {
		if len(g.Cue) > 0 {
			gold = append(gold, g.Cue)
		}
	}
	for _, c := range sh.claims {
		if len(c.Cue) > 0 {
			claimed = append(claimed, c.Cue)
		}
	}
	hits := len(pair(sh.bytes, gold, claimed))
	s.table.Cue.Gold += len(gold)
	s.table.Cue.Claimed += len(claimed)
	s.table.Cue.Found += hits
	s.table.Cue.Right += hits
}
