package main

import "path/filepath"

// made writes made.jsonl.
func (p *preparer) made(articles []article) error {
	words, err := readPairs(filepath.Join(p.data, "lexicon", "counterfitting"))
	if err != nil {
		return err
	}
	s, err := p.create("made.jsonl")
	if err != nil {
		return err
	}
	for i := range articles {
		a := &articles[i]
		for n, text := range a.Sentences[:min(looked, len(a.Sentences))] {
			if err := s.changes(words, a, n, text); err != nil {
				return err
			}
		}
	}
	return s.close()
}
