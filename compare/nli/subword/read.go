package subword

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxFile bounds a tokenizer.json, in bytes: published ones have 0.2 to 20 MB.
const maxFile = 64 << 20

// file is a tokenizer.json, as far as it counts for us. Truncation and padding
// are the caller's.
type file struct {
	Model         json.RawMessage `json:"model"`
	Normalizer    json.RawMessage `json:"normalizer"`
	PreTokenizer  json.RawMessage `json:"pre_tokenizer"`
	PostProcessor json.RawMessage `json:"post_processor"`
	AddedTokens   []struct {
		ID      int32  `json:"id"`
		Content string `json:"content"`
		Special bool   `json:"special"`
	} `json:"added_tokens"`
}

// Read reads a tokenizer.json.
func Read(r io.Reader) (*Tokenizer, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading the tokenizer: %w", err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("reading the tokenizer: more than %d MB; hint: is it a tokenizer.json?", maxFile>>20)
	}
	t, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the tokenizer: %w", err)
	}
	return t, nil
}

func parse(data []byte) (*Tokenizer, error) {
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("%w; hint: is it a tokenizer.json?", err)
	}
	if len(f.Model) == 0 {
		return nil, errors.New("the file has no model; hint: is it a tokenizer.json?")
	}
	t := &Tokenizer{unknown: -1, vocab: map[string]int32{}, specials: map[int32]bool{}, kept: map[string][]int32{}}
	if err := t.readModel(f.Model); err != nil {
		return nil, err
	}
	if err := t.readAdded(f); err != nil {
		return nil, err
	}
	if u, ok := t.model.(*unigram); ok {
		u.forget(t.vocab, t.specials)
	}
	var err error
	if t.normalise, err = normalisers(f.Normalizer); err != nil {
		return nil, err
	}
	var toBytes bool
	if t.split, toBytes, err = splitters(f.PreTokenizer); err != nil {
		return nil, err
	}
	if toBytes != (t.kind == "BPE") {
		return nil, errors.New("its words are not cut as its model wants them; hint: of BPE models only those over bytes can be read")
	}
	t.template, err = template(f.PostProcessor, t)
	return t, err
}

// readModel reads the vocabulary and how it is used.
func (t *Tokenizer) readModel(raw json.RawMessage) error {
	kind, err := kindOf(raw)
	if err != nil {
		return err
	}
	t.kind = kind
	switch kind {
	case "WordPiece":
		err = t.readWordPiece(raw)
	case "BPE":
		err = t.readBPE(raw)
	case "Unigram":
		err = t.readUnigram(raw)
	default:
		return fmt.Errorf("its type is %q; hint: WordPiece, BPE and Unigram can be read", kind)
	}
	if err != nil {
		return err
	}
	for piece, id := range t.vocab {
		if id < 0 || int(id) > maxFile {
			return fmt.Errorf("the piece %q has the number %d", piece, id)
		}
		t.size = max(t.size, int(id)+1)
	}
	if t.size == 0 {
		return errors.New("its vocabulary is empty")
	}
	return nil
}

// kindOf is the model's type. Files of old do not name it.
func kindOf(raw json.RawMessage) (string, error) {
	var m struct {
		Type   string          `json:"type"`
		Merges json.RawMessage `json:"merges"`
		UnkID  *int            `json:"unk_id"`
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return "", err
	}
	switch {
	case m.Type != "":
		return m.Type, nil
	case m.Merges != nil:
		return "BPE", nil
	case m.UnkID != nil:
		return "Unigram", nil
	}
	return "WordPiece", nil
}

// readAdded learns the words that steer the model. Of the added words that do
// not, only the numbers are known: no text is searched for them.
func (t *Tokenizer) readAdded(f file) error {
	for _, a := range f.AddedTokens {
		if a.ID < 0 || int(a.ID) > maxFile {
			return fmt.Errorf("the added piece %q has the number %d", a.Content, a.ID)
		}
		t.vocab[a.Content] = a.ID
		t.size = max(t.size, int(a.ID)+1)
		if a.Special && a.ID != t.unknown {
			t.specials[a.ID] = true
		}
	}
	return nil
}
