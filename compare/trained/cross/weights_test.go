package cross

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// sealed is a file with its checksum put right.
func sealed(data []byte) []byte {
	if len(data) < 4 {
		return data
	}
	body := data[:len(data)-4]
	return binary.LittleEndian.AppendUint32(slices.Clone(body), crc32.ChecksumIEEE(body))
}

// TestRead wants an error of every file that is not whole, or does not fit.
func TestRead(t *testing.T) {
	whole, err := toyFile()
	if err != nil {
		t.Fatal(err)
	}
	with := func(at int, b ...byte) []byte {
		data := slices.Clone(whole)
		copy(data[at:], b)
		return data
	}
	const words, width, layers, heads, positions = len(magic), len(magic) + 4, len(magic) + 8, len(magic) + 12, len(magic) + 16
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "not a weights file"},
		{"other", []byte("something else altogether, and long enough for a head"), "not a weights file"},
		{"only the magic", []byte(magic), "not a weights file"},
		{"only the head", whole[:len(magic)+20], "was it cut short?"},
		{"cut short", whole[:len(whole)-1], "was it cut short?"},
		{"too long", append(slices.Clone(whole), 0), "was it cut short?"},
		{"one bit", with(len(whole)/2, whole[len(whole)/2]^1), "its checksum is wrong"},
		{"other vocabulary", with(words, 1), "hint: train it anew"},
		{"no layers", with(layers, 0), "0 layers"},
		{"too many layers", with(layers+3, 1), "layers, not 1 to"},
		{"another layer", with(layers, 3), "was it cut short?"},
		{"no heads", with(heads, 0), "0 heads"},
		{"odd heads", with(heads, 3), "3 heads in a width of 64"},
		{"no width", with(width, 0), "heads in a width of 0"},
		{"great width", with(width+3, 255), "heads in a width of"},
		{"few positions", with(positions, MaxPieces-1), "95 positions"},
		{"no number", sealed(with(len(magic)+20, 0, 0, 0xc0, 0x7f)), "no numbers"},
		{"infinite", sealed(with(len(magic)+20, 0, 0, 0x80, 0xff)), "no numbers"},
		{"great", sealed(with(len(magic)+20, 0, 0, 0, 0x50)), "no numbers"},
	} {
		if _, err := Read(bytes.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

// TestOpen wants to be told that there is no network, and of a damaged one.
func TestOpen(t *testing.T) {
	whole, err := toyFile()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(fstest.MapFS{"weights/README.md": {}}); !errors.Is(err, ErrNone) || !strings.Contains(err.Error(), "hint: ") {
		t.Errorf("without weights: %v", err)
	}
	if _, err := open(fstest.MapFS{"weights/weights.bin": {Data: whole[:99]}}); err == nil || errors.Is(err, ErrNone) {
		t.Errorf("damaged weights: %v", err)
	}
	if m, err := open(fstest.MapFS{"weights/weights.bin": {Data: whole}}); err != nil || m.width != 64 {
		t.Errorf("whole weights: %v", err)
	}
}

// TestDefault wants of the embedded network that it can be read and is as small
// as was asked for, or that there is none.
func TestDefault(t *testing.T) {
	_, err := Default()
	info, missing := os.Stat("weights/weights.bin")
	switch {
	case missing != nil && !errors.Is(err, ErrNone):
		t.Errorf("no weights, and the error is %v", err)
	case missing == nil && err != nil:
		t.Error(err)
	case missing == nil && info.Size() > 25<<20:
		t.Errorf("the weights have %d bytes", info.Size())
	}
}

// FuzzRead changes a file at one place, and wants an error or a network that
// gives probabilities.
func FuzzRead(f *testing.F) {
	whole, err := toyFile()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(len(magic)), []byte{1, 2}, false)
	f.Add(uint32(len(magic)+20), []byte{0xff, 0xff, 0x7f, 0x7f}, true)
	f.Add(uint32(len(whole)-300), []byte{0, 0x40, 0x1c, 0x46}, true)
	f.Fuzz(func(t *testing.T, at uint32, with []byte, seal bool) {
		data := slices.Clone(whole)
		copy(data[int(at)%len(data):], with)
		if seal {
			data = sealed(data)
		}
		m, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		s := m.Scores(m.Encode("The gate is open."), m.Encode("The gate is shut."))
		if sum := s.Entailment + s.Neutral + s.Contradiction; !(math.Abs(sum-1) < 1e-6) {
			t.Fatalf("%+v", s)
		}
	})
}
