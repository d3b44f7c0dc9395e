package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"

	"crosscheck/compare"
	"crosscheck/compare/trained"
)

// set is a labelled set.
type set struct {
	name string
	// weight is how much each of its rows counts in learning; 0 is never
	// learned from, only measured. Small sets of news and of exact cases count more.
	weight float32
	// caption sets take another event for a contradiction: where little of the
	// hypothesis is in the premise, their contradictions are left out.
	caption bool
}

// sets are all labelled sets, in the order of the table. Which may be learned
// from is for their licences to say.
var sets = []set{
	{"mnli.dev-a", 1.5, false},
	{"rte3.dev", 2, false},
	{"cb.train", 1, false},
	{"fever-symmetric.dev", 2, false},
	{"breaking.a", .5, false},
	{"negation.snli", 1, true},
	{"conj.dev", 1, false},
	{"conj.train-auto", .1, false},
	{"snli.dev", .2, true},
	{"cad.train", .2, true},
	{"cad.dev", .2, true},
	{"mpe.train", .05, true},
	{"joci.train", .05, true},
	{"wikifactcheck.refuted", 0, false}, // none is anything but a contradiction: it teaches that whatever is like is opposed
	{"sick.trial", 0, false},
	{"climate-fever.a", 0, false},
	{"healthver.dev", 0, false},
	{"anli.r1.dev", 0, false},
}

// lightest is the least weight of a row: of a set whose rows count less, fewer
// rows are taken.
const lightest = .5

// row is a pair of texts with its label.
type row struct {
	premise, hypothesis string
	set                 string
	label               uint8
	weight              float32 // 0 is never learned from
	fold                int     // -1: learned from in every fold

	passes bool // the gate lets it be aligned
	scored bool // by a forest that has not seen its premise
	odds   [3]float32
}

// readSets reads all labelled sets.
func readSets(dir string, folds int) ([]row, error) {
	var out []row
	for _, s := range sets {
		rows, err := s.read(dir, folds)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

func (s set) read(dir string, folds int) ([]row, error) {
	path := filepath.Join(dir, "data", "nli", s.name+".jsonl")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []row
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		var in struct{ Premise, Hypothesis, Label string }
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		k := slices.Index(trained.Classes[:], compare.Label(in.Label))
		if k < 0 {
			return nil, fmt.Errorf("%s:%d: there is no label %q", path, n, in.Label)
		}
		one := uint64(1) // of how many rows one is learned from
		for s.weight > 0 && s.weight*float32(one) < lightest {
			one++
		}
		weight := s.weight * float32(one)
		if hash(in.Hypothesis)%one != 0 {
			continue
		}
		out = append(out, row{
			premise: in.Premise, hypothesis: in.Hypothesis, set: s.name, label: uint8(k), weight: weight,
			fold: int(hash(in.Premise) % uint64(max(folds, 1))),
		})
	}
	return out, lines.Err()
}

// hash stands for a text: it draws lots that are the same in every run.
func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	// The last bytes of a short text reach the high bits only by a further step.
	return h.Sum64() * 0x9E3779B97F4A7C15 >> 16
}
