package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
)

// InPlace sets claims into the articles they come from, in the order of the
// articles. Claims are numbered in the order of the text. It never fails:
// spans that do not fit the text are dropped, and a claim that has no other is
// among the sheet's Lost. Claims of articles that are not listed come last, on
// sheets without a text.
func InPlace(articles []claims.Article, all []claims.Claim) []Sheet {
	of := map[string][]claims.Claim{}
	for _, c := range all {
		of[c.Article] = append(of[c.Article], c)
	}
	var out []Sheet
	add := func(a claims.Article) {
		out = append(out, newSheet("a"+strconv.Itoa(len(out)+1), a, of[a.ID]))
		delete(of, a.ID)
	}
	for _, a := range articles {
		add(a)
	}
	for _, c := range all {
		if of[c.Article] != nil {
			add(claims.Article{ID: c.Article, Outlet: c.Outlet, Title: "Article not listed"})
		}
	}
	return out
}

// newSheet sets the claims of one article.
func newSheet(anchor string, a claims.Article, own []claims.Claim) Sheet {
	s := Sheet{
		Anchor: anchor, Outlet: cmp.Or(name(a.Outlet), unknownOutlet), Title: name(a.Title),
		Date: clean(a.Date), Path: clean(a.Path), URL: webURL(a.URL), Byline: name(a.Byline),
	}
	a.Text = whole(a.Text)
	own = inTextOrder(a.Text, own)
	notes := make([]Note, len(own))
	for i, c := range own {
		notes[i] = newNote(i+1, c, &a)
	}
	s.Kinds, s.Voices = countKinds(own), voices(own, notes)
	t := typesetter{text: a.Text, marks: marksOf(a.Text, own)}
	s.Strips = t.strips(a)
	s.Lost = annotate(s.Strips, notes)
	return s
}

// whole is text with a question mark for every byte that is no UTF-8: an
// article of the reader's has none, and spans stay where they are.
func whole(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	b := []byte(text)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			b[i] = '?'
		}
		i += n
	}
	return string(b)
}

// inTextOrder sorts claims by where their content begins, an outer one before
// what lies in it, and those whose content is not in the text last.
func inTextOrder(text string, own []claims.Claim) []claims.Claim {
	type placed struct {
		claim claims.Claim
		at    claims.Span
	}
	all := make([]placed, len(own))
	for i, c := range own {
		all[i] = placed{c, claims.Span{Start: len(text)}}
		if fit := sound(text, c.Content); len(fit) > 0 {
			all[i].at = claims.Span{Start: fit[0].Start, End: fit[len(fit)-1].End}
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at.Start, b.at.Start), cmp.Compare(b.at.End, a.at.End))
	})
	out := make([]claims.Claim, len(all))
	for i, p := range all {
		out[i] = p.claim
	}
	return out
}

// marksOf are the marks of the claims, which are numbered as they stand. What
// several claims share is one mark, but for content.
func marksOf(text string, own []claims.Claim) []Mark {
	var out []Mark
	type place struct {
		claims.Span
		part Part
	}
	shared := map[place]int{} // index into out
	for i, c := range own {
		for _, s := range sound(text, c.Content) {
			out = append(out, Mark{s, ContentPart, c.Kind, []int{i + 1}})
		}
		for _, p := range []struct {
			part  Part
			spans []claims.Span
		}{{SourcePart, c.Source}, {CuePart, c.Cue}, {ContextPart, c.Context}} {
			for _, s := range sound(text, p.spans) {
				at, known := shared[place{s, p.part}]
				if !known {
					at = len(out)
					shared[place{s, p.part}] = at
					out = append(out, Mark{Span: s, Part: p.part})
				}
				out[at].Claims = append(out[at].Claims, i+1)
			}
		}
	}
	return out
}

// newNote says who made the claim, how and when.
func newNote(number int, c claims.Claim, a *claims.Article) Note {
	n := Note{Number: number, ID: clean(c.ID), Kind: OfKind(c.Kind), Stance: stances[c.Stance], Text: told(&c, a)}
	n.Voice.Name, n.Voice.Office = speaker(c.Speaker)
	n.Who = speakerLine(c.Kind, n.Voice.Name, n.Voice.Office)
	if n.Spoken() {
		n.Date = clean(c.Date)
	}
	if c.Worth > 0 {
		n.Worth = strconv.FormatFloat(c.Worth, 'f', 2, 64)
	}
	if c.Speaker == nil {
		return n
	}
	if p := name(c.Speaker.Party); !strings.Contains(strings.ToLower(n.Who), strings.ToLower(p)) {
		n.Party = p
	}
	return n
}

// countKinds counts the claims by kind: the known ones in the order of their
// list, then any others as they come.
func countKinds(own []claims.Claim) []Count {
	var out []Count
	for _, t := range kinds {
		out = append(out, Count{Term: t})
	}
	for _, c := range own {
		at := slices.IndexFunc(out, func(k Count) bool { return k.ID == string(c.Kind) })
		if at < 0 {
			at = len(out)
			out = append(out, Count{Term: OfKind(c.Kind)})
		}
		out[at].N++
	}
	return slices.DeleteFunc(out, func(k Count) bool { return k.N == 0 })
}

// voices gathers the claims by speaker, who speaks most often first. Claims in
// the outlet's own voice and bare headlines have none; claims whose speaker is
// not named come last.
func voices(own []claims.Claim, notes []Note) []Voice {
	var out []Voice
	index := map[string]int{}
	var unnamed []int
	for i, c := range own {
		v := notes[i].Voice
		switch {
		case v.named():
			key := cmp.Or(c.Speaker.ID, c.Speaker.Name)
			at, known := index[key]
			if !known {
				at = len(out)
				index[key] = at
				v.key = key
				out = append(out, v)
			}
			out[at].Claims = append(out[at].Claims, i+1)
		case notes[i].Spoken():
			unnamed = append(unnamed, i+1)
		}
	}
	slices.SortStableFunc(out, func(a, b Voice) int { return len(b.Claims) - len(a.Claims) })
	if unnamed != nil {
		out = append(out, Voice{Claims: unnamed})
	}
	return out
}

// Who is the line that names the speaker.
func (v Voice) Who() string { return speakerLine(claims.Reported, v.Name, v.Office) }

// numbers writes claims' numbers, ascending, with runs of three and more as a
// range: "1, 4–7".
func numbers(all []int, comma, to string) string {
	var b strings.Builder
	for i := 0; i < len(all); i++ {
		if i > 0 {
			b.WriteString(comma)
		}
		b.WriteString(strconv.Itoa(all[i]))
		last := i
		for last+1 < len(all) && all[last+1] == all[last]+1 {
			last++
		}
		if last >= i+2 {
			b.WriteString(to + strconv.Itoa(all[last]))
			i = last
		}
	}
	return b.String()
}
