package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// The bounds of what is in memory at a time. A batch should outweigh the cost
// of handing it over (some microseconds; a pair takes about a hundred) and
// still come back while one watches. No statement is 64 MiB long: such a line
// is a file of another kind.
const (
	batchLines = 64
	batchBytes = 1 << 20
	lineBytes  = 64 << 20
)

// line is one line of the input, without its end.
type line struct {
	number int // 1-based
	text   []byte
	long   bool // longer than lineBytes, and cut
}

// lineReader reads lines in batches. Blank lines count but are left out.
type lineReader struct {
	from *bufio.Reader
	read int // lines so far
}

func newLineReader(r io.Reader) *lineReader {
	return &lineReader{from: bufio.NewReaderSize(r, 1<<16)}
}

// batch returns the next lines: as many as are there without waiting, within
// the bounds, so that one who types row by row is answered row by row. Lines
// may come along with an error, which is io.EOF at the end.
func (l *lineReader) batch() ([]line, error) {
	var lines []line
	size := 0
	for {
		next, err := l.line()
		if len(next.text) > 0 || next.long {
			lines = append(lines, next)
			size += len(next.text)
		}
		switch {
		case err != nil:
			return lines, err
		case len(lines) == batchLines, size >= batchBytes:
			return lines, nil
		case len(lines) > 0 && !l.ready():
			return lines, nil
		}
	}
}

// ready reports whether a whole line is there without waiting.
func (l *lineReader) ready() bool {
	there, _ := l.from.Peek(l.from.Buffered())
	return bytes.IndexByte(there, '\n') >= 0
}

// line reads one line, at most lineBytes of it. What stands before a failure
// to read is not taken for a line.
func (l *lineReader) line() (line, error) {
	l.read++
	next := line{number: l.read}
	for {
		part, err := l.from.ReadSlice('\n')
		if next.long = next.long || len(next.text)+len(part) > lineBytes; !next.long {
			next.text = append(next.text, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return line{}, err
		}
		next.text = bytes.TrimSpace(next.text)
		if next.number == 1 {
			next.text = bytes.TrimPrefix(next.text, []byte("\ufeff")) // a byte order mark
		}
		return next, err
	}
}
