package token

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Limits.
const (
	// maxFile bounds a tokenizer.json, in bytes: published ones have 0.2 to 20 MB.
	maxFile = 64 << 20
	// maxKept bounds the words whose pieces are kept. The news corpus has 60,000
	// words seen ten times or more.
	maxKept = 1 << 16
)

// Tokenizer cuts text into pieces. It is safe for concurrent use.
type Tokenizer struct {
	fence   fence
	size    int
	unknown int32

	mu   sync.RWMutex
	kept map[string][]part
}

var errKind = errors.New("hint: only tokenizers of type WordPiece can be read so far")

// Load reads a tokenizer.json with a WordPiece model over lower-case text. Of
// the file only the model counts: folding and cutting into words are ours.
func Load(r io.Reader) (*Tokenizer, error) {
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

// parse makes a tokenizer of a file, having looked at what the library would
// take on trust.
func parse(data []byte) (*Tokenizer, error) {
	var file struct{ Model json.RawMessage }
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	var model struct {
		Type    string
		Vocab   map[string]int32
		Unknown string `json:"unk_token"`
		Prefix  string `json:"continuing_subword_prefix"`
	}
	if len(file.Model) == 0 {
		return nil, errors.New("the file has no model; hint: is it a tokenizer.json?")
	}
	if err := json.Unmarshal(file.Model, &model); err != nil {
		return nil, fmt.Errorf("%w; %w", err, errKind)
	}
	unknown, ok := model.Vocab[model.Unknown]
	switch {
	case model.Type != "WordPiece":
		return nil, fmt.Errorf("its type is %q; %w", model.Type, errKind)
	case model.Prefix != "##":
		return nil, fmt.Errorf("its inner pieces begin with %q; hint: only \"##\" can be read", model.Prefix)
	case !ok || model.Unknown == "": // the library would look for one of its own
		return nil, fmt.Errorf("its vocabulary lacks the unknown word %q", model.Unknown)
	}
	if err := numbered(model.Vocab); err != nil {
		return nil, err
	}
	f, err := build(file.Model)
	if err != nil {
		return nil, err
	}
	return &Tokenizer{fence: f, size: len(model.Vocab), unknown: unknown, kept: map[string][]part{}}, nil
}

// numbered wants the pieces numbered from 0 without gaps.
func numbered(vocab map[string]int32) error {
	seen := make([]bool, len(vocab))
	for _, id := range vocab {
		if id < 0 || int(id) >= len(seen) || seen[id] {
			return fmt.Errorf("its %d pieces are not numbered 0 to %d", len(vocab), len(vocab)-1)
		}
		seen[id] = true
	}
	return nil
}

// Size is the number of pieces in the vocabulary.
func (t *Tokenizer) Size() int { return t.size }

// Encode cuts text into at most most pieces; what is beyond is left out, and
// from where the first piece left out begins is anybody's guess. An error says
// that the library failed on a word, which no test has brought about.
func (t *Tokenizer) Encode(text string, most int) ([]Piece, error) {
	folded := Fold(text)
	out := make([]Piece, 0, min(most, len(text)/4+4))
	for start, end := NextWord(folded.Text, 0); start < end; start, end = NextWord(folded.Text, end) {
		parts, err := t.word(folded.Text[start:end])
		if err != nil {
			return nil, err
		}
		for i, p := range parts {
			if len(out) >= most {
				return out, nil
			}
			p := Piece{ID: p.id, Span: folded.Span(start+int(p.start), start+int(p.end)), Inner: i > 0}
			if p.ID == t.unknown {
				p.Span = folded.Span(start, end)
			}
			out = append(out, p)
		}
	}
	return out, nil
}

// word cuts a folded word, or looks up how it was cut before.
func (t *Tokenizer) word(w string) ([]part, error) {
	if len(w) > maxWord {
		return []part{{id: t.unknown}}, nil
	}
	t.mu.RLock()
	parts, ok := t.kept[w]
	t.mu.RUnlock()
	if ok {
		return parts, nil
	}
	parts, err := t.fence.cut(w)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	if len(t.kept) < maxKept {
		t.kept[string(bytes.Clone([]byte(w)))] = parts
	}
	t.mu.Unlock()
	return parts, nil
}

//go:embed tokenizer.json
var own []byte

// Default is the tokenizer with the vocabulary of our own, read on first use.
// The error can only be a damaged build.
var Default = sync.OnceValues(func() (*Tokenizer, error) { return Load(bytes.NewReader(own)) })
