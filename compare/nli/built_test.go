//go:build !onnx || !cgo

package nli

import (
	"errors"
	"strings"
	"testing"
)

// TestNotBuilt wants to be told, in one line, how to get a build that can.
func TestNotBuilt(t *testing.T) {
	m, err := Open(folderWith(t, nil), Options{})
	if m != nil || !errors.Is(err, ErrNotBuilt) {
		t.Fatalf("%v, %v", m, err)
	}
	for _, want := range []string{"hint:", "-tags onnx", "onnxruntime-node@1.27.0", "libonnxruntime.so.1"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("%q has several lines", err)
	}
}
