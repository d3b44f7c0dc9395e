package subword

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// splitting is a step of the "pre_tokenizer" of a file, of whatever type.
type splitting struct {
	Type          string            `json:"type"`
	PreTokenizers []json.RawMessage `json:"pretokenizers"`
	PrefixSpace   *bool             `json:"add_prefix_space"`
	UseRegex      *bool             `json:"use_regex"`   // nil: true
	Replacement   string            `json:"replacement"` // of a space, by Metaspace
	Scheme        string            `json:"prepend_scheme"`
	Split         *bool             `json:"split"`             // nil: true
	Behaviour     string            `json:"behavior"`          // of Punctuation
	Single        bool              `json:"individual_digits"` // of Digits
}

// splitters are the steps of a "pre_tokenizer", in order. bytes says that words
// end up in the letters of [alphabet].
func splitters(raw json.RawMessage) (steps []func([]string) []string, bytes bool, err error) {
	if absent(raw) {
		return nil, false, nil
	}
	var s splitting
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, false, fmt.Errorf("its pre-tokenizer: %w", err)
	}
	if s.Type == "Sequence" {
		for _, inner := range s.PreTokenizers {
			more, b, err := splitters(inner)
			if err != nil {
				return nil, false, err
			}
			steps, bytes = append(steps, more...), bytes || b
		}
		return steps, bytes, nil
	}
	step, err := s.step()
	return []func([]string) []string{step}, s.Type == "ByteLevel", err
}

// step is the one step that s stands for.
func (s splitting) step() (func([]string) []string, error) {
	switch {
	case s.Type == "BertPreTokenizer":
		return bertWords, nil
	case s.Type == "WhitespaceSplit":
		return blanks, nil
	case s.Type == "Whitespace":
		return runs, nil
	case s.Type == "Punctuation" && (s.Behaviour == "" || s.Behaviour == "Isolated"):
		return marks, nil
	case s.Type == "Digits" && s.Single:
		return func(words []string) []string { return isolate(words, unicode.IsNumber) }, nil
	case s.Type == "ByteLevel":
		return s.byteLevel, nil
	case s.Type == "Metaspace" && s.Replacement != "":
		return s.metaspace, nil
	}
	return nil, fmt.Errorf("its pre-tokenizer is of type %q; hint: it cannot be read, and without it the pieces would be wrong", s.Type)
}

// runs cuts at white space and where marks begin or end: the pattern \w+|[^\w\s]+.
func runs(words []string) []string {
	var out []string
	for _, w := range blanks(words) {
		from, was := 0, false
		for i, r := range w {
			is := r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
			if i > 0 && is != was {
				out = append(out, w[from:i])
				from = i
			}
			was = is
		}
		out = append(out, w[from:])
	}
	return out
}

// byteLevel cuts as GPT-2 does and writes the words' bytes in its letters.
func (s splitting) byteLevel(words []string) []string {
	if s.PrefixSpace != nil && *s.PrefixSpace {
		for i, w := range words {
			if !strings.HasPrefix(w, " ") {
				words[i] = " " + w
			}
		}
	}
	if s.UseRegex == nil || *s.UseRegex {
		words = byteWords(words)
	}
	for i, w := range words {
		words[i] = spell(w)
	}
	return words
}

// metaspace writes spaces as a mark and cuts before each. Other white space is
// left to the normaliser.
func (s splitting) metaspace(words []string) []string {
	out := make([]string, 0, 2*len(words))
	for i, w := range words {
		w = strings.ReplaceAll(w, " ", s.Replacement)
		if s.prepends(i == 0) && !strings.HasPrefix(w, s.Replacement) {
			w = s.Replacement + w
		}
		if s.Split != nil && !*s.Split {
			out = append(out, w)
			continue
		}
		for w != "" {
			n := len(w)
			if at := strings.Index(w[len(firstOf(w)):], s.Replacement); at >= 0 {
				n = at + len(firstOf(w))
			}
			out = append(out, w[:n])
			w = w[n:]
		}
	}
	return out
}

// firstOf is the first character of w.
func firstOf(w string) string {
	for i := range w {
		if i > 0 {
			return w[:i]
		}
	}
	return w
}

// prepends reports whether a word gets the mark in front that has none.
func (s splitting) prepends(first bool) bool {
	switch s.Scheme {
	case "always":
		return true
	case "first":
		return first
	case "never":
		return false
	}
	return s.PrefixSpace == nil || *s.PrefixSpace
}
