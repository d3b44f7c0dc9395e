// Package nli judges by a cross-encoder that others have trained and published
// as an ONNX file: a network that reads two sentences at once and says whether
// the second follows from the first, contradicts it, or neither.
//
//  1. [Open] finds in a folder, as the model hubs publish them, the network, its
//     tokenizer and the names of its labels (folder.go, config.go, labels.go);
//  2. the texts of all pairs are cut, each once (package subword, encode.go);
//  3. both orders of each pair are put together, sorted by length and read in
//     batches, by onnxruntime (plan.go, onnx.go), what the cache has being left
//     out (cache.go);
//  4. the two orders become one judgement (combine.go);
//  5. [Judge] makes verdicts of that.
//
// onnxruntime needs cgo and a shared library, so it is there only in a build
// with the tag "onnx"; in any other, Open says how to get it. The package
// trains nothing, downloads nothing, and cannot say which words decide.
package nli

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"crosscheck/compare/nli/subword"
)

// ErrNotBuilt is what [Open] returns where the program cannot run ONNX files.
var ErrNotBuilt = errors.New("this crosscheck cannot run ONNX models; hint: build it with CGO_ENABLED=1 and \"-tags onnx\", " +
	"and get libonnxruntime by \"npm install --ignore-scripts onnxruntime-node@1.27.0\" " +
	"(for Linux on x64: node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1)")

// Options say how a model is run. The zero value will do.
type Options struct {
	// Library is onnxruntime's shared library, or the folder that it is in. ""
	// stands for $CROSSCHECK_ONNXRUNTIME, or else the usual places. The first
	// library that a process loads serves all its models.
	Library string
	// Threads is how many batches are read at once, each on one core; 0 stands
	// for as many as there are cores.
	Threads int
	// File is the ONNX file, relative to the model's folder; "" stands for the
	// first of [Files] that is there.
	File string
	// MaxTokens is how many pieces of a pair are read at most; 0 stands for what
	// the model allows, at most [DefaultTokens].
	MaxTokens int
	// Cache keeps judgements; nil stands for one of [NewCache]'s.
	Cache Cache
}

// Model is a cross-encoder, ready to read. It is safe for concurrent use.
type Model struct {
	info   Info
	tokens *subword.Tokenizer
	labels labels
	pad    int32
	key    [32]byte // of the network, its tokenizer and what else counts
	cache  Cache
	slots  chan struct{} // one for each batch that may be read at once

	mu     sync.RWMutex // held for reading while the engine runs
	engine engine       // nil once closed
}

// engine runs a network.
type engine interface {
	// run returns the network's last numbers, a row of labels for each of the
	// batch's rows.
	run(b *batch) ([]float32, error)
	close() error
}

// Open reads a model's folder and loads its network. A folder that cannot be
// read, or a model whose labels cannot be understood, is refused with a hint.
func Open(dir string, o Options) (*Model, error) {
	m, err := read(dir, o)
	if err != nil {
		return nil, fmt.Errorf("opening the model %s: %w", dir, err)
	}
	var about about
	if m.engine, about, err = start(m.info.File, len(m.labels.names), m.info.TypeIDs, o); err != nil {
		return nil, fmt.Errorf("opening the model %s: %w", dir, err)
	}
	m.info.Library, m.info.Version, m.info.Inputs = about.library, about.version, about.inputs
	return m, nil
}

// about is what an engine tells of itself.
type about struct {
	library, version string
	inputs           []string
}

// read reads everything but the network.
func read(dir string, o Options) (*Model, error) {
	f, err := lookInto(dir, o.File)
	if err != nil {
		return nil, err
	}
	c, err := readConfig(f)
	if err != nil {
		return nil, err
	}
	m := &Model{cache: o.Cache}
	if m.labels, err = readLabels(c.Labels); err != nil {
		return nil, err
	}
	if m.tokens, err = readTokens(f.tokens); err != nil {
		return nil, err
	}
	m.pad = c.padding(m.tokens)
	m.info = Info{Dir: dir, File: f.network, Family: c.Family, Tokenizer: m.tokens.Kind(), Vocabulary: m.tokens.Size(),
		Labels: m.labels.names, TypeIDs: c.Types != 1}
	if m.info.MaxTokens, err = c.limit(o.MaxTokens, m.tokens.Extra()); err != nil {
		return nil, err
	}
	if err := m.identify(f); err != nil {
		return nil, err
	}
	if m.cache == nil {
		m.cache = NewCache(DefaultKept)
	}
	threads := o.Threads
	if threads <= 0 {
		threads = runtime.GOMAXPROCS(0)
	}
	m.slots = make(chan struct{}, threads)
	return m, nil
}

// Close gives the network's memory back. It waits for what is being read.
func (m *Model) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.engine == nil {
		return nil
	}
	e := m.engine
	m.engine = nil
	return e.close()
}

// Name is the model's name and version: its folder, and the beginning of its
// file's checksum.
func (m *Model) Name() string { return m.info.Name }

// Labels are the model's labels in the order of its numbers, in our words.
func (m *Model) Labels() []string { return append([]string(nil), m.labels.names...) }

// Info is what is known of the model.
func (m *Model) Info() Info { return m.info }
