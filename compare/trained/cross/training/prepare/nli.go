package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// sets are the data sets of pairs. Which of them are trained on is for the
// training program to say (train.py: TRAINED).
var sets = []string{"mnli.dev-a", "snli.dev", "cad.train", "cad.dev", "wikifactcheck.refuted", "breaking.a", "mpe.train", "joci.train",
	"conj.dev", "conj.train-auto", "negation.snli", "rte3.dev", "cb.train", "fever-symmetric.dev", "sick.trial", "anli.r1.dev",
	"climate-fever.a", "healthver.dev"}

// nli writes nli.jsonl.
func (p *preparer) nli(read string) error {
	s, err := p.create("nli.jsonl")
	if err != nil {
		return err
	}
	for _, set := range sets {
		if err := s.addSet(set); err != nil {
			return fmt.Errorf("set %s: %w", set, err)
		}
	}
	if read != "" {
		if err := s.addRead(read); err != nil {
			return err
		}
	}
	return s.close()
}

// addSet adds the rows of one set.
func (s *sheet) addSet(set string) error {
	f, err := os.Open(filepath.Join(s.p.data, "nli", set+".jsonl"))
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var in struct{ ID, Premise, Hypothesis, Label string }
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return err
		}
		r := row{Set: set, ID: in.ID, Label: in.Label, Fold: hash(in.Premise) % folds}
		if err := s.add(r, in.Premise, in.Hypothesis); err != nil {
			return err
		}
	}
	return lines.Err()
}
