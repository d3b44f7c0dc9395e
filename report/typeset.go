package report

import (
	"strings"

	"crosscheck/claims"
)

// joint stands between two blocks of one strip.
const joint = " · "

// A typesetter cuts an article into strips. The stretches and the article's
// blocks are walked side by side, each once.
type typesetter struct {
	text  string
	marks []Mark
}

// strips are the strips of the whole text, without notes.
func (t *typesetter) strips(a claims.Article) []Strip {
	rooms := roomsOf(a)
	var edges []int
	for _, r := range rooms {
		edges = append(edges, r.Start, r.text, r.End)
	}
	stretches := Flatten(t.text, t.marks, edges...)
	var out []Strip
	for _, r := range rooms {
		for stretches[0].Start < r.Start {
			stretches = stretches[1:] // white space between two rooms
		}
		n := 0
		for n < len(stretches) && stretches[n].End <= r.End {
			n++
		}
		out = hang(out, Strip{Kind: r.kind, Pieces: t.pieces(stretches[:n], r.text)})
		stretches = stretches[n:]
	}
	return out
}

// hang appends a strip, to the last one where neither is part of the article.
func hang(out []Strip, s Strip) []Strip {
	last := len(out) - 1
	switch {
	case len(s.Pieces) == 0:
		return out
	case last >= 0 && s.Dim() && out[last].Dim():
		j := Piece{Text: joint, Joint: true}
		if s.Pieces[0].Layout {
			j.Text = " " // its own bullet parts it from the block before
		}
		out[last].Pieces = append(append(out[last].Pieces, j), s.Pieces...)
		return out
	}
	return append(out, s)
}

// pieces are the stretches, cleaned, as far as they can be seen; those that
// end before the block's text are layout.
func (t *typesetter) pieces(all []Stretch, text int) []Piece {
	var out []Piece
	c := cleaner{space: true}
	for _, f := range all {
		var b strings.Builder
		c.write(&b, f.In(t.text))
		p := Piece{Text: b.String(), Layout: f.End <= text}
		for _, m := range f.Marks {
			p.Marks = append(p.Marks, &t.marks[m])
		}
		if p.Text != "" {
			out = append(out, p)
		}
	}
	for n := len(out) - 1; n >= 0; n-- { // the strip ends without a space
		if out[n].Text = strings.TrimSuffix(out[n].Text, " "); out[n].Text != "" {
			break
		}
		out = out[:n]
	}
	return out
}

// annotate gives each note to the strip in which the claim's content begins, and
// returns those whose content cannot be seen.
func annotate(strips []Strip, notes []Note) (lost []Note) {
	placed := make([]bool, len(notes))
	for i := range strips {
		for _, p := range strips[i].Pieces {
			for _, m := range p.Marks {
				if n := m.Claims[0] - 1; m.Part == ContentPart && !placed[n] {
					placed[n] = true
					strips[i].Notes = append(strips[i].Notes, notes[n])
				}
			}
		}
	}
	for i, n := range notes {
		if !placed[i] {
			lost = append(lost, n)
		}
	}
	return lost
}

// room is the place of a block in the text, with the layout mark before it.
type room struct {
	claims.Span
	text int // where the block's own text begins, behind the layout mark
	kind claims.BlockKind
}

// roomsOf cuts an article at its blocks, or at its empty lines where it has
// none. What lies between two blocks and is more than white space is a room of
// its own, or leads the block on its line. Blocks that do not fit are passed
// over.
func roomsOf(a claims.Article) []room {
	blocks := a.Blocks
	if len(blocks) == 0 {
		for _, p := range paragraphs(a.Text) {
			blocks = append(blocks, claims.Block{Span: p, Kind: claims.Paragraph})
		}
	}
	var out []room
	at := 0
	between := func(end int) {
		if s := trim(a.Text, claims.Span{Start: at, End: end}); s.Len() > 0 {
			out = append(out, room{s, s.Start, ""})
		}
	}
	for _, b := range blocks {
		if !fits(a.Text, b.Span) || b.Start < at || trim(a.Text, b.Span).Len() == 0 {
			continue
		}
		line := at + strings.LastIndexByte(a.Text[at:b.Start], '\n') + 1
		if line == at && at > 0 {
			line = b.Start // what follows a block on its line does not lead the next
		}
		between(line)
		lead := trim(a.Text, claims.Span{Start: line, End: b.Start})
		if lead.Len() == 0 {
			lead.Start = b.Start
		}
		out = append(out, room{claims.Span{Start: lead.Start, End: b.End}, b.Start, b.Kind})
		at = b.End
	}
	between(len(a.Text))
	return out
}
