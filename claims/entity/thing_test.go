package entity

import (
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

func TestSpeechless(t *testing.T) {
	r := NewRoster(paragraph("The bridge was shut."))
	for phrase, want := range map[string]bool{
		"silence":                           true,
		"The moderator's use of the letter": true,
		"Trump's achievements":              true,
		"his harbour duties amid":           true,
		"a fierce backlash":                 true,
		"the proposed repeal of the toll":   true,
		"the difference between the two":    true,
		"drivers":                           false,
		"voters hurt by the tax":            false,
		"a poll released last week":         false,
		"the lawsuit":                       false,
		"a statement regarding the repeal":  false,
		"Max Hand":                          false,
		"the harbour board":                 false,
		"a study of violence":               false,
		"an assessment by the board":        false,
		"none of the drivers":               false,
		"":                                  false,
	} {
		if got := r.Speechless(phrase, claims.Span{End: len(phrase)}); got != want {
			t.Errorf("Speechless(%q) = %v, want %v", phrase, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for phrase, want := range map[string]number{
		"drivers":                         many,
		"two former aides":                many,
		"harbour board":                   many,
		"Cuban couple":                    many,
		"56% of those asked":              many,
		"official and a clerk":            many,
		"Elm Council":                     many,
		"White graduates born in the war": many,
		"opposition":                      many,
		"head of the museum":              one,
		"gym teacher":                     one,
		"report on the tolls":             one,
		"mayor's name":                    one,
		"truce of the banks":              none,
		"crimes":                          none,
	} {
		if got := Default().count(word.Split(phrase, 0)); got != want {
			t.Errorf("count(%q) = %v, want %v", phrase, got, want)
		}
	}
}

func TestIsHeadline(t *testing.T) {
	for name, want := range map[string]bool{
		"Counters Elm Story Claiming Bridge Was Sold": true,
		"Max Hand":                               false,
		"Abdul bin Salman bin Abdulaziz Al Saud": false,
	} {
		if got := Default().isHeadline(name); got != want {
			t.Errorf("isHeadline(%q) = %v, want %v", name, got, want)
		}
	}
}
