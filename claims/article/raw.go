package article

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"crosscheck/claims"
)

// Raw is a part of a file that holds one article at most: a line of a JSONL
// file, or all of a file of another format. Where many machines read, a file is
// cut into such parts in one place and they are parsed in many.
type Raw struct {
	Path string
	Line int    // 1-based; 0 where Data is the whole file
	Data []byte // unpacked, where the file was compressed by gzip
}

// Cut hands the parts of a file to visit, in order, and what cannot be read to
// warn. The parts that it hands on, parsed by [Raw.Parse], are what [Parse]
// finds in the file. The error is that of visit, as it is.
func Cut(path string, in io.Reader, visit func(Raw) error, warn func(claims.Warning)) error {
	note := func(line int, reason string) { warn(claims.Warning{Path: path, Line: line, Reason: reason}) }
	buf, err := unpack(in)
	if err != nil {
		note(0, "cannot be unpacked: "+err.Error())
		return nil
	}
	f := formatOf(path)
	if f == unknown {
		f = sniff(buf)
	}
	if f == jsonLines {
		return cutLines(path, buf, visit, warn)
	}
	data, err := io.ReadAll(io.LimitReader(buf, maxFile+1))
	if err != nil {
		note(0, reason(err))
		return nil
	}
	return visit(Raw{Path: path, Data: data})
}

// cutLines hands on each line that is not blank.
func cutLines(path string, in *bufio.Reader, visit func(Raw) error, warn func(claims.Warning)) error {
	seen := false
	for n := 1; ; n++ {
		b := batch{path: path, first: n}
		long, err := b.add(in)
		for _, w := range lineWarnings(path, n, long, err) {
			warn(w)
		}
		line := bytes.TrimSpace(b.data)
		seen = seen || long || len(line) > 0
		if len(line) > 0 {
			if err := visit(Raw{Path: path, Line: n, Data: line}); err != nil {
				return err
			}
		}
		if err != nil {
			if !seen && errors.Is(err, io.EOF) {
				warn(claims.Warning{Path: path, Reason: "is empty"})
			}
			return nil
		}
	}
}

// Parse reads the article of the part. Like the function [Parse] it never
// fails, and the same ID may be given to several articles; [Names] sees to that.
func (w Raw) Parse() ([]claims.Article, []claims.Warning) {
	var list []found
	r := reader{&list}
	if w.Line > 0 {
		r.line(w.Path, w.Line, w.Data)
	} else {
		f := formatOf(w.Path)
		if f == unknown {
			f = sniff(bufio.NewReaderSize(bytes.NewReader(w.Data), peekSize))
		}
		r.whole(w.Path, f, bytes.NewReader(w.Data))
	}
	var articles []claims.Article
	var warnings []claims.Warning
	for _, f := range list {
		if f.article == nil {
			warnings = append(warnings, f.warning)
		} else {
			articles = append(articles, *f.article)
		}
	}
	return articles, warnings
}
