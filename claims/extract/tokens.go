package extract

import (
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/quote"
)

// Sentence is a sentence as the attribution model reads it.
type Sentence struct {
	Tokens []attribution.Token
	Spans  []claims.Span // of the tokens
}

// Sentences returns the sentences of an article that the attribution model is
// asked about: what stands in quotation marks is one token, a sentence that is
// nothing else is left out. It is here for the program that trains the model,
// which must see what the extraction will show it.
func Sentences(a claims.Article) []Sentence {
	var out []Sentence
	a, seams := whole(a)
	words := new(memory).wordsOf(a)
	quotes := quote.Blocks(a.Text, a.Blocks)
	for i, b := range a.Blocks {
		if !readable(b) {
			continue
		}
		sentences, _ := cut(a.Text, b.Span, quotes[i], words[i], nil)
		for _, s := range sentences {
			if s.onlyQuote() || len(s.units) == 0 {
				continue
			}
			o := Sentence{Tokens: s.tokens(nil, 0, len(s.units)), Spans: make([]claims.Span, len(s.units))}
			for k := range s.units {
				o.Spans[k] = s.units[k].Span
				seams.move(&o.Spans[k])
			}
			out = append(out, o)
		}
	}
	return out
}

// tokens appends the units from..to as the attribution model reads them.
func (s *sentence) tokens(out []attribution.Token, from, to int) []attribution.Token {
	for i := from; i < to; i++ {
		var t attribution.Token
		s.units[i].token(s.text, &t)
		out = append(out, t)
	}
	return out
}

func (u *unit) token(text string, t *attribution.Token) {
	t.Norm, t.Capital = u.Norm, u.Capital
	switch {
	case u.quoted():
		inner := u.quote.Inner.In(text)
		t.Kind, t.Speech, t.Words = attribution.Quotation, u.speech, fieldsUpTo(inner, attribution.LongQuotation)
		t.Last, _ = utf8.DecodeLastRuneInString(inner)
		r, _ := utf8.DecodeRuneInString(inner)
		t.Capital = unicode.IsUpper(r)
	case u.Punct:
		t.Kind = attribution.Mark
	default:
		t.Lexicon = lexicon(u.verb, u.noun)
	}
}

func lexicon(verb, noun *quote.Cue) (l attribution.Lexicon) {
	if verb != nil {
		l |= attribution.Verb
		if verb.Past {
			l |= attribution.Past
		}
		if verb.Participle {
			l |= attribution.Participle
		}
	}
	if noun != nil {
		l |= attribution.Noun
	}
	return l
}
