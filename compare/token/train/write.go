package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

// specials open the vocabulary, in the order of BERT's.
var specials = []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}

// write writes a tokenizer.json, a piece a line.
func write(path string, pieces []string) error {
	var b bytes.Buffer
	b.WriteString(`{
  "version": "1.0",
  "truncation": null,
  "padding": null,
  "added_tokens": [],
  "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": true, "lowercase": true},
  "pre_tokenizer": {"type": "BertPreTokenizer"},
  "post_processor": null,
  "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
  "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": {
`)
	all := append(append([]string(nil), specials...), pieces...)
	for i, p := range all {
		quoted, err := json.Marshal(p)
		if err != nil {
			return err
		}
		sep := ","
		if i == len(all)-1 {
			sep = ""
		}
		fmt.Fprintf(&b, "%s:%d%s\n", quoted, i, sep)
	}
	b.WriteString("}}}\n")
	return os.WriteFile(path, b.Bytes(), 0o644)
}
