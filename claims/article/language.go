package article

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"crosscheck/claims"
)

// maxSample is how many bytes of a text the language is told by; more does
// not change the answer.
const maxSample = 2000

// How many letters a text must have for its language to be told: a few words
// of English or of another script are enough, other languages that are written
// in Latin letters need more, since the library takes English lists of names
// for French. In 8,000 windows of each length from 2,013 English articles it
// was wrong in 20 at 80 letters, in 5 at 100 and in 0 at 200, where it named
// one passage that was in Ukrainian indeed.
const (
	minEnglishText = 40
	minOtherText   = 200
)

// minEnglish is how many of a hundred words have to be of the dozen commonest
// that only English has. English news has 10 to 18, other languages none.
const minEnglish = 5

// language is the ISO 639-1 code of the article's language, "" where its text
// is too short, or too mixed, to tell.
func language(text string, blocks []claims.Block) string {
	var sample []string
	size := 0
	for _, k := range blocks {
		if k.Kind == claims.Boilerplate || k.Kind == claims.Caption || size >= maxSample {
			continue
		}
		sample = append(sample, clip(k.In(text), maxSample))
		size += len(sample[len(sample)-1]) + 1
	}
	return languageOf(sample...)
}

// languageOf tells the language of a sample's passages: English by its
// commonest words, other languages by the library's trigrams (Cavnar and
// Trenkle 1994).
func languageOf(sample ...string) string {
	if letters, _ := countLetters(sample, minEnglishText); letters < minEnglishText {
		return ""
	}
	if isEnglish(sample) {
		return "en"
	}
	letters, latin := countLetters(sample, math.MaxInt)
	if latin*2 > letters && letters < minOtherText {
		return ""
	}
	info := whatlanggo.Detect(strings.Join(sample, " ") + " ")
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// countLetters counts the letters of a sample, and the Latin ones among them,
// up to so many.
func countLetters(sample []string, most int) (letters, latin int) {
	for _, s := range sample {
		for _, r := range s {
			switch {
			case letters == most:
				return letters, latin
			case r < utf8.RuneSelf:
				if r |= 0x20; r >= 'a' && r <= 'z' {
					letters, latin = letters+1, latin+1
				}
			case unicode.IsLetter(r):
				letters++
				if unicode.Is(unicode.Latin, r) {
					latin++
				}
			}
		}
	}
	return letters, latin
}

// isEnglish reports whether enough of the words are common in English alone.
func isEnglish(sample []string) bool {
	words, english := 0, 0
	for _, s := range sample {
		for w := range strings.FieldsSeq(s) {
			words++
			if isCommon(w) {
				english++
			}
		}
	}
	return english*100 >= words*minEnglish
}

// isCommon reports whether a word, with the marks around it, is one of the
// commonest of English.
func isCommon(w string) bool {
	if len(w) < len("the") {
		return false
	}
	w = strings.TrimFunc(w, func(r rune) bool { return !isWord(r) })
	if len(w) > len("which") {
		return false
	}
	switch strings.ToLower(w) {
	case "the", "and", "that", "with", "from", "which", "his", "their", "this", "would", "have", "said":
		return true
	}
	return false
}
