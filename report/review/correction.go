package review

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"crosscheck/claims"
)

// CorrectionKind says what is corrected.
type CorrectionKind string

// The kinds of correction.
const (
	FixSpeaker CorrectionKind = "speaker"  // somebody else said it, or nobody is named
	FixSpan    CorrectionKind = "span"     // other words were said
	Apart      CorrectionKind = "apart"    // no claim of A belongs to one topic with one of B: drop, split
	Together   CorrectionKind = "together" // claims of A and B belong to one topic: merge
)

// Correction is a mistake of the program that a person set right. It names
// claims by their words, so that it holds in the next run.
//
// Apart and Together are the cannot-link and must-link constraints of Wagstaff
// and Cardie, "Clustering with instance-level constraints" (2000).
type Correction struct {
	Kind  CorrectionKind `json:"kind"`
	Claim ClaimRef       `json:"claim,omitzero"` // for speaker and span
	// Speaker is who said it; nil is the outlet itself or nobody who is named.
	Speaker *claims.Speaker `json:"speaker,omitempty"`
	Quote   *Quote          `json:"quote,omitempty"` // what was said, for span
	Was     string          `json:"was,omitempty"`   // what stood there before, for the reader
	A       []string        `json:"a,omitempty"`     // claim keys
	B       []string        `json:"b,omitempty"`     // claim keys
	Label   string          `json:"label,omitempty"` // of the topic, for the reader
}

// ClaimRef names the claim of an outlet by its words: another outlet may print
// the same words and give them to somebody else.
type ClaimRef struct {
	Key    string `json:"key"`
	Outlet string `json:"outlet"`
}

// Quote is a stretch of text by its words and their neighbours: the
// TextQuoteSelector of the Web Annotation Data Model (W3C, 2017).
type Quote struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// Subject is the key under which corrections of the same thing stand: the claim,
// or the claims that are parted or joined.
func (c Correction) Subject() string {
	if c.Kind == FixSpeaker || c.Kind == FixSpan {
		return "claim:" + hashed([]string{c.Claim.Key, c.Claim.Outlet, string(c.Kind)})
	}
	a, b := slices.Sorted(slices.Values(c.A)), slices.Sorted(slices.Values(c.B))
	if slices.Compare(a, b) > 0 {
		a, b = b, a
	}
	return "topic:" + hashed(append(append(a, "|"), b...))
}

// Check says what is wrong with a correction, nil where nothing is.
func (c Correction) Check() error {
	switch c.Kind {
	case FixSpeaker:
		if !named(c.Claim.Key) || c.Speaker != nil && !named(c.Speaker.Name) {
			return fmt.Errorf("the speaker needs a name of at most %d characters, and the claim a key", maxName)
		}
	case FixSpan:
		if !named(c.Claim.Key) || c.Quote == nil || len(folded(c.Quote.Exact)) == 0 || !utf8.ValidString(c.Quote.Exact) {
			return fmt.Errorf("the correction names no words")
		}
	case Apart, Together:
		if len(c.A) == 0 || len(c.B) == 0 {
			return fmt.Errorf("a topic is split or joined by naming claims on both sides")
		}
	default:
		return fmt.Errorf("correction %q is not known\nhint: it is speaker, span, apart or together", c.Kind)
	}
	return nil
}
