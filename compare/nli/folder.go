package nli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/compare/nli/subword"
)

// Files are the names under which networks are published, the first that is
// there being taken: whole ones first, then those of smaller numbers, whose
// scores differ a little. Each is looked for in the folder itself and in its
// folder "onnx".
var Files = []string{
	"model.onnx", "model_optimized.onnx", "model_O3.onnx", "model_O2.onnx", "model_O1.onnx",
	"model_quantized.onnx", "model_int8.onnx", "model_uint8.onnx",
	"model_qint8_avx512_vnni.onnx", "model_qint8_avx512.onnx", "model_quint8_avx2.onnx", "model_qint8_arm64.onnx",
	"model_fp16.onnx", "model_O4.onnx", "model_q4.onnx", "model_q4f16.onnx", "model_bnb4.onnx",
}

// folder says where the files of a model are.
type folder struct {
	dir, network, tokens, config string
	tokenConfig                  string // "" where there is none
}

// lookInto finds the files of a model. file is the network's, "" for the first
// of Files.
func lookInto(dir, file string) (f folder, err error) {
	if info, err := os.Stat(dir); err != nil {
		return folder{}, err
	} else if !info.IsDir() {
		return folder{}, errors.New("it is not a folder; hint: name the folder that holds the model's files")
	}
	f.dir = dir
	if f.network, err = network(dir, file); err != nil {
		return folder{}, err
	}
	if f.config = find(dir, "config.json"); f.config == "" {
		return folder{}, errors.New("there is no config.json; hint: it belongs to the model and names its labels")
	}
	if f.tokens = find(dir, "tokenizer.json"); f.tokens == "" {
		return folder{}, errors.New("there is no tokenizer.json; hint: an older model can be given one by loading its tokenizer with " +
			"transformers (AutoTokenizer, use_fast) and saving it again")
	}
	f.tokenConfig = find(dir, "tokenizer_config.json")
	return f, nil
}

// find is where a file is, "" for nowhere.
func find(dir, name string) string {
	for _, path := range [...]string{filepath.Join(dir, name), filepath.Join(dir, "onnx", name)} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
	}
	return ""
}

// network is where the network is.
func network(dir, file string) (string, error) {
	if file != "" {
		if !filepath.IsLocal(file) {
			return "", fmt.Errorf("%s leads out of the folder", file)
		}
		if path := find(dir, file); path != "" {
			return path, nil
		}
		return "", fmt.Errorf("there is no %s; %s", file, instead(dir))
	}
	for _, name := range Files {
		if path := find(dir, name); path != "" {
			return path, nil
		}
	}
	if all := networks(dir); len(all) == 1 {
		return filepath.Join(dir, all[0]), nil
	}
	return "", fmt.Errorf("there is no model.onnx; %s", instead(dir))
}

// networks are all ONNX files of a folder, relative to it.
func networks(dir string) (all []string) {
	for _, sub := range [...]string{".", "onnx"} {
		entries, _ := os.ReadDir(filepath.Join(dir, sub)) // what cannot be read has none
		for _, e := range entries {
			if e.Type()&fs.ModeType&^fs.ModeSymlink == 0 && filepath.Ext(e.Name()) == ".onnx" {
				all = append(all, filepath.Join(sub, e.Name()))
			}
		}
	}
	slices.Sort(all)
	return all
}

// instead is a hint at what there is.
func instead(dir string) string {
	if all := networks(dir); len(all) > 0 {
		return "hint: there are " + strings.Join(all, ", ")
	}
	return "hint: a model that is published for PyTorch only can be exported with \"optimum-cli export onnx\""
}

func readTokens(path string) (*subword.Tokenizer, error) {
	r, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return subword.Read(r)
}
