package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/report/gate"
)

// maxDraft is the size in bytes above which no file is read as a draft: what a
// file of one article may have at most (package article), and more than anybody
// publishes at once.
const maxDraft = 64 << 20

// readDrafts reads the drafts. Unlike an archive's articles each of them must be
// readable: what is not looked at must not pass.
func (a *app) readDrafts(ctx context.Context, paths []string) ([]draft, error) {
	var out []draft
	for _, path := range paths {
		files, err := draftFiles(path)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			found, err := a.readDraft(file)
			if err := errors.Join(err, ctx.Err()); err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
	}
	if len(out) == 0 {
		return nil, misuse("drafts are .txt, .md, .html, .jsonl or .jsonl.gz files, or folders of them", "no draft could be read")
	}
	apart(out)
	return out, nil
}

// apart gives each draft an ID of its own.
func apart(list []draft) {
	n := map[string]int{}
	for i := range list {
		id := list[i].ID
		if n[id]++; n[id] > 1 {
			list[i].ID = fmt.Sprintf("%s#%d", id, n[id])
		}
	}
}

// draftFiles are the files of a path: itself, or what a folder has.
func draftFiles(path string) ([]string, error) {
	if path == "-" {
		return []string{path}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, misuse("name a draft that is there", "%w", err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var out []string
	see := func(x claims.Article) error {
		if !slices.Contains(out, x.Path) {
			out = append(out, x.Path)
		}
		return nil
	}
	var first error
	miss := func(w claims.Warning) {
		if first == nil && w.Line == 0 {
			first = misuse("every draft must be readable: mend it, or name the others", "%s%s", place(w), w.Reason)
		}
	}
	err = article.Walk(context.Background(), []string{path}, strings.NewReader(""), see, miss)
	return out, errors.Join(err, first)
}

// readDraft reads the drafts of one file.
func (a *app) readDraft(path string) ([]draft, error) {
	data, err := a.draftBytes(path)
	if err != nil {
		return nil, err
	}
	out, warnings := parseDrafts(path, data)
	a.warnAll(warnings)
	if len(out) == 0 {
		return nil, misuse("drafts are .txt, .md, .html, .jsonl or .jsonl.gz files, or folders of them", "%s: no draft could be read in it", path)
	}
	if n := leftOut(articlesOf(out), warnings); n > 0 {
		return nil, misuse("every draft must be readable: mend what the warnings name, or take it out", "%s: %s could not be read", path, plural(n, "draft", "drafts"))
	}
	return out, nil
}

// parseDrafts reads the drafts in data, as package article does by its path,
// without what they say to the gate.
func parseDrafts(path string, data []byte) ([]draft, []claims.Warning) {
	var allows []gate.Allow
	var byLine [][]gate.Allow
	if name := strings.TrimSuffix(strings.ToLower(path), ".gz"); strings.HasSuffix(name, ".jsonl") || path == "-" && isRecords(data) {
		data, byLine = cleanRecords(data)
	} else {
		var text string
		text, allows = gate.Allows(string(data))
		data = []byte(text)
	}
	found, warnings := article.Parse(path, data)
	out := make([]draft, len(found))
	for i, x := range found {
		out[i] = draft{x, allows}
		if n := x.Line - 1; n >= 0 && n < len(byLine) {
			out[i].allows = byLine[n]
		}
	}
	return out, warnings
}

// draftBytes are the bytes of a draft's file, unpacked.
func (a *app) draftBytes(path string) ([]byte, error) {
	in := a.stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, misuse("name a draft that can be read", "%w", err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, maxDraft+1))
	if err == nil && bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		var z *gzip.Reader
		if z, err = gzip.NewReader(bytes.NewReader(data)); err == nil {
			data, err = io.ReadAll(io.LimitReader(z, maxDraft+1))
		}
	}
	switch {
	case err != nil:
		return nil, misuse("name a draft that can be read", "%s: %w", path, err)
	case len(data) > maxDraft:
		return nil, misuse("name the drafts alone; what they are held against is for --against", "%s is larger than %d MB", path, maxDraft>>20)
	}
	return data, nil
}

// isRecords reports whether data begins with a JSON object.
func isRecords(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n"), []byte("{"))
}

// cleanRecords takes what is written to the gate out of the body of each line of
// JSON Lines, and returns it by line.
func cleanRecords(data []byte) ([]byte, [][]gate.Allow) {
	lines := bytes.Split(data, []byte("\n"))
	allows := make([][]gate.Allow, len(lines))
	for i, line := range lines {
		var fields map[string]json.RawMessage
		var body string
		if !bytes.Contains(line, []byte("crosscheck:")) || json.Unmarshal(line, &fields) != nil || json.Unmarshal(fields["body"], &body) != nil {
			continue
		}
		clean, found := gate.Allows(body)
		if len(found) == 0 {
			continue
		}
		allows[i] = found
		fields["body"], _ = json.Marshal(clean)
		lines[i], _ = json.Marshal(fields)
	}
	return bytes.Join(lines, []byte("\n")), allows
}
