package nli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
)

// Info is what is known of a model.
type Info struct {
	Name       string   `json:"name"`       // as in findings: "nli/FOLDER@CHECKSUM"
	Dir        string   `json:"dir"`        // as it was named
	File       string   `json:"file"`       // the network
	Bytes      int64    `json:"bytes"`      // size of the network, with what it keeps beside its file
	Checksum   string   `json:"checksum"`   // SHA-256 of the network, in hexadecimal
	Family     string   `json:"family"`     // model_type of its config.json: "bert", "roberta", "deberta-v2" ...
	Labels     []string `json:"labels"`     // in the network's order, in our words
	Tokenizer  string   `json:"tokenizer"`  // "WordPiece", "BPE" or "Unigram"
	Vocabulary int      `json:"vocabulary"` // pieces that the tokenizer knows
	MaxTokens  int      `json:"max_tokens"` // pieces of a pair that are read
	TypeIDs    bool     `json:"type_ids"`   // the network knows two types of pieces, for the two texts
	// Quantised says that the network rounds its inputs to small numbers by what
	// else is in the batch. It reads one pair at a time, so that a pair's score
	// does not depend on its neighbours.
	Quantised bool     `json:"quantised"`
	Inputs    []string `json:"inputs"`  // of the network; nil where it was not loaded
	Library   string   `json:"library"` // the shared library, "" where none was loaded
	Version   string   `json:"version"` // of the library
}

// Inspect reads a model's folder without loading its network, which any build
// can do. Its errors are those of [Open].
func Inspect(dir string, o Options) (Info, error) {
	m, err := read(dir, o)
	if err != nil {
		return Info{}, fmt.Errorf("reading the model %s: %w", dir, err)
	}
	return m.info, nil
}

// rounding begins the names of the operations that round what they are given
// by the greatest and the least of it.
const rounding = "DynamicQuantize"

// identify reads the network for its checksum, and names the model.
func (m *Model) identify(f folder) error {
	h := sha256.New()
	w := &watch{hash: h}
	for _, path := range append([]string{f.network}, beside(f.network)...) {
		if err := pour(w, path); err != nil {
			return err
		}
	}
	m.info.Bytes, m.info.Quantised = w.size, w.seen
	m.info.Checksum = hex.EncodeToString(h.Sum(nil))
	abs, err := filepath.Abs(f.dir)
	if err != nil {
		return err
	}
	m.info.Name = fmt.Sprintf("nli/%s@%.8s", filepath.Base(abs), m.info.Checksum)
	if err := pour(h, f.tokens); err != nil {
		return err
	}
	fmt.Fprint(h, m.labels.names, m.info.MaxTokens, m.pad)
	m.key = [32]byte(h.Sum(nil))
	return nil
}

// beside are the files in which a large network keeps its weights.
func beside(network string) (out []string) {
	for _, path := range [...]string{network + "_data", network + ".data"} {
		if _, err := os.Stat(path); err == nil {
			out = append(out, path)
		}
	}
	return out
}

func pour(to io.Writer, path string) error {
	r, err := os.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(to, r)
	return err
}

// watch passes what is written on to a hash, and looks out for rounding in it.
type watch struct {
	hash hash.Hash
	size int64
	seen bool
	tail []byte // the end of what was written before
}

func (w *watch) Write(p []byte) (int, error) {
	w.size += int64(len(p))
	if !w.seen {
		edge := append(w.tail, p[:min(len(p), len(rounding)-1)]...)
		w.seen = bytes.Contains(edge, []byte(rounding)) || bytes.Contains(p, []byte(rounding))
		if len(p) >= len(rounding) {
			edge = p
		}
		w.tail = append([]byte(nil), edge[max(0, len(edge)-len(rounding)+1):]...)
	}
	return w.hash.Write(p)
}
