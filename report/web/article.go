package web

import (
	"net/http"
	"slices"

	"crosscheck/claims"
	"crosscheck/report"
)

// ArticlePage is an article with its claims marked.
type ArticlePage struct {
	ID     string       `json:"id"`
	Outlet string       `json:"outlet"`
	Title  string       `json:"title"`
	Date   string       `json:"date"`
	URL    string       `json:"url"`
	Strips []Strip      `json:"strips"`
	Claims int          `json:"claims"`
	Back   string       `json:"-"`
	Sheet  report.Sheet `json:"-"`
}

// Titled reports whether the text has a headline of its own.
func (p ArticlePage) Titled() bool {
	return slices.ContainsFunc(p.Strips, func(s Strip) bool { return s.Kind == string(claims.Headline) })
}

// Strip is a stretch of the article.
type Strip struct {
	Kind   string  `json:"kind"`
	Pieces []Piece `json:"pieces"`
}

// Piece is a run of text.
type Piece struct {
	Text  string `json:"text"`
	Claim string `json:"claim,omitempty"` // ID of the innermost claim whose content it is
	Chief bool   `json:"chief,omitempty"` // it is the claim that the person came for
	First bool   `json:"-"`               // the chief's first piece: where the page opens
}

// article shows an article whole, with the claim marked that the address names.
func (d *Desk) article(w http.ResponseWriter, r *http.Request) error {
	b, err := d.current(r)
	if err != nil {
		return err
	}
	a := b.articles[r.PathValue("id")]
	if a == nil {
		return fault(http.StatusNotFound, "This article is not in the report.")
	}
	var own []claims.Claim
	for _, c := range b.members[a.ID] {
		own = append(own, *c)
	}
	sheet := report.InPlace([]claims.Article{*a}, own)[0]
	page := ArticlePage{ID: a.ID, Outlet: sheet.Outlet, Title: sheet.Title, Date: sheet.Date, URL: sheet.URL, Claims: len(own), Sheet: sheet}
	if key := r.URL.Query().Get("pair"); b.byKey[key] != nil {
		page.Back = address(key, filterOf(r.URL.Query()))
	}
	page.Strips = strips(sheet, r.URL.Query().Get("claim"))
	return d.show(w, r, http.StatusOK, "article", sheet.Title, page)
}

// strips are the article's, with the chief claim marked.
func strips(sheet report.Sheet, chief string) []Strip {
	ids := map[int]string{}
	for _, n := range sheet.Notes() {
		ids[n.Number] = n.ID
	}
	var out []Strip
	first := true
	for _, s := range sheet.Strips {
		strip := Strip{Kind: string(s.Kind), Pieces: []Piece{}}
		for _, p := range s.Pieces {
			piece := Piece{Text: p.Text}
			for _, m := range p.Marks {
				if m.Part == report.ContentPart {
					piece.Claim = ids[m.Claims[0]]
					piece.Chief = piece.Chief || piece.Claim == chief
				}
			}
			if piece.Chief {
				piece.First, first = first, false
			}
			strip.Pieces = append(strip.Pieces, piece)
		}
		out = append(out, strip)
	}
	// A saved report does not say which line is the headline.
	if len(out) > 0 && len(out[0].Pieces) == 1 && out[0].Pieces[0].Text == sheet.Title {
		out[0].Kind = string(claims.Headline)
	}
	return out
}
