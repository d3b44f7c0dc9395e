package when

import "crosscheck/claims"

// Day returns the day, as YYYY-MM-DD, on which what a sentence reports was
// said, where the sentence tells it: "said on Wednesday", "On Wednesday Roe
// said", "Roe on Wednesday denied". Days inside quotation marks, days of
// another event ("said that on Wednesday ...") and days behind ref do not
// count.
func Day(text string, sentence claims.Span, ref Date) (string, bool) {
	p := newParser(text, sentence, ref)
	open := quoted(p)
	for i := 0; i < len(p.words); {
		f, ok := p.read(i)
		if !ok {
			i++
			continue
		}
		one := f.known && (f.grain == DayGrain || f.grain == PartGrain) && f.days.start == f.days.end
		if one && !open[f.begin] && (ref.IsZero() || !ref.Before(f.days.start)) && p.tells(f) {
			return f.days.start.String(), true
		}
		i = f.end
	}
	return "", false
}

// quoted tells of each word whether it stands between quotation marks.
func quoted(p parser) []bool {
	out := make([]bool, len(p.words))
	open := false
	for i, w := range p.words {
		switch w.Norm {
		case "“", "«":
			open = true
		case "”", "»":
			open = false
		case `"`:
			open = !open
		}
		out[i] = open
	}
	return out
}

// tells reports whether the verb of a sentence that reports something has f as
// its day.
func (p parser) tells(f found) bool {
	const (
		before = 10 // words between verb and day: "told reporters at the site on"
		behind = 12 // from the day that opens a sentence to its verb
	)
	for k := f.begin - 1; k >= 0 && k >= f.begin-before && !p.in(asideWord, k); k-- {
		if p.in(spokenWord, k) {
			return true
		}
	}
	opens := f.begin <= 1
	for k := f.end; k < len(p.words) && k < f.end+behind && !p.in(asideWord, k); k++ {
		if p.in(spokenWord, k) {
			return opens || k <= f.end+1
		}
	}
	return false
}
