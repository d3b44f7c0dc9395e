package main

import (
	"strings"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// negated are the auxiliaries that take "not", with their contractions.
var negated = map[string]string{
	"is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "will": "won't",
	"has": "hasn't", "have": "haven't", "had": "hadn't", "does": "doesn't", "can": "can't",
}

// negate puts "not" behind the first auxiliary of a sentence, or turns a simple
// past into "did not". With and without its tail the negated sentence opposes
// the other, and has its own short form in it.
func negate(s *align.Statement) []pair {
	if len(s.Turns) > 0 {
		return nil
	}
	text, ok := negation(s)
	if !ok {
		return nil
	}
	out := both(s.Text, text, contradiction)
	if short, ok := shorten(s); ok && len(short) < len(s.Text) {
		gone := len(s.Text) - len(short)
		shortNot := strings.TrimSpace(strings.TrimSuffix(text[:len(text)-gone], ".")) + "."
		out = append(out, pair{s.Text, shortNot, contradiction}, pair{text, shortNot, entailment}, pair{s.Text, short, entailment}, pair{text, short, contradiction})
	}
	return out
}

// negation is the sentence with its main verb negated.
func negation(s *align.Statement) (string, bool) {
	for i := 1; i+2 < len(s.Words) && s.Words[i].Clause == 0; i++ {
		w, next := &s.Words[i], &s.Words[i+1]
		if short, ok := negated[w.Norm]; ok {
			if strings.HasPrefix(w.Norm, "ha") && !participle(next.Norm) || next.Punct {
				return "", false
			}
			if hash(s.Text)%3 == 0 {
				return put(s, i, i, short), true
			}
			return put(s, i, i, w.Norm+" not"), true
		}
		if base, ok := simplePast(s, i); ok {
			return put(s, i, i, "did not "+base), true
		}
		if w.Class&(lexicon.Be|lexicon.Plan|lexicon.Maybe|lexicon.Boundary) != 0 {
			return "", false
		}
	}
	return "", false
}

func participle(norm string) bool {
	return strings.HasSuffix(norm, "ed") || strings.HasSuffix(norm, "en") || norm == "made" || norm == "said" || norm == "become"
}

// simplePast returns the base form of a regular verb in the past at i that has
// its subject before it and its object behind it.
func simplePast(s *align.Statement, i int) (string, bool) {
	w, before, next := &s.Words[i], &s.Words[i-1], &s.Words[i+1]
	if !strings.HasSuffix(w.Norm, "ed") || w.Name || w.Class&lexicon.Saying != 0 {
		return "", false
	}
	if !before.Name && before.Norm != "he" && before.Norm != "she" && before.Norm != "they" {
		return "", false
	}
	if !objects[next.Norm] && !next.Name {
		return "", false
	}
	return base(w.Norm)
}

// objects are words that an object begins with.
var objects = map[string]bool{"the": true, "a": true, "an": true, "his": true, "her": true, "its": true, "their": true, "to": true}

// base is the dictionary form of a regular past.
func base(past string) (string, bool) {
	lex := lexicon.Default()
	stem := strings.TrimSuffix(past, "ed")
	for _, id := range lex.Look(past).Lemmas {
		name := lex.Name(id)
		if n := len(stem); name == stem || name == stem+"e" || n > 1 && stem[n-1] == stem[n-2] && name == stem[:n-1] || strings.HasSuffix(stem, "i") && name == stem[:n-1]+"y" {
			return name, true
		}
	}
	return "", false
}
