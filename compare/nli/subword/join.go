package subword

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Joined is a pair as a model reads it.
type Joined struct {
	IDs   []int32 // special tokens and the pieces of both texts
	Types []int32 // of each piece: as a rule 0 for the first text, 1 for the second
}

// slot is a place of the template of a pair.
type slot struct {
	text int // 1 for the first text, 2 for the second, 0 for a special token
	id   int32
	kind int32
}

// processor is the "post_processor" of a file, of whatever type.
type processor struct {
	Type       string            `json:"type"`
	Processors []json.RawMessage `json:"processors"`
	Sep        [2]any            `json:"sep"` // the token and its number
	Cls        [2]any            `json:"cls"`
	Pair       []struct {
		Special *struct {
			ID   string `json:"id"`
			Type int32  `json:"type_id"`
		} `json:"SpecialToken"`
		Sequence *struct {
			ID   string `json:"id"`
			Type int32  `json:"type_id"`
		} `json:"Sequence"`
	} `json:"pair"`
	Specials map[string]struct {
		IDs []int32 `json:"ids"`
	} `json:"special_tokens"`
}

var errTemplate = errors.New("hint: without its special tokens a pair cannot be put together")

// template reads how a pair is put together; where the file does not say, it is
// as the family does by its special tokens.
func template(raw json.RawMessage, t *Tokenizer) ([]slot, error) {
	if absent(raw) {
		return t.family()
	}
	var p processor
	if err := json.Unmarshal(raw, &p); err != nil {
		return nil, fmt.Errorf("its post-processor: %w", err)
	}
	switch p.Type {
	case "Sequence":
		for _, inner := range p.Processors {
			var q processor
			if err := json.Unmarshal(inner, &q); err != nil || q.Type != "ByteLevel" {
				return template(inner, t)
			}
		}
		return t.family()
	case "ByteLevel": // sets offsets right, and adds nothing
		return t.family()
	case "TemplateProcessing":
		return p.slots()
	case "BertProcessing", "RobertaProcessing":
		return p.classic()
	}
	return nil, fmt.Errorf("its post-processor is of type %q; %w", p.Type, errTemplate)
}

// slots reads a template that is written out.
func (p processor) slots() ([]slot, error) {
	var out []slot
	texts := 0
	for _, piece := range p.Pair {
		switch {
		case piece.Special != nil:
			special, ok := p.Specials[piece.Special.ID]
			if !ok {
				return nil, fmt.Errorf("its template has the unknown token %q; %w", piece.Special.ID, errTemplate)
			}
			for _, id := range special.IDs {
				out = append(out, slot{id: id, kind: piece.Special.Type})
			}
		case piece.Sequence != nil && piece.Sequence.ID == "A":
			out, texts = append(out, slot{text: 1, kind: piece.Sequence.Type}), texts|1
		case piece.Sequence != nil && piece.Sequence.ID == "B":
			out, texts = append(out, slot{text: 2, kind: piece.Sequence.Type}), texts|2
		}
	}
	if texts != 3 {
		return nil, fmt.Errorf("its template is not of two texts; %w", errTemplate)
	}
	return out, nil
}

// classic is the template of BERT, [CLS] a [SEP] b [SEP], or of RoBERTa,
// <s> a </s></s> b </s>, which knows no types.
func (p processor) classic() ([]slot, error) {
	sep, ok1 := p.Sep[1].(float64)
	cls, ok2 := p.Cls[1].(float64)
	if !ok1 || !ok2 {
		return nil, fmt.Errorf("its post-processor does not number its tokens; %w", errTemplate)
	}
	return pairOf(int32(cls), int32(sep), p.Type == "RobertaProcessing"), nil
}

// family is the template of the family whose special tokens the vocabulary has.
func (t *Tokenizer) family() ([]slot, error) {
	for i, names := range [...][2]string{{"[CLS]", "[SEP]"}, {"<s>", "</s>"}} {
		cls, ok1 := t.ID(names[0])
		sep, ok2 := t.ID(names[1])
		if ok1 && ok2 {
			return pairOf(cls, sep, i == 1), nil
		}
	}
	return nil, fmt.Errorf("it has no post-processor, and neither [CLS] and [SEP] nor <s> and </s>; %w", errTemplate)
}

func pairOf(cls, sep int32, doubled bool) []slot {
	if doubled {
		return []slot{{id: cls}, {text: 1}, {id: sep}, {id: sep}, {text: 2}, {id: sep}}
	}
	return []slot{{id: cls}, {text: 1}, {id: sep}, {text: 2, kind: 1}, {id: sep, kind: 1}}
}

// Join puts two texts together to at most most pieces, as far as the special
// tokens allow. What is too much is taken off the end of the longer text until
// both are of one length, and then off both.
func (t *Tokenizer) Join(a, b []int32, most int) Joined {
	n, m := share(len(a), len(b), max(0, most-t.Extra()))
	texts := [3][]int32{1: a[:n], 2: b[:m]}
	size := n + m + t.Extra()
	out := Joined{make([]int32, 0, size), make([]int32, 0, size)}
	for _, s := range t.template {
		ids := texts[s.text]
		if s.text == 0 {
			ids = []int32{s.id}
		}
		for _, id := range ids {
			out.IDs, out.Types = append(out.IDs, id), append(out.Types, s.kind)
		}
	}
	return out
}

// Extra is how many special tokens a pair has.
func (t *Tokenizer) Extra() (n int) {
	for _, s := range t.template {
		if s.text == 0 {
			n++
		}
	}
	return n
}

// share is how much of two texts of n and m pieces fits into most: the odd
// piece is the longer one's, as in the reference implementation.
func share(n, m, most int) (int, int) {
	if n+m <= most {
		return n, m
	}
	if n > m {
		m, n = share(m, n, most)
		return n, m
	}
	// n is the shorter.
	if n <= most/2 {
		return n, most - n
	}
	return most / 2, most - most/2
}
