package check

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"crosscheck/claims"
)

// admit numbers the articles that are not known yet, in the order of the news.
func (a *addition) admit(articles []claims.Article) {
	at := make(map[string]int32, len(a.Articles))
	for i := range a.Articles {
		if a.Story[i] >= 0 {
			at[a.Articles[i].ID] = int32(i)
		}
	}
	next := map[string]int{} // ID -> place in fresh: an ID that comes twice is its last article
	var fresh []Known
	for n := range articles {
		k := known(&articles[n])
		old, ok := at[k.ID]
		switch again, twice := next[k.ID]; {
		case twice:
			fresh[again], a.out.Sheets[again].Article = k, articles[n]
			continue
		case ok && a.Articles[old].Sum == k.Sum:
			a.out.Known++
			continue
		case ok:
			a.gone = append(a.gone, old)
			a.out.Replaced++
		}
		next[k.ID] = len(fresh)
		fresh, a.out.Sheets = append(fresh, k), append(a.out.Sheets, Sheet{Article: articles[n]})
	}
	if a.out.Replaced > 0 {
		a.out.Report.Warnings = append(a.out.Report.Warnings, claims.Warning{Reason: fmt.Sprintf(
			"%d articles have the ID of one that is known and other content: they take its place", a.out.Replaced)})
	}
	slices.SortFunc(a.out.Sheets, func(x, y Sheet) int { return byNews(&x.Article, &y.Article) })
	for i := range a.out.Sheets {
		a.Articles = append(a.Articles, known(&a.out.Sheets[i].Article))
	}
}

// known is what is kept of an article beside its text. The strings are copies:
// they must not keep the text in memory.
func known(x *claims.Article) Known {
	h := sha256.New()
	for _, s := range []string{x.Outlet, x.Title, x.Date, x.URL, x.Byline, x.Language, x.Text} {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	for _, b := range x.Blocks {
		h.Write([]byte(b.Kind))
		h.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, uint32(b.Start)), uint32(b.End)))
	}
	return Known{ID: strings.Clone(x.ID), Outlet: strings.Clone(x.Outlet), Title: strings.Clone(x.Title), Date: strings.Clone(x.Date),
		URL: strings.Clone(x.URL), Path: strings.Clone(x.Path), Line: x.Line, Sum: binary.LittleEndian.Uint64(h.Sum(nil))}
}
