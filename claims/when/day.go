package when

import (
	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Day returns the day, as YYYY-MM-DD, on which what a sentence reports was
// said, where the sentence tells it: "said on Wednesday", "On Wednesday Roe
// said", "Roe on Wednesday denied". Days inside quotation marks, days of
// another event ("said that on Wednesday ...") and days behind ref do not
// count.
func Day(text string, sentence claims.Span, ref Date) (string, bool) {
	p := newParser(text, sentence, ref)
	return DayWords(p.words, p.text, ref)
}

// DayWords is [Day] for a sentence that is split into words already.
func DayWords(words []word.Word, text string, ref Date) (string, bool) {
	p := parser{text: text, words: words, ref: ref}
	for i := 0; i < len(p.words); {
		f, ok := p.read(i)
		if !ok {
			i++
			continue
		}
		one := f.known && (f.grain == DayGrain || f.grain == PartGrain) && f.days.start == f.days.end
		if one && !p.quoted(f.begin) && (ref.IsZero() || !ref.Before(f.days.start)) && p.tells(f) {
			return f.days.start.String(), true
		}
		i = f.end
	}
	return "", false
}

// quoted reports whether word k stands between quotation marks.
func (p parser) quoted(k int) bool {
	open := false
	for _, w := range p.words[:k+1] {
		switch w.Norm {
		case "“", "«":
			open = true
		case "”", "»":
			open = false
		case `"`:
			open = !open
		}
	}
	return open
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
