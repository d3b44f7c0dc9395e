package subword

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normalisation is a step of the "normalizer" of a file, of whatever type.
type normalisation struct {
	Type        string            `json:"type"`
	Normalizers []json.RawMessage `json:"normalizers"`
	CleanText   bool              `json:"clean_text"`
	Chinese     bool              `json:"handle_chinese_chars"`
	Accents     *bool             `json:"strip_accents"` // nil: as Lowercase
	Lowercase   bool              `json:"lowercase"`
	Left        bool              `json:"strip_left"`
	Right       bool              `json:"strip_right"`
	Pattern     pattern           `json:"pattern"`
	Content     string            `json:"content"`
	Prepend     string            `json:"prepend"`
	Charsmap    []byte            `json:"precompiled_charsmap"`
}

// pattern is what is looked for: one of the two.
type pattern struct {
	String *string
	Regex  *string
}

// absent reports whether a part of the file is not there.
func absent(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

// normalisers are the steps of a "normalizer", in order.
func normalisers(raw json.RawMessage) ([]func(string) string, error) {
	if absent(raw) {
		return nil, nil
	}
	var n normalisation
	if err := json.Unmarshal(raw, &n); err != nil {
		return nil, fmt.Errorf("its normaliser: %w", err)
	}
	switch n.Type {
	case "Sequence":
		var out []func(string) string
		for _, inner := range n.Normalizers {
			steps, err := normalisers(inner)
			if err != nil {
				return nil, err
			}
			out = append(out, steps...)
		}
		return out, nil
	case "BertNormalizer":
		return n.bert(), nil
	}
	step, err := n.step()
	return []func(string) string{step}, err
}

// step is the one step that n stands for.
func (n normalisation) step() (func(string) string, error) {
	switch n.Type {
	case "NFC":
		return norm.NFC.String, nil
	case "NFD":
		return norm.NFD.String, nil
	case "NFKC":
		return norm.NFKC.String, nil
	case "NFKD":
		return norm.NFKD.String, nil
	case "Lowercase":
		return lower, nil
	case "StripAccents":
		return without(unicode.M), nil
	case "Strip", "StripNormalizer":
		return n.strip, nil
	case "Prepend":
		return n.prepend, nil
	case "Replace":
		return n.replace()
	case "Precompiled":
		return readCharsmap(n.Charsmap)
	case "Nmt":
		return nmt, nil
	}
	return nil, fmt.Errorf("its normaliser is of type %q; hint: it cannot be read, and without it the pieces would be wrong", n.Type)
}

// lower writes letters small, each by itself.
func lower(text string) string {
	if strings.ContainsRune(text, 'İ') {
		text = strings.ReplaceAll(text, "İ", "i\u0307") // the one letter that becomes two
	}
	return strings.Map(unicode.ToLower, text)
}

// without leaves the runes of a table out.
func without(table *unicode.RangeTable) func(string) string {
	return func(text string) string {
		return strings.Map(func(r rune) rune {
			if r > unicode.MaxASCII && unicode.Is(table, r) {
				return -1
			}
			return r
		}, text)
	}
}

func (n normalisation) strip(text string) string {
	if n.Left {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
	}
	if n.Right {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
	}
	return text
}

func (n normalisation) prepend(text string) string {
	if text == "" {
		return ""
	}
	return n.Prepend + text
}

// replace puts the content, which is never a template, in the pattern's place.
func (n normalisation) replace() (func(string) string, error) {
	switch {
	case n.Pattern.String != nil && *n.Pattern.String != "":
		return func(text string) string { return strings.ReplaceAll(text, *n.Pattern.String, n.Content) }, nil
	case n.Pattern.Regex != nil:
		re, err := regexp.Compile(*n.Pattern.Regex)
		if err != nil {
			return nil, fmt.Errorf("its normaliser replaces by a pattern that cannot be read: %w", err)
		}
		return func(text string) string { return re.ReplaceAllLiteralString(text, n.Content) }, nil
	}
	return nil, fmt.Errorf("its normaliser replaces nothing")
}

// nmt is SentencePiece's cleaning: some controls go, and what is white or
// invisible is a space.
func nmt(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\f' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f || r == 0x8f || r == 0x9f:
			return -1
		case r == 0x1680 || 0x200b <= r && r <= 0x200f || r == 0x2028 || r == 0x2029 || r == 0x2581 || r == 0xfeff || r == 0xfffd:
			return ' '
		}
		return r
	}, text)
}
