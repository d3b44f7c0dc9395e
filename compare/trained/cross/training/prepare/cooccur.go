package main

import (
	"bufio"
	"encoding/binary"
	"os"
	"path/filepath"

	"crosscheck/compare/token"
)

// window is how far apart two pieces count as near. Neighbours count window
// times, the next ones less one, and so on (Levy, Goldberg and Dagan 2015,
// section 3.1: dynamic context window).
const window = 5

// contexts is how many pieces are counted as company: the first of the
// vocabulary, which are the first that were merged, and so frequent ones.
const contexts = 8000

// cooccur writes counts.bin: size and contexts as uint32, then how often each
// piece was seen, then, row by row, how often each context stands near it, all
// little-endian uint32; behind them the same for the piece directly before.
func (p *preparer) cooccur(articles []article) error {
	size := p.tokens.Size()
	c := &counter{size: size, seen: make([]uint32, size), near: make([]uint32, size*contexts), before: make([]uint32, size*contexts)}
	for _, a := range articles {
		for _, text := range []string{a.Title, a.Body} {
			pieces, err := p.tokens.Encode(text, len(text))
			if err != nil {
				return err
			}
			c.count(pieces)
		}
	}
	f, err := os.Create(filepath.Join(p.out, "counts.bin"))
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	for _, part := range [][]uint32{{uint32(size), contexts}, c.seen, c.near, c.before} {
		if err := binary.Write(w, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	return w.Flush()
}

type counter struct {
	size               int
	seen, near, before []uint32
}

// count adds the pieces of a text.
func (c *counter) count(pieces []token.Piece) {
	for i, p := range pieces {
		c.seen[p.ID]++
		for d := 1; d <= window && d <= i; d++ {
			q := pieces[i-d]
			c.add(c.near, p.ID, q.ID, uint32(window+1-d))
			c.add(c.near, q.ID, p.ID, uint32(window+1-d))
		}
		if i > 0 {
			c.add(c.before, p.ID, pieces[i-1].ID, 1)
		}
	}
}

func (c *counter) add(table []uint32, piece, context int32, n uint32) {
	if context < contexts {
		table[int(piece)*contexts+int(context)] += n
	}
}
