package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "labels.jsonl")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestReadLabels wants labels by their places in either order, and the line of
// one that cannot be read.
func TestReadLabels(t *testing.T) {
	const good = `{"a":{"article":"x","at":[[0,5]]},"b":{"article":"w","at":[[7,9],[12,20]]},"label":3}` + "\n"
	got, err := readLabels(written(t, good))
	if err != nil {
		t.Fatal(err)
	}
	a, b := place{"x", [][2]int{{0, 5}}}, place{"w", [][2]int{{7, 9}, {12, 20}}}
	if diff := cmp.Diff(label{a, b, 3}, got[pairKey(b, a)]); diff != "" || len(got) != 1 {
		t.Errorf("%d labels (-want +got):\n%s", len(got), diff)
	}
	path := written(t, good+"{oh\n")
	if _, err := readLabels(path); err == nil || !strings.HasPrefix(err.Error(), path+":2: ") {
		t.Errorf("a broken line: %v", err)
	}
}

// TestLabels wants the labels of the folder to be such as the README says.
func TestLabels(t *testing.T) {
	all, err := readLabels("labels.jsonl")
	if err != nil || len(all) != 7790 {
		t.Fatalf("%d labels: %v", len(all), err)
	}
	for key, l := range all {
		if l.Label < 0 || l.Label > 3 || len(l.A.At) == 0 || len(l.B.At) == 0 {
			t.Errorf("%s is labelled %d", key, l.Label)
		}
	}
}

func TestRanked(t *testing.T) {
	cases := []weighed{{label: 0}, {label: 3}, {label: 1}, {label: 2}}
	score := []float64{.1, .95, .7, .45}
	var b strings.Builder
	ranked(&b, "made up", cases, score)
	// Right at the first and the third place: (1/1 + 2/3) / 2.
	if got, want := b.String(), "made up  average precision 0.833,"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	b.Reset()
	bands(&b, cases, score)
	for _, want := range []string{"0.4-0.5    1 pairs  1.00", "0.7-0.8    1 pairs  0.00", "0.9-1.0    1 pairs  1.00"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestTemperature wants scores that are too sure to be drawn in, and others not.
func TestTemperature(t *testing.T) {
	half := []weighed{{label: 3}, {label: 0}}
	if got := temperature(half, []float64{4, 4}); got > .31 {
		t.Errorf("sure and half of them wrong: %v", got)
	}
	if got := temperature(half, []float64{.5, -.5}); got < 1.4 {
		t.Errorf("unsure and all of them right: %v", got)
	}
}
