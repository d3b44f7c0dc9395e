//go:build !onnx || !cgo

package nli

// start says how to get a build that can run networks.
func start(string, int, bool, Options) (engine, about, error) { return nil, about{}, ErrNotBuilt }
