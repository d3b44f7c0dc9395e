package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
)

// proposed are the pairs of a window that the pipeline proposes, kept in a
// folder where one is named: proposing takes minutes.
func (s settings) proposed(ctx context.Context, w window) ([][2]string, error) {
	path := filepath.Join(s.cache, w.name+".json")
	var pairs [][2]string
	if data, err := os.ReadFile(path); s.cache != "" && err == nil {
		err := json.Unmarshal(data, &pairs)
		return pairs, err
	}
	lines, err := w.papers(s.data)
	if err != nil {
		return nil, err
	}
	pairs, err = candidates(ctx, lines, w.one)
	if err != nil || s.cache == "" {
		return pairs, err
	}
	data, err := json.Marshal(pairs)
	if err != nil {
		return nil, err
	}
	return pairs, os.WriteFile(path, data, 0o644)
}
