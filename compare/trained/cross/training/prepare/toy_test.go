package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"crosscheck/compare/trained/cross"
)

// TestToyTraining goes the whole way from data to weights at toy size, with our
// own newsroom for the news, and wants the network in Go to say what torch says.
func TestToyTraining(t *testing.T) {
	python := torch(t)
	data, work := toyData(t), t.TempDir()
	read := filepath.Join(data, "read.jsonl")
	write(t, read, lines(20, func(i int) any {
		return map[string]any{"a": "The bridge is open.", "b": fmt.Sprintf("The bridge was closed at %d.", i%12), "fold": i % 10, "right": i%3 == 0}
	}))
	if err := run(data, work, read); err != nil {
		t.Fatal(err)
	}
	python("vectors.py", work)
	pre, tuned, adapted := filepath.Join(work, "pre"), filepath.Join(work, "tuned"), filepath.Join(work, "adapted")
	python("pretrain.py", work, "--out", pre, "--layers", "1", "--batch", "2", "--steps", "4", "--keep", "2")
	if said := python("pretrain.py", work, "--out", pre, "--layers", "1", "--batch", "2", "--steps", "6", "--keep", "2"); !strings.Contains(said, "from step 4 of 6") {
		t.Errorf("reading the news is not gone on with: %s", said)
	}
	python("finetune.py", work, "--start", pre+".pt", "--out", tuned, "--epochs", "1")
	python("adapt.py", work, "--start", tuned+".pt", "--out", adapted, "--epochs", "1")
	weights, agree := filepath.Join(work, "weights.bin"), filepath.Join(work, "agree.jsonl")
	python("export.py", adapted+".pt", weights, agree)
	if n := len(bytes.Split(bytes.TrimSpace(contents(t, adapted+".jsonl")), []byte("\n"))); n != 20 {
		t.Errorf("%d pairs were judged unseen, want 20", n)
	}
	agrees(t, weights, agree)
}

// agrees wants the network in Go to be within a thousandth of torch.
func agrees(t *testing.T, weights, agree string) {
	t.Helper()
	m, err := cross.Read(bytes.NewReader(contents(t, weights)))
	if err != nil {
		t.Fatal(err)
	}
	rows := json.NewDecoder(bytes.NewReader(contents(t, agree)))
	for rows.More() {
		var r struct {
			A, B   string
			Logits [3]float64
		}
		if err := rows.Decode(&r); err != nil {
			t.Fatal(err)
		}
		sum := math.Exp(r.Logits[0]) + math.Exp(r.Logits[1]) + math.Exp(r.Logits[2])
		got := m.Scores(m.Encode(r.A), m.Encode(r.B))
		if off := math.Abs(got.Entailment-math.Exp(r.Logits[0])/sum) + math.Abs(got.Contradiction-math.Exp(r.Logits[2])/sum); off > 1e-3 {
			t.Errorf("%q and %q: %+v, torch says %v", r.A, r.B, got, r.Logits)
		}
	}
}

// torch runs a program of the folder above with the Python that has torch.
func torch(t *testing.T) func(program string, args ...string) string {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import torch, numpy").Run() != nil {
			continue
		}
		return func(program string, args ...string) string {
			t.Helper()
			c := exec.CommandContext(t.Context(), python, append([]string{"-W", "ignore", filepath.Join("..", program)}, args...)...)
			c.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
			said, err := c.CombinedOutput()
			if err != nil {
				t.Fatalf("%s: %v\n%s", program, err, said)
			}
			return string(said)
		}
	}
	if os.Getenv("CROSSCHECK_REQUIRE_TORCH") != "" {
		t.Fatal("no python3 here has torch and numpy")
	}
	t.Skip("no python3 here has torch and numpy: Debian's python3-torch and libopenblas0-pthread are what it takes")
	return nil
}

// toyData is a folder like that of the data sets, with little in it, all ours.
func toyData(t *testing.T) string {
	data := t.TempDir()
	pairs := [][3]string{
		{"The council approved the budget.", "The council rejected the budget.", "contradiction"},
		{"Two ferries sank off Ossick in the storm.", "A ferry sank.", "entailment"},
		{"The mayor opened the library.", "The mayor was born in Ossick.", "neutral"},
	}
	for _, set := range sets {
		write(t, filepath.Join(data, "nli", set+".jsonl"), lines(30, func(i int) any {
			p := pairs[i%len(pairs)]
			return map[string]string{"id": fmt.Sprint(set, i), "premise": fmt.Sprintf("%d: %s", i, p[0]), "hypothesis": p[1], "label": p[2]}
		}))
	}
	write(t, filepath.Join(data, "lexicon", "counterfitting", "wordnet_antonyms.txt"), []byte("approved rejected\nopened closed\n"))
	write(t, filepath.Join(data, "lexicon", "counterfitting", "ppdb_synonyms.txt"), []byte("begun started\n"))
	paths, err := filepath.Glob("../../../../../testdata/articles/*/*.[tm]*")
	if err != nil || len(paths) < 5 {
		t.Fatalf("our own newsroom: %d articles, %v", len(paths), err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(lines(4*len(paths), func(i int) any {
		body := string(contents(t, paths[i%len(paths)]))
		return map[string]string{"id": fmt.Sprint(i), "date": fmt.Sprintf("2031-05-%02d", 1+i%3), "topic": "storm", "body": fmt.Sprintf("%s\nThe storm of day %d is over.", body, i)}
	}))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(data, "corpus", "allsides.jsonl.gz"), packed.Bytes())
	return data
}

// lines are n values as JSON Lines.
func lines(n int, value func(i int) any) []byte {
	var out []byte
	for i := range n {
		line, _ := json.Marshal(value(i)) // maps of strings, numbers and truths
		out = append(append(out, line...), '\n')
	}
	return out
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
