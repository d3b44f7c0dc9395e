//go:build onnx && cgo

package nli

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"crosscheck/compare"
	"crosscheck/compare/nli/subword"

	"github.com/google/go-cmp/cmp"
)

// families are the folders that make/make.py makes.
var families = []string{"bert", "minilm", "roberta", "deberta", "xlm"}

// folderOf is where a family's model is. The test is skipped where there are no
// models or no library, and fails where $CROSSCHECK_REQUIRE_ONNX says that
// there should be.
func folderOf(t testing.TB, family string) string {
	t.Helper()
	missing := t.Skipf
	if os.Getenv("CROSSCHECK_REQUIRE_ONNX") != "" {
		missing = t.Fatalf
	}
	models := os.Getenv("CROSSCHECK_NLI_MODELS")
	if models == "" {
		missing("SKIP-ONNX: set CROSSCHECK_NLI_MODELS to a folder that compare/nli/make/make.py filled")
	}
	if _, err := locate(""); err != nil {
		missing("SKIP-ONNX: %v", err)
	}
	return filepath.Join(models, family)
}

// opened is a family's model, closed when the test ends.
func opened(t testing.TB, family string, o Options) *Model {
	t.Helper()
	m, err := Open(folderOf(t, family), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

// known is a pair with torch's answer.
type known struct {
	A, B   string
	IDs    []int32
	Logits []float32
}

func references(t testing.TB, family string) (out []known) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folderOf(t, family), "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestTorch wants torch's numbers of each family, alone and in one batch with
// the padding that makes.
func TestTorch(t *testing.T) {
	for _, family := range families {
		t.Run(family, func(t *testing.T) {
			m, want := opened(t, family, Options{}), references(t, family)
			all := make([]subword.Joined, len(want))
			most := 0.
			for i, w := range want {
				a, err1 := m.tokens.Encode(w.A, 1<<20)
				b, err2 := m.tokens.Encode(w.B, 1<<20)
				if err1 != nil || err2 != nil {
					t.Fatal(err1, err2)
				}
				all[i] = m.tokens.Join(a, b, m.info.MaxTokens)
				if diff := cmp.Diff(w.IDs, all[i].IDs); diff != "" {
					t.Errorf("%q and %q (-torch +ours):\n%s", w.A, w.B, diff)
				}
				most = max(most, far(t, m, []int{i}, all, want))
			}
			var every []int
			for i := range want {
				every = append(every, i)
			}
			together := far(t, m, every, all, want)
			t.Logf("%s: differs by %.1e alone, %.1e in a batch", m.Name(), most, together)
			if max(most, together) > 1e-4 {
				t.Errorf("differs from torch by %.1e alone, %.1e in a batch", most, together)
			}
		})
	}
}

// far is how far the numbers of questions read at once are from torch's.
func far(t *testing.T, m *Model, questions []int, all []subword.Joined, want []known) (most float64) {
	t.Helper()
	got, err := m.engine.run(fill(questions, all, m.pad))
	if err != nil {
		t.Fatal(err)
	}
	for row, q := range questions {
		for i, x := range want[q].Logits {
			most = max(most, math.Abs(float64(x-got[3*row+i])))
		}
	}
	return most
}

// TestLabelled wants torch's numbers under the names that config.json gives
// them, put in place by hand here.
func TestLabelled(t *testing.T) {
	places := map[string][3]int{ // of entailment, neutral, contradiction
		"bert": {0, 1, 2}, "minilm": {1, 2, 0}, "roberta": {2, 1, 0}, "deberta": {0, 1, 2}, "xlm": {0, 1, 2},
	}
	for _, family := range families {
		m, want := opened(t, family, Options{}), references(t, family)
		got, err := m.Directed(context.Background(), pairsOf(want))
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range want {
			if strings.TrimSpace(w.A) == "" || strings.TrimSpace(w.B) == "" {
				continue
			}
			var e [3]float64
			for j, at := range places[family] {
				e[j] = math.Exp(float64(w.Logits[at]))
			}
			sum := e[0] + e[1] + e[2]
			right := compare.Scores{Entailment: e[0] / sum, Neutral: e[1] / sum, Contradiction: e[2] / sum}
			if d := apart(right, got[i]); d > 1e-5 {
				t.Errorf("%s: %.30q and %.30q are %+v, want %+v", family, w.A, w.B, got[i], right)
			}
		}
	}
}

// TestNeighbours wants each pair judged alike alone, beside others, and in any
// order of asking: to the last bit where the network rounds by its batch, to
// what the order of additions makes elsewhere.
func TestNeighbours(t *testing.T) {
	for _, c := range []struct {
		family string
		o      Options
		within float64
	}{
		{"bert", Options{}, 1e-6}, {"roberta", Options{}, 1e-6}, {"deberta", Options{}, 1e-6}, {"minilm", Options{}, 1e-6},
		{"minilm", Options{File: "model_quantized.onnx"}, 0},
	} {
		m := opened(t, c.family, c.o)
		pairs := pairsOf(references(t, c.family))
		together := scored(t, m, pairs)
		slices.Reverse(pairs)
		m.cache = NewCache(1)
		reversed := scored(t, m, pairs)
		for i, p := range pairs {
			m.cache = NewCache(1)
			alone := scored(t, m, []compare.Pair{p})[0]
			if d := max(apart(alone, reversed[i]), apart(alone, together[len(pairs)-1-i])); d > c.within {
				t.Errorf("%s: %.30q and %.30q differ by %.1e", m.Name(), p.A.Text, p.B.Text, d)
			}
		}
	}
}

// TestOrders wants both orders of a pair read and taken together, and nothing
// said of nothing.
func TestOrders(t *testing.T) {
	for _, family := range families {
		m := opened(t, family, Options{})
		forth := bare("The harbour was closed on Monday.", "Ferry fares will rise in spring.")
		got := scored(t, m, []compare.Pair{forth, {A: forth.B, B: forth.A}, bare("", "a"), bare(" ", "")})
		if got[2].Neutral != 1 || got[3].Neutral != 1 {
			t.Errorf("%s: of nothing, it says %+v and %+v", m.Name(), got[2], got[3])
		}
		one, err := m.Directed(context.Background(), []compare.Pair{forth, {A: forth.B, B: forth.A}})
		if err != nil {
			t.Fatal(err)
		}
		if got[0] != Combine(one[0], one[1]) || got[1] != Combine(one[1], one[0]) {
			t.Errorf("%s: %+v is not made of %+v", m.Name(), got, one)
		}
		if apart(one[0], one[1]) == 0 {
			t.Errorf("%s: the order does not matter: %+v", m.Name(), one)
		}
	}
}

// TestLong wants texts over the network's places read as far as they go.
func TestLong(t *testing.T) {
	for _, family := range families {
		m := opened(t, family, Options{})
		long := strings.Repeat("the bridge over the harbour was closed again, ", 200)
		got := scored(t, m, []compare.Pair{bare(long, long), bare(long, "It was open."), bare(long+"and more", "It was open."), bare(long[:80], "It was open.")})
		if got[1] != got[2] || apart(got[1], got[3]) == 0 {
			t.Errorf("%s: what is over the end counts: %+v", m.Name(), got)
		}
		short := opened(t, family, Options{MaxTokens: 16})
		if s := scored(t, short, []compare.Pair{bare(long, "It was open.")}); apart(s[0], got[1]) == 0 {
			t.Errorf("%s: 16 pieces say what %d do", m.Name(), m.info.MaxTokens)
		}
	}
}

// TestQuantisedFile wants a rounded network close to the whole one.
func TestQuantisedFile(t *testing.T) {
	whole, small := opened(t, "minilm", Options{}), opened(t, "minilm", Options{File: "model_quantized.onnx"})
	if whole.info.Quantised || !small.info.Quantised || whole.Name() == small.Name() {
		t.Fatalf("%+v and %+v", whole.info, small.info)
	}
	pairs := pairsOf(references(t, "minilm"))
	a, b := scored(t, whole, pairs), scored(t, small, pairs)
	for i := range pairs {
		if d := apart(a[i], b[i]); d > .15 {
			t.Errorf("%.30q and %.30q: rounding makes %.2f", pairs[i].A.Text, pairs[i].B.Text, d)
		}
	}
}

// TestInfo wants known what was loaded.
func TestInfo(t *testing.T) {
	m := opened(t, "roberta", Options{})
	got := m.Info()
	if diff := cmp.Diff([]string{"input_ids", "attention_mask"}, got.Inputs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"contradiction", "neutral", "entailment"}, m.Labels()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.Library == "" || got.Version == "" || got.Family != "roberta" || got.Tokenizer != "BPE" || got.MaxTokens != 64 {
		t.Errorf("%+v", got)
	}
}

// TestManyAtOnce opens and asks models from many places at once.
func TestManyAtOnce(t *testing.T) {
	folders := []string{folderOf(t, "bert"), folderOf(t, "roberta")}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			m, err := Open(folders[i%2], Options{Threads: 2})
			if err != nil {
				t.Error(err)
				return
			}
			defer m.Close()
			for range 3 {
				if _, err := m.Scores(context.Background(), some()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// TestBroken wants errors of what is no network, or not the one that its
// config.json describes.
func TestBroken(t *testing.T) {
	whole := folderOf(t, "bert")
	network, err := os.ReadFile(filepath.Join(whole, "model.onnx"))
	if err != nil {
		t.Fatal(err)
	}
	for what, file := range map[string]string{"no network": "a network", "half of one": string(network[:len(network)/2]), "nothing": " "} {
		if m, err := Open(folderWith(t, map[string]string{"model.onnx": file}), Options{}); err == nil {
			t.Errorf("%s: opened as %s", what, m.Name())
		}
	}
	// Pieces that the network has no row for: an error, and no other end.
	m, err := Open(folderWith(t, map[string]string{"model.onnx": string(network), "tokenizer.json": `{"model": {"vocab":
		{"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "a": 70000}}}`}), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if s, err := m.Scores(context.Background(), []compare.Pair{bare("a", "b")}); err == nil {
		t.Errorf("a piece beyond the network's: %v", s)
	}
}

// TestLocate wants the library where it was asked for and nowhere else, and
// told where it was looked for.
func TestLocate(t *testing.T) {
	folderOf(t, "") // skips where there is no library
	path, err := locate("")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	inner := filepath.Join(dir, "node_modules", packaged())
	if err := os.MkdirAll(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, filepath.Join(inner, names()[0])); err != nil {
		t.Fatal(err)
	}
	for _, asked := range []string{path, dir, inner, filepath.Join(dir, "node_modules")} {
		if got, err := locate(asked); err != nil || filepath.Base(got) != filepath.Base(path) && filepath.Base(got) != names()[0] {
			t.Errorf("asked for %s: %s, %v", asked, got, err)
		}
	}
	t.Setenv(environment, dir)
	if got, err := locate(""); err != nil || !strings.HasPrefix(got, dir) {
		t.Errorf("by the environment: %s, %v", got, err)
	}
	if _, err := locate(filepath.Join(dir, "gone")); err == nil || !strings.Contains(err.Error(), "hint:") {
		t.Errorf("asked for what is not there: %v", err)
	}
	t.Setenv(environment, "")
	t.Chdir(dir)
	if got, err := locate(""); err != nil || !strings.Contains(got, "onnxruntime") {
		t.Errorf("below the working folder: %s, %v", got, err)
	}
	t.Chdir(t.TempDir())
	if got, err := locate(""); err == nil {
		t.Skipf("this machine has the library at %s", got)
	} else if !strings.Contains(err.Error(), "/usr/lib") || !strings.Contains(err.Error(), environment) || !strings.Contains(err.Error(), "npm install") {
		t.Errorf("nowhere: %v", err)
	}
}

func pairsOf(refs []known) (out []compare.Pair) {
	for _, r := range refs {
		out = append(out, bare(r.A, r.B))
	}
	return out
}

func scored(t *testing.T, m *Model, pairs []compare.Pair) []compare.Scores {
	t.Helper()
	out, err := m.Scores(context.Background(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// apart is the greatest difference of two judgements.
func apart(a, b compare.Scores) float64 {
	return max(math.Abs(a.Entailment-b.Entailment), math.Abs(a.Neutral-b.Neutral), math.Abs(a.Contradiction-b.Contradiction))
}
