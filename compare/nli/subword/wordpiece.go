package subword

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/sugarme/tokenizer/model"
	"github.com/sugarme/tokenizer/model/wordpiece"
)

// maxWordPiece is the longest word that is cut, in characters, where the file
// does not say; longer ones are unknown.
const maxWordPiece = 100

// fence is the library's WordPiece, asked about single words: on whole texts it
// panics, loses count, or ends the process (see the README.md of package nli).
type fence struct{ inner wordpiece.WordPiece }

// readWordPiece reads a vocabulary that is used longest match first (Wu et al.
// 2016; Devlin et al. 2019).
func (t *Tokenizer) readWordPiece(raw json.RawMessage) (err error) {
	defer recovered(&err, "reading the vocabulary")
	m := struct {
		Vocab   map[string]int32 `json:"vocab"`
		Unknown string           `json:"unk_token"`
		Prefix  string           `json:"continuing_subword_prefix"`
		Longest int              `json:"max_input_chars_per_word"`
	}{Unknown: "[UNK]", Prefix: "##", Longest: maxWordPiece}
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	unknown, ok := m.Vocab[m.Unknown]
	if !ok {
		return fmt.Errorf("its vocabulary lacks the unknown word %q", m.Unknown)
	}
	vocab := make(model.Vocab, len(m.Vocab))
	for piece, id := range m.Vocab {
		vocab[piece] = int(id)
	}
	t.vocab, t.unknown = m.Vocab, unknown
	t.model = fence{wordpiece.NewWordPieceBuilder().Vocab(&vocab).UnkToken(m.Unknown).
		ContinuingSubwordPrefix(m.Prefix).MaxInputCharsPerWord(min(m.Longest, 4*maxWordPiece)).Build()}
	return nil
}

func (f fence) cut(word string) (ids []int32, err error) {
	defer recovered(&err, "cutting a word")
	if !utf8.ValidString(word) {
		return nil, fmt.Errorf("cutting %q: it is not UTF-8", word)
	}
	tokens, err := f.inner.Tokenize(word)
	if err != nil {
		return nil, err
	}
	ids = make([]int32, len(tokens))
	for i, t := range tokens {
		ids[i] = int32(t.Id)
	}
	return ids, nil
}

// recovered turns a panic of the library into an error.
func recovered(err *error, doing string) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%s: the tokenizer failed: %v", doing, p)
	}
}
