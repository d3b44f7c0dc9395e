package class

import (
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
)

//go:embed classes.txt.gz
var packed string

// Deepest is how many turns of a path are told: as many as fit with the
// leading 1 of [Class.Prefix].
const Deepest = 15

// table is the unpacked file. Its words are slices of the text.
type table struct {
	classes map[string]Class
	paths   []path // by class; the first is that of no class
}

type path struct {
	bits uint16
	n    int
}

// load unpacks the embedded file, once. A file that cannot be unpacked leaves
// every word unknown; a test sees to it that ours can.
var load = sync.OnceValue(func() *table {
	t, err := unpack(packed)
	if err != nil {
		return &table{}
	}
	return t
})

// unpack reads the gzipped list of classes.
func unpack(file string) (*table, error) {
	z, err := gzip.NewReader(strings.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("unpacking the word classes: %w", err)
	}
	var text strings.Builder
	text.Grow(8 * len(file) / 3) // what our file takes unpacked, with some to spare
	if _, err := io.Copy(&text, z); err != nil {
		return nil, fmt.Errorf("unpacking the word classes: %w", err)
	}
	return parse(text.String())
}

// parse reads the list: a line a class, in the order of the tree. The first
// field is its path in zeros and ones, the others are its words.
func parse(text string) (*table, error) {
	if strings.Count(text, "\n") >= math.MaxUint16 {
		return nil, errors.New("word classes: more than a Class can number")
	}
	t := &table{classes: make(map[string]Class, strings.Count(text, " ")), paths: []path{{}}}
	for line := range strings.Lines(text) {
		turns, words, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		p, ok := parsePath(turns)
		if !ok {
			return nil, fmt.Errorf("word classes, line %d: %q is no path", len(t.paths), turns)
		}
		for word := range strings.SplitSeq(words, " ") {
			t.classes[word] = Class(len(t.paths))
		}
		t.paths = append(t.paths, p)
	}
	delete(t.classes, "") // two spaces have no word between them
	return t, nil
}

// parsePath reads the turns of a path, of which it keeps the first [Deepest].
func parsePath(turns string) (path, bool) {
	var p path
	for i := range len(turns) {
		if turns[i] != '0' && turns[i] != '1' {
			return path{}, false
		}
		if i < Deepest {
			p = path{p.bits<<1 | uint16(turns[i]-'0'), i + 1}
		}
	}
	return p, p.n > 0
}
