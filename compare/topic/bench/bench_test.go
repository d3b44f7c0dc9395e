package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Pearson, rising", pearson([]float64{1, 2, 3}, []float64{10, 20, 30}), 1},
		{"Pearson, falling", pearson([]float64{1, 2, 3}, []float64{3, 2, 1}), -1},
		{"Pearson, none", pearson([]float64{1, 2, 3, 4}, []float64{1, 2, 2, 1}), 0},
		{"AUC, apart", auc([]float64{3, 4}, []float64{1, 2}), 1},
		{"AUC, ties", auc([]float64{1, 1}, []float64{1, 1}), 0.5},
		{"AUC, one of four wrong", auc([]float64{2, 4}, []float64{1, 3}), 0.75},
		{"median, odd", median([]float64{9, 1, 5}), 5},
		{"median, even", median([]float64{4, 2}), 3},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

const twoPairs = `{"set": "headlines", "gold": 5, "a": "Flood shuts the bridge", "b": "Bridge shut by a flood"}
{"set": "headlines", "gold": 0, "a": "Flood shuts the bridge", "b": "Lambs born at Corran"}
{"set": "claims", "gold": 1, "a": "The bridge is shut.", "b": "The bridge has been shut since Monday.", "story": "flood"}
{"set": "claims", "gold": 0, "a": "The bridge is shut.", "b": "Eleven lambs were born."}
`

// TestBench goes the whole way but for the other libraries.
func TestBench(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pairs.jsonl")
	if err := os.WriteFile(path, []byte(twoPairs), 0o666); err != nil {
		t.Fatal(err)
	}
	var results, table strings.Builder
	if err := run([]string{"ours"}, strings.NewReader(twoPairs), &results); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"table", path}, strings.NewReader(results.String()+results.String()), &table); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(table.String()), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[2], "| crosscheck | topic.Similarity | 1.000 | 1.000 | ") {
		t.Errorf("got\n%s", table.String())
	}
	if err := run([]string{"table", path}, strings.NewReader(`{"tool": "x", "scores": [1]}`), &table); err == nil {
		t.Error("a result with too few scores is taken")
	}
	if err := run(nil, nil, nil); err == nil {
		t.Error("no argument is taken for a command")
	}
}

// TestPairs makes pairs of two small files.
func TestPairs(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"data/sts/headlines-2013.tsv": "4.5\tFlood\tFloods\n\tnot\tannotated\n",
		"data/sts/headlines-2014.tsv": "",
		"data/sts/headlines-2015.tsv": "0\tFlood\tLambs\n",
		"data/pairs/claimdiff-weaken.train.jsonl": `{"topic": "flood", "claim_a": "a", "claim_b": "b"}
{"topic": "lambs", "claim_a": "c", "claim_b": "d"}
`} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := run([]string{"pairs", dir}, nil, &out); err != nil {
		t.Fatal(err)
	}
	got, err := decodeAll[pair](strings.NewReader(out.String()))
	if err != nil {
		t.Fatal(err)
	}
	want := []pair{
		{headlines, 4.5, "Flood", "Floods", ""}, {headlines, 0, "Flood", "Lambs", ""},
		{sameStory, 1, "a", "b", "flood"}, {sameStory, 0, "a", "d", ""},
		{sameStory, 1, "c", "d", "lambs"}, {sameStory, 0, "c", "b", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := run([]string{"pairs", filepath.Join(dir, "none")}, nil, &out); err == nil {
		t.Error("no data, no error")
	}
}
