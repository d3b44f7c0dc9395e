package main

import (
	"bufio"
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"

	"crosscheck/compare/trained/cross"
)

// row is a pair ready for training.
type row struct {
	Set   string      `json:"set"`
	ID    string      `json:"id"`
	Label string      `json:"label"`
	Fold  uint32      `json:"fold"` // 0 to 4, by the premise or the article
	Input cross.Input `json:"input"`
}

// folds is how many parts the data are cut into for cross-validation.
const folds = 5

// hash is FNV-1a of s.
func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// sheet is a file of rows.
type sheet struct {
	p    *preparer
	file *os.File
	w    *bufio.Writer
	enc  *json.Encoder
}

func (p *preparer) create(name string) (*sheet, error) {
	f, err := os.Create(filepath.Join(p.out, name))
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	return &sheet{p: p, file: f, w: w, enc: json.NewEncoder(w)}, nil
}

// add cuts both texts and writes the row.
func (s *sheet) add(r row, a, b string) error {
	x, err := s.p.reader.Encode(a)
	if err != nil {
		return err
	}
	y, err := s.p.reader.Encode(b)
	if err != nil {
		return err
	}
	r.Input = cross.Join(x, y)
	return s.enc.Encode(r)
}

func (s *sheet) close() error {
	if err := s.w.Flush(); err != nil {
		return err
	}
	return s.file.Close()
}
