//go:build onnx && cgo

package nli

import (
	"errors"
	"fmt"
	"slices"

	ort "github.com/yalue/onnxruntime_go"
)

// session is a network in onnxruntime. It runs on the caller's thread alone, so
// that several batches can be read side by side, and none is waited for by
// spinning.
type session struct {
	inner  *ort.DynamicAdvancedSession
	feeds  []feed
	labels int
}

// feed fills an input of the network from a batch.
type feed struct {
	name string
	data func(*batch) []int64
	kind ort.TensorElementDataType
}

// start loads a network and looks at what it wants and gives.
func start(path string, labels int, types bool, o Options) (engine, about, error) {
	library, err := load(o.Library)
	if err != nil {
		return nil, about{}, err
	}
	n := &session{labels: labels}
	outcome, err := n.look(path, types)
	if err != nil {
		return nil, about{}, err
	}
	options, err := single(ort.GraphOptimizationLevelEnableAll)
	if err != nil {
		return nil, about{}, err
	}
	defer options.Destroy()
	a := about{library: library, version: ort.GetVersion()}
	for _, f := range n.feeds {
		a.inputs = append(a.inputs, f.name)
	}
	n.inner, err = ort.NewDynamicAdvancedSession(path, a.inputs, []string{outcome}, options)
	if err != nil {
		return nil, about{}, fmt.Errorf("loading the network: %w", err)
	}
	return n, a, nil
}

// single are the options of a session that runs on the caller's thread.
func single(level ort.GraphOptimizationLevel) (*ort.SessionOptions, error) {
	options, err := ort.NewSessionOptions()
	if err != nil {
		return nil, fmt.Errorf("setting up onnxruntime: %w", err)
	}
	err = errors.Join(options.SetIntraOpNumThreads(1), options.SetInterOpNumThreads(1), options.SetGraphOptimizationLevel(level))
	if err != nil {
		options.Destroy()
		return nil, fmt.Errorf("setting up onnxruntime: %w", err)
	}
	return options, nil
}

// look finds out which inputs the network has, and which output has a number
// for each label.
func (n *session) look(path string, types bool) (outcome string, err error) {
	options, err := single(ort.GraphOptimizationLevelDisableAll) // looked at only
	if err != nil {
		return "", err
	}
	defer options.Destroy()
	inputs, outputs, err := ort.GetInputOutputInfoWithOptions(path, options)
	if err != nil {
		return "", fmt.Errorf("loading the network: %w", err)
	}
	for _, in := range inputs {
		f, err := feeding(in, types)
		if err != nil {
			return "", err
		}
		n.feeds = append(n.feeds, f)
	}
	if !slices.ContainsFunc(n.feeds, func(f feed) bool { return f.name == "input_ids" }) {
		return "", errors.New("the network has no input \"input_ids\"; hint: is it a text classifier?")
	}
	return outcomeOf(outputs, n.labels)
}

// feeding says what an input is fed with.
func feeding(in ort.InputOutputInfo, types bool) (feed, error) {
	f := feed{name: in.Name, kind: in.DataType}
	if f.kind != ort.TensorElementDataTypeInt64 && f.kind != ort.TensorElementDataTypeInt32 {
		return feed{}, fmt.Errorf("the network's input %q is of %s; hint: only whole numbers can be given", in.Name, in.DataType)
	}
	switch in.Name {
	case "input_ids":
		f.data = func(b *batch) []int64 { return b.ids }
	case "attention_mask":
		f.data = func(b *batch) []int64 { return b.mask }
	case "token_type_ids":
		f.data = func(b *batch) []int64 { return b.types }
		if !types {
			f.data = func(b *batch) []int64 { return make([]int64, len(b.ids)) }
		}
	default:
		return feed{}, fmt.Errorf("the network wants %q, which nobody knows here; hint: it should be exported for text classification", in.Name)
	}
	return f, nil
}

// outcomeOf is the output with a number for each label.
func outcomeOf(outputs []ort.InputOutputInfo, labels int) (string, error) {
	for _, out := range outputs {
		last := len(out.Dimensions) - 1
		if last != 1 || out.Dimensions[last] > 0 && out.Dimensions[last] != int64(labels) {
			continue
		}
		if out.DataType != ort.TensorElementDataTypeFloat {
			return "", fmt.Errorf("the network gives %s; hint: take a file that gives float32, such as model.onnx or a quantised one", out.DataType)
		}
		return out.Name, nil
	}
	return "", fmt.Errorf("the network gives no %d numbers for a pair; hint: its config.json names as many labels, and it should be exported for text classification", labels)
}

// run reads a batch.
func (n *session) run(b *batch) ([]float32, error) {
	shape := ort.NewShape(int64(len(b.questions)), int64(b.width))
	inputs := make([]ort.Value, 0, len(n.feeds))
	defer func() {
		for _, in := range inputs {
			in.Destroy()
		}
	}()
	for _, f := range n.feeds {
		in, err := f.tensor(shape, b)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, in)
	}
	logits := make([]float32, len(b.questions)*n.labels)
	out, err := ort.NewTensor(ort.NewShape(int64(len(b.questions)), int64(n.labels)), logits)
	if err != nil {
		return nil, err
	}
	defer out.Destroy()
	if err := n.inner.Run(inputs, []ort.Value{out}); err != nil {
		return nil, err
	}
	return logits, nil
}

// tensor is an input's share of a batch.
func (f feed) tensor(shape ort.Shape, b *batch) (ort.Value, error) {
	data := f.data(b)
	if f.kind == ort.TensorElementDataTypeInt64 {
		return ort.NewTensor(shape, data)
	}
	small := make([]int32, len(data))
	for i, x := range data {
		small[i] = int32(x)
	}
	return ort.NewTensor(shape, small)
}

func (n *session) close() error { return n.inner.Destroy() }
