package dispute

import (
	"slices"
	"strings"

	"crosscheck/claims/word"
)

// Here it is read what somebody is said to have done, or what is only weighed.

// deed is the stem of the verb that a text begins with ("releasing the files"), 0
// where it begins with none, or with one whose past has another stem ("stealing").
func (p *page) deed(text string) uint32 {
	for w := range word.All(text) {
		if strings.HasSuffix(w.Norm, "ing") {
			return p.regular(w.Norm)
		}
		break
	}
	return 0
}

// done is the stem of what is said that somebody did: of "he wanted to sign the checks" it is
// "sign"; 0 where the text does not begin with who did it, or it has no regular past.
func (p *page) done(text string) uint32 {
	subject := false
	for w := range word.All(text) {
		switch {
		case !subject && !isOf(w.Norm, doer):
			return 0
		case !subject:
			subject = true
		case w.Punct || isOf(w.Norm, light) || auxiliary[w.Norm] != 0 || strings.HasSuffix(w.Norm, "ly"):
		default:
			return p.regular(w.Norm)
		}
	}
	return 0
}

// quality is what a text says that something is, or was done to it: of "the pier is beyond
// repair" that it is beyond repair. It is empty where the text tells of no such thing.
func (p *page) quality(text string) topic {
	for w := range word.All(text) {
		if auxiliary[w.Norm] == be {
			return p.about(text[w.End:])
		}
	}
	return topic{}
}

// regular is the stem of a verb whose past the news have with "-ed", 0 of any other: of
// "stole" the stem is not that of "stealing".
func (p *page) regular(verb string) uint32 {
	past := verb
	if !strings.HasSuffix(past, "ed") {
		base := strings.TrimSuffix(verb, "ing")
		past = base + "ed"
		if y, ok := strings.CutSuffix(base, "y"); ok && !strings.HasSuffix(y, "a") && !strings.HasSuffix(y, "e") && !strings.HasSuffix(y, "o") {
			past = y + "ied"
		}
	}
	of := func(word string) (id uint32, known bool) {
		for _, s := range p.terms.Read(word, 0) {
			return s.ID, s.Row >= 0
		}
		return 0, false
	}
	id, _ := of(verb)
	if then, known := of(past); known && then == id {
		return id
	}
	return 0
}

// weighs reports whether a statement has a deed for its subject, which it says nothing
// about having been done: "For the mill to close would be a blow", "To close it was
// wrong".
func weighs(statement string) bool {
	const reach = 8 // words: "for the government of the republic to"
	words := word.Split(statement, 0)
	for len(words) > 0 && words[0].Punct {
		words = words[1:]
	}
	if len(words) < 2 || words[0].Norm != "to" && (words[0].Norm != "for" || !words[1].Capital && !isOf(words[1].Norm, articleWord)) {
		return false
	}
	for k := 0; k < min(reach, len(words)-1) && !words[k].Punct; k++ {
		switch {
		case words[k].Norm == "to" && bare(&words[k+1]):
			return !slices.ContainsFunc(words[k:min(len(words), k+2*reach)], func(w word.Word) bool { return w.Norm == "," })
		case auxiliary[words[k].Norm] != 0 || strings.HasSuffix(words[k].Norm, "ed") || isOf(words[k].Norm, spell):
			return false
		}
	}
	return false
}

// bare reports whether a word behind "to" may be a verb.
func bare(w *word.Word) bool {
	c, _ := classes().Look(w.Norm)
	return !w.Punct && !w.Capital && c&(beforeNoun|ownerWord) == 0 && !strings.HasSuffix(w.Norm, "s")
}
