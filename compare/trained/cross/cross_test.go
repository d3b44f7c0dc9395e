package cross

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"sync"
	"testing"
)

// toyFile is a small network that nobody has trained.
var toyFile = sync.OnceValues(func() ([]byte, error) {
	f, err := os.Open("testdata/toy.bin.gz")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	packed, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(packed)
})

func toy(t testing.TB) *Model {
	t.Helper()
	data, err := toyFile()
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// agreement is a pair with what torch says of it (training/export.py).
type agreement struct {
	A, B   string
	Logits [labels]float64
}

func agreements(t testing.TB, file string) (out []agreement) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		var a agreement
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	if len(out) < 10 {
		t.Fatalf("%s: %d pairs", file, len(out))
	}
	return out
}

// TestAgreesWithTorch wants what the training program says, to a thousandth: of
// the toy, and of the real network where there is one.
func TestAgreesWithTorch(t *testing.T) {
	agrees(t, toy(t), agreements(t, "testdata/toy.jsonl"))
	m, err := Default()
	if errors.Is(err, ErrNone) {
		t.Skip("the toy agrees; the real network is not in this build")
	}
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, m, agreements(t, "testdata/agree.jsonl"))
}

func agrees(t *testing.T, m *Model, all []agreement) {
	t.Helper()
	s := m.newScratch().(*scratch)
	worst, sum := 0.0, 0.0
	for _, want := range all {
		got := m.logits(s, m.Encode(want.A), m.Encode(want.B))
		for i, v := range got {
			off := math.Abs(float64(v) - want.Logits[i])
			worst = max(worst, off)
			sum += off * off
			if !(off <= 1e-3) {
				t.Errorf("%q, %q: %.4f, torch says %.4f", want.A, want.B, got, want.Logits)
				break
			}
		}
	}
	t.Logf("%d pairs, %.1e off, at most %.1e", len(all), math.Sqrt(sum/float64(labels*len(all))), worst)
}
