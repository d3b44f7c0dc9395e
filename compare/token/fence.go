package token

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/sugarme/tokenizer"
	"github.com/sugarme/tokenizer/pretrained"
)

// The one place where github.com/sugarme/tokenizer is called. README.md lists
// its faults, and what keeps each of them out.

// maxWord is the longest word that it is asked about, in bytes: WordPiece takes
// longer ones for unknown (its max_input_chars_per_word), and ours too.
const maxWord = 100

// fence is the library's tokenizer, asked about single words.
type fence struct{ inner *tokenizer.Tokenizer }

// part is a piece of a word, with offsets into the word.
type part struct {
	id         int32
	start, end uint8
}

// build makes a tokenizer of a model, the library's other steps switched off:
// it neither folds nor truncates nor pads, and knows no added tokens.
func build(model json.RawMessage) (f fence, err error) {
	defer recovered(&err, "building the tokenizer")
	file, err := json.Marshal(map[string]any{
		"version":       "1.0",
		"model":         model,
		"normalizer":    map[string]any{"type": "BertNormalizer", "clean_text": false, "handle_chinese_chars": false, "strip_accents": false, "lowercase": false},
		"pre_tokenizer": map[string]any{"type": "BertPreTokenizer"},
	})
	if err != nil {
		return fence{}, err
	}
	inner, err := pretrained.FromReader(bytes.NewReader(file))
	return fence{inner}, err
}

// cut cuts one word: printable ASCII, up to maxWord bytes. The parts follow one
// another without a gap.
func (f fence) cut(word string) (parts []part, err error) {
	defer recovered(&err, "cutting a word")
	tokens, err := f.inner.GetModel().Tokenize(word)
	if err != nil {
		return nil, err
	}
	at := 0
	for _, t := range tokens {
		if len(t.Offsets) != 2 || t.Offsets[0] != at || t.Offsets[1] <= at || t.Offsets[1] > len(word) {
			return nil, fmt.Errorf("cutting %q: the tokenizer lost count", word)
		}
		parts = append(parts, part{int32(t.Id), uint8(at), uint8(t.Offsets[1])})
		at = t.Offsets[1]
	}
	if at != len(word) {
		return nil, fmt.Errorf("cutting %q: the tokenizer lost count", word)
	}
	return parts, nil
}

// recovered turns a panic of the library into an error.
func recovered(err *error, doing string) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%s: the tokenizer failed: %v", doing, p)
	}
}
