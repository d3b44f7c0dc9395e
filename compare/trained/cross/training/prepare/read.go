package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// addRead adds the pairs that people have read: right findings as
// contradictions, all others as neutral. Folds are those of compare/jury/fit, two
// to one of ours.
func (s *sheet) addRead(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for dec, n := json.NewDecoder(f), 1; dec.More(); n++ {
		var in struct {
			A, B  string
			Fold  uint32
			Right bool
		}
		if err := dec.Decode(&in); err != nil {
			return fmt.Errorf("row %d of %q: %w", n, path, err)
		}
		r := row{Set: "news.read", ID: fmt.Sprint(n), Label: "neutral", Fold: in.Fold % folds}
		if in.Right {
			r.Label = "contradiction"
		}
		if err := s.add(r, in.A, in.B); err != nil {
			return err
		}
	}
	return nil
}
