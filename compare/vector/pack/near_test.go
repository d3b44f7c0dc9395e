package main

import (
	"bytes"
	"os"
	"testing"
)

// TestNear: the embedded table is what this program makes of the embedded vectors.
func TestNear(t *testing.T) {
	got, err := os.ReadFile("../near.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, nearTable()) {
		t.Error("near.bin is not of these vectors: go run ./compare/vector/pack -near compare/vector/near.bin")
	}
}
