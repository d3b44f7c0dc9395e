package nli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestInspect wants a folder read by any build.
func TestInspect(t *testing.T) {
	dir := folderWith(t, nil)
	got, err := Inspect(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	const sum = "2f782bec" // sha256sum of the file
	want := Info{Name: "nli/toy@" + got.Checksum[:8], Dir: dir, File: filepath.Join(dir, "model.onnx"), Bytes: 9, Checksum: got.Checksum, Family: "bert",
		Labels: []string{"entailment", "neutral", "contradiction"}, Tokenizer: "WordPiece", Vocabulary: 700, MaxTokens: 24, TypeIDs: true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(got.Checksum, sum) || len(got.Checksum) != 64 {
		t.Errorf("checksum %s, want %s...", got.Checksum, sum)
	}
}

// TestWhichFile wants the first of Files, or the one that is asked for.
func TestWhichFile(t *testing.T) {
	for _, c := range []struct {
		files map[string]string
		asked string
		want  string // "" for a refusal
	}{
		{nil, "", "model.onnx"},
		{map[string]string{"onnx/model.onnx": "x"}, "", "model.onnx"},
		{map[string]string{"model.onnx": "", "onnx/model.onnx": "x", "onnx/model_quantized.onnx": "y"}, "", "onnx/model.onnx"},
		{map[string]string{"model.onnx": "", "onnx/model_int8.onnx": "x", "onnx/model_quantized.onnx": "y"}, "", "onnx/model_quantized.onnx"},
		{map[string]string{"onnx/model_int8.onnx": "x"}, "model_int8.onnx", "onnx/model_int8.onnx"},
		{map[string]string{"onnx/model_int8.onnx": "x"}, "onnx/model_int8.onnx", "onnx/model_int8.onnx"},
		{map[string]string{"model.onnx": "", "other.onnx": "x"}, "", "other.onnx"},
		{map[string]string{"model.onnx": "", "other.onnx": "x", "another.onnx": "y"}, "", ""},
		{nil, "missing.onnx", ""},
		{nil, "../toy/model.onnx", ""},
		{nil, "/etc/passwd", ""},
	} {
		dir := folderWith(t, c.files)
		f, err := lookInto(dir, c.asked)
		if got, _ := filepath.Rel(dir, f.network); err == nil && got != filepath.FromSlash(c.want) || (err == nil) != (c.want != "") {
			t.Errorf("%q of %v is %q, %v; want %q", c.asked, c.files, f.network, err, c.want)
		}
	}
}

// TestRefused wants a folder that will not do refused, and what to do said.
func TestRefused(t *testing.T) {
	label := func(labels string) map[string]string {
		return map[string]string{"config.json": `{"id2label": ` + labels + `}`}
	}
	for _, c := range []struct {
		changes map[string]string
		want    string
	}{
		{map[string]string{"model.onnx": ""}, "hint: a model that is published for PyTorch"},
		{map[string]string{"model.onnx": "", "a.onnx": "x", "b.onnx": "x"}, "hint: there are a.onnx, b.onnx"},
		{map[string]string{"tokenizer.json": ""}, "hint: an older model"},
		{map[string]string{"config.json": ""}, "hint: it belongs to the model"},
		{map[string]string{"config.json": "{"}, "config.json"},
		{map[string]string{"tokenizer_config.json": "["}, "tokenizer_config.json"},
		{map[string]string{"tokenizer.json": "{}"}, "hint: is it a tokenizer.json?"},
		{map[string]string{"tokenizer_config.json": `{"model_max_length": 4}`}, "too few"},
		{label(`{}`), "id2label"},
		{label(`null`), "id2label"},
		{label(`{"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}`), "the model's card"},
		{label(`{"0": "entailment", "1": "not_entailment"}`), "three labels"},
		{label(`{"0": "contradiction", "1": "entailment"}`), "three labels"},
		{label(`{"0": "entailment", "1": "neutral", "2": "entailment"}`), "id2label"},
		{label(`{"0": "positive", "1": "neutral", "2": "negative"}`), "positive"},
		{label(`{"1": "entailment", "2": "neutral", "3": "contradiction"}`), "numbered"},
		{label(`{"a": "entailment", "b": "neutral", "c": "contradiction"}`), "numbered"},
		{label(`{"0": "entailment", "1": "neutral", "2": "contradiction", "3": "contrary"}`), "id2label"},
	} {
		if _, err := Inspect(folderWith(t, c.changes), Options{}); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "hint:") && strings.Contains(c.want, "hint:") {
			t.Errorf("%v: %v, want something of %q", c.changes, err, c.want)
		}
	}
	if _, err := Inspect(filepath.Join(t.TempDir(), "gone"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	if _, err := Inspect(filepath.Join(folderWith(t, nil), "model.onnx"), Options{}); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("a file: %v", err)
	}
}

// TestLabels wants the names that published models give their labels, in any
// order and case.
func TestLabels(t *testing.T) {
	for _, c := range []struct {
		named map[string]string
		want  labels
	}{
		{map[string]string{"0": "contradiction", "1": "entailment", "2": "neutral"}, labels{entailment: 1, neutral: 2}},
		{map[string]string{"2": "Entailment", "1": "NEUTRAL", "0": "CONTRADICTION"}, labels{entailment: 2, neutral: 1}},
		{map[string]string{"0": "entail", "1": "neutral ", "2": "contradict"}, labels{neutral: 1, contradiction: 2}},
	} {
		got, err := readLabels(c.named)
		if err != nil || got.entailment != c.want.entailment || got.neutral != c.want.neutral || got.contradiction != c.want.contradiction {
			t.Errorf("%v is %+v, %v", c.named, got, err)
		}
	}
}

// TestLimit wants no more pieces read than the network has places for.
func TestLimit(t *testing.T) {
	two := int32(2)
	for _, c := range []struct {
		config config
		asked  int
		want   int
	}{
		{config{}, 0, DefaultTokens},
		{config{Positions: 8192}, 0, DefaultTokens},
		{config{Positions: 8192}, 1000, 1000},
		{config{Positions: 512, longest: 1e30}, 1000, 512},
		{config{Positions: 512, longest: 128}, 0, 128},
		{config{Positions: 514, Family: "roberta"}, 0, 512},
		{config{Positions: 514, Family: "xlm-roberta", Pad: &two}, 0, 511},
		{config{}, 100, 100},
		{config{}, 4, 0},
	} {
		if got, err := c.config.limit(c.asked, 3); got != c.want || (err == nil) != (c.want > 0) {
			t.Errorf("%+v, asked for %d: %d, %v; want %d", c.config, c.asked, got, err, c.want)
		}
	}
}

// TestQuantised wants the rounding found wherever a block of the file ends.
func TestQuantised(t *testing.T) {
	const text = "xxxxDynamicQuantizeLinearyyy"
	for n := range len(text) {
		w := &watch{hash: fakeHash{}}
		for _, part := range []string{text[:n], text[n:]} {
			if _, err := w.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		if !w.seen || w.size != int64(len(text)) {
			t.Errorf("cut at %d: seen %t, %d bytes", n, w.seen, w.size)
		}
	}
	for text, want := range map[string]bool{"a DynamicQuantizeLinear b": true, "plain": false, strings.Repeat("Dynamic Quantize ", 10000): false,
		strings.Repeat("-", 32*1024-5) + "DynamicQuantizeLinear": true} {
		info, err := Inspect(folderWith(t, map[string]string{"model.onnx": text}), Options{})
		if err != nil || info.Quantised != want {
			t.Errorf("%.30q: quantised %t, %v", text, info.Quantised, err)
		}
	}
}

// TestIdentity wants another name and other keys of what judges otherwise.
func TestIdentity(t *testing.T) {
	base, err := read(folderWith(t, nil), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		changes map[string]string
		o       Options
		renamed bool
	}{
		"the same again":   {nil, Options{}, false},
		"another network":  {map[string]string{"model.onnx": "another"}, Options{}, true},
		"weights beside":   {map[string]string{"model.onnx_data": "weights"}, Options{}, true},
		"other labels":     {map[string]string{"config.json": strings.Replace(strings.Replace(files["config.json"], "ENTAIL", "CONTRA", 1), "Contra", "Entail", 1)}, Options{}, false},
		"fewer pieces":     {nil, Options{MaxTokens: 12}, false},
		"other tokenizing": {map[string]string{"tokenizer.json": `{"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}}}`}, Options{}, false},
	} {
		m, err := read(folderWith(t, c.changes), c.o)
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if (m.Name() != base.Name()) != c.renamed || (m.key == base.key) != (what == "the same again") {
			t.Errorf("%s: %s and %s, keys equal %t", what, base.Name(), m.Name(), m.key == base.key)
		}
	}
}
