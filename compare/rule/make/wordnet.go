package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// readQualities reads from a release of Open English WordNet the words that are
// adjectives or adverbs, and not a noun and a verb besides.
func readQualities(file string) (map[string]bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening WordNet: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", file, err)
	}
	parts := map[string]string{}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", file, err)
		}
		if strings.HasPrefix(path.Base(h.Name), "entries-") {
			readEntries(t, parts)
		}
	}
	words := map[string]bool{}
	for w, p := range parts {
		words[w] = strings.ContainsAny(p, "asr") && !(strings.Contains(p, "n") && strings.Contains(p, "v"))
	}
	return words, nil
}

// readEntries adds the parts of speech of each word of an entries file: the
// word stands at the margin, its parts of speech, a letter each, two columns in.
func readEntries(r io.Reader, parts map[string]string) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<22)
	word := ""
	for sc.Scan() {
		line, key := strings.CutSuffix(sc.Text(), ":")
		switch {
		case !key || line == "":
		case line[0] != ' ':
			word = strings.Trim(line, `'"`)
		case len(line) > 2 && line[:2] == "  " && line[2] != ' ':
			parts[word] += line[2:3]
		}
	}
}
