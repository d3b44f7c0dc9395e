package eval

import "crosscheck/claims"

// Score compares what was marked in each text with the claims found in it:
// found[i] belongs to texts[i]. Claims in the outlet's own voice, headlines that
// attribute nothing and what one speaker says that another said are not
// counted: in PolNeAR a word belongs to one attribution at most, the outer one.
func Score(texts []Annotated, found [][]claims.Claim) Table {
	s := scorer{content: newTally(), spans: newTally(), table: Table{Annotations: len(texts)}}
	seen := map[string]bool{}
	for i, t := range texts {
		sh := newSheet(t, found[i])
		s.add(sh)
		if !seen[t.Article.Path] {
			s.pieces(sh)
		}
		seen[t.Article.Path] = true
	}
	s.table.Texts = len(seen)
	s.table.Cue = s.table.Cue.rated()
	s.table.Content, s.table.Spans = s.content.rated(), s.spans.rated()
	return s.table
}

// scorer adds up texts.
type scorer struct {
	table          Table
	content, spans tally
}

// tally are the rows of a table while they are filled.
type tally map[Kind]*Row

func newTally() tally {
	r := tally{}
	for _, k := range kinds {
		r[k] = &Row{Kind: k}
	}
	return r
}

// rated are the rows in the order of the table.
func (r tally) rated() []Row {
	var out []Row
	for _, k := range kinds {
		out = append(out, Row{k, r[k].Loose.rated(), r[k].Strict.rated()})
	}
	return out
}

// sheet is one text with its gold and its claims, all of them with content.
type sheet struct {
	*ruler
	gold   []Attribution
	claims []claims.Claim
}

func newSheet(t Annotated, found []claims.Claim) sheet {
	sh := sheet{ruler: newRuler(t.Article.Text, t.Article.Blocks)}
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
	return sh
}

func (s *scorer) add(sh sheet) {
	s.wholes(sh)
	s.cues(sh)
	for _, c := range sh.claims {
		if c.Kind == claims.Direct {
			s.table.Unknown.add(c.Speaker == nil)
		}
	}
}

// attributes reports whether a claim says that somebody said it. What stands
// within another's words is left out, as PolNeAR leaves it unmarked.
func attributes(c claims.Claim) bool {
	if c.Within != "" {
		return false
	}
	return len(c.Cue) > 0 || c.Kind == claims.Direct || c.Kind == claims.Mixed
}

// wholes pairs the contents as wholes and counts what hangs on them.
func (s *scorer) wholes(sh sheet) {
	gold, claimed := sh.contents()
	for _, m := range s.content.pair(sh.ruler, gold, claimed, &s.table.DirectFound) {
		if m.iou >= LooseIoU {
			s.given(sh.gold[m.gold], sh.claims[m.claim])
		}
	}
}

// pieces pairs the contents span by span.
func (s *scorer) pieces(sh sheet) {
	gold, claimed := sh.contents()
	gold = sh.apart(gold)
	best := make([]float64, len(gold))
	for _, m := range s.spans.pair(sh.ruler, gold, sh.apart(claimed), &s.table.DirectSpans) {
		best[m.gold] = m.iou
	}
	for i, g := range gold {
		if sh.quotation(g) {
			s.table.Quotations.add(best[i] >= DirectIoU)
		}
	}
}

// contents are what is paired: the contents of the gold and of the claims.
func (sh sheet) contents() (gold, claimed [][]claims.Span) {
	for _, g := range sh.gold {
		gold = append(gold, g.Content)
	}
	for _, c := range sh.claims {
		claimed = append(claimed, c.Content)
	}
	return gold, claimed
}

// apart takes contents to pieces: each contiguous span by itself, those without
// a letter left out.
func (r *ruler) apart(contents [][]claims.Span) [][]claims.Span {
	var out [][]claims.Span
	for _, content := range contents {
		for i := range content {
			if one := content[i : i+1]; r.size(one) > 0 {
				out = append(out, one)
			}
		}
	}
	return out
}

// pair pairs gold with what is claimed, enters both and returns the pairs;
// direct counts the direct ones of the gold that are found at DirectIoU.
func (r tally) pair(by *ruler, gold, claimed [][]claims.Span, direct *Share) []match {
	matches := pair(by.alnum, gold, claimed)
	best, used := make([]float64, len(gold)), make([]float64, len(claimed))
	for _, m := range matches {
		best[m.gold], used[m.claim] = m.iou, m.iou
	}
	for i, g := range gold {
		r.count(by.kind(g), best[i], (*PRF).marked)
		if by.kind(g) == Direct {
			direct.add(best[i] >= DirectIoU)
		}
	}
	for i, c := range claimed {
		r.count(by.kind(c), used[i], (*PRF).claim)
	}
	return matches
}

// count enters one content, of the gold or of a claim, in the row of its kind
// and in that of all.
func (r tally) count(kind Kind, iou float64, enter func(p *PRF, hit bool)) {
	for _, row := range []*Row{r[kind], r[All]} {
		enter(&row.Loose, iou >= LooseIoU)
		enter(&row.Strict, iou >= StrictIoU)
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
