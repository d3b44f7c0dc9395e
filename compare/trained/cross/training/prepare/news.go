package main

import (
	"bufio"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
)

// separator stands behind each article: [SEP].
const separator = 3

// longText is the length in bytes from which on a paragraph that came before is
// boilerplate, and left out.
const longText = 60

// news writes corpus.bin: the pieces of all articles, title and paragraphs, as
// little-endian uint16.
func (p *preparer) news(articles []article) error {
	f, err := os.Create(filepath.Join(p.out, "corpus.bin"))
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	seen := map[string]bool{}
	for _, a := range articles {
		var ids []uint16
		for text := range strings.SplitSeq(a.Title+"\n"+a.Body, "\n") {
			if text = strings.TrimSpace(text); len(text) > longText && seen[text] {
				continue
			}
			seen[text] = true
			pieces, err := p.tokens.Encode(text, len(text))
			if err != nil {
				return err
			}
			for _, q := range pieces {
				ids = append(ids, uint16(q.ID))
			}
		}
		if err := binary.Write(w, binary.LittleEndian, append(ids, separator)); err != nil {
			return err
		}
	}
	return w.Flush()
}
