package nli

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"crosscheck/compare"
)

// fake stands for a network: what it says depends on the pieces of a row and
// their order, and it counts what it reads.
type fake struct {
	mu     sync.Mutex
	rows   int
	most   int // rows of the largest batch
	width  int // of the widest
	pad    int64
	fails  error
	closed int
}

func (f *fake) run(b *batch) ([]float32, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fails != nil {
		return nil, f.fails
	}
	f.rows, f.most, f.width = f.rows+len(b.questions), max(f.most, len(b.questions)), max(f.width, b.width)
	out := make([]float32, 0, 3*len(b.questions))
	for row := range b.questions {
		var x, y, z int64
		for i := row * b.width; i < (row+1)*b.width; i++ {
			if b.mask[i] == 0 {
				if b.ids[i] != f.pad || b.types[i] != 0 {
					return nil, errors.New("what is masked is no padding")
				}
				continue
			}
			x, y, z = (x+b.ids[i])%7, (y*31+b.ids[i])%5, (z+b.types[i]*b.ids[i])%11
		}
		out = append(out, float32(x), float32(y), float32(z)/2)
	}
	return out, nil
}

func (f *fake) close() error {
	f.closed++
	return nil
}

// files are what a model's folder holds, apart from the network.
var files = map[string]string{
	"config.json":           `{"model_type": "bert", "id2label": {"0": "ENTAILMENT", "1": "neutral", "2": "Contradiction"}, "max_position_embeddings": 24, "pad_token_id": 1}`,
	"tokenizer_config.json": `{"model_max_length": 1000000000000000019884624838656, "pad_token": {"content": "[PAD]"}}`,
	"model.onnx":            "a network",
}

// folderWith makes a model's folder, with changes to files; "" takes one away.
func folderWith(t testing.TB, changes map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "toy")
	tokens, err := os.ReadFile("subword/testdata/wordpiece-uncased.json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{"tokenizer.json": string(tokens)}
	for _, m := range []map[string]string{files, changes} {
		for name, text := range m {
			all[name] = text
		}
	}
	for name, text := range all {
		if text == "" {
			continue
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// faked is a model with a fake network.
func faked(t testing.TB, o Options) (*Model, *fake) {
	t.Helper()
	m, err := read(folderWith(t, nil), o)
	if err != nil {
		t.Fatal(err)
	}
	f := &fake{pad: 1}
	m.engine = f
	return m, f
}

func bare(a, b string) compare.Pair {
	return compare.Pair{A: compare.Statement{Text: a}, B: compare.Statement{Text: b}}
}

// fakeHash is a hash that does not matter.
type fakeHash struct{}

func (fakeHash) Write(p []byte) (int, error) { return len(p), nil }
func (fakeHash) Sum(b []byte) []byte         { return b }
func (fakeHash) Reset()                      {}
func (fakeHash) Size() int                   { return 0 }
func (fakeHash) BlockSize() int              { return 1 }
