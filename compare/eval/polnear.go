package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/article"
)

// Attribution is one attribution as a person marked it: source, cue and content
// in the terms of PARC. Spans are in order and do not overlap.
type Attribution struct {
	Line    int           // 1-based, in the annotation file
	Source  []claims.Span // empty where nobody is named
	Cue     []claims.Span // may be empty
	Content []claims.Span // never empty; with its quotation marks
}

// Annotated is a text with what one person marked in it. Texts that several
// people marked are there several times.
type Annotated struct {
	Path    string // the annotation file
	Article claims.Article
	Gold    []Attribution
}

// The folders of the layout.
const (
	textFolder       = "text"
	annotationFolder = "attributions"
)

// ReadPolNeAR reads a corpus in PolNeAR's layout: texts in dir/text/NAME.txt,
// annotations in dir/attributions/NAME.ann or NAME_ANNOTATOR.ann, in the order
// of their names. The texts are taken for clean: every block that is not a
// headline is a paragraph.
//
// The error is that of a folder that cannot be read; whatever is wrong with a
// file is a warning, and the rest is read. The list may be empty.
func ReadPolNeAR(dir string) ([]Annotated, []claims.Warning, error) {
	folder := filepath.Join(dir, annotationFolder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, fmt.Errorf("reading annotations: %w", err)
	}
	c := corpus{dir: dir, read: map[string]*claims.Article{}}
	for _, e := range entries {
		if stem, ok := strings.CutSuffix(e.Name(), ".ann"); ok && !e.IsDir() {
			c.annotation(filepath.Join(folder, e.Name()), stem)
		}
	}
	return c.out, c.warnings, nil
}

// corpus is a folder while it is read.
type corpus struct {
	dir      string
	read     map[string]*claims.Article // by path; nil for what cannot be read
	out      []Annotated
	warnings []claims.Warning
}

// annotation reads one annotation file and the text it belongs to.
func (c *corpus) annotation(path, stem string) {
	data, err := os.ReadFile(path)
	if err != nil {
		c.warn(path, err.Error())
		return
	}
	text := c.textPath(stem)
	if text == "" {
		c.warn(path, "has no text: there is no "+filepath.Join(textFolder, stem+".txt"))
		return
	}
	if _, known := c.read[text]; !known {
		c.read[text] = c.article(text)
	}
	if a := c.read[text]; a != nil {
		gold, warnings := parseStandoff(path, string(data), a.Text)
		c.warnings = append(c.warnings, warnings...)
		c.out = append(c.out, Annotated{path, *a, gold})
	}
}

func (c *corpus) warn(path, reason string) {
	c.warnings = append(c.warnings, claims.Warning{Path: path, Reason: reason})
}

// textPath is the text of an annotation file: of its name, with or without the
// annotator behind the last "_"; "" where there is none.
func (c *corpus) textPath(stem string) string {
	names := []string{stem}
	if i := strings.LastIndexByte(stem, '_'); i > 0 {
		names = append(names, stem[:i])
	}
	for _, name := range names {
		path := filepath.Join(c.dir, textFolder, name+".txt")
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return ""
}

// article reads a text, nil where that fails.
func (c *corpus) article(path string) *claims.Article {
	data, err := os.ReadFile(path)
	if err != nil {
		c.warn(path, err.Error())
		return nil
	}
	articles, warnings := article.Parse(path, data)
	c.warnings = append(c.warnings, warnings...)
	if len(articles) != 1 {
		return nil // the warnings say why
	}
	a := articles[0]
	for i := range a.Blocks {
		if a.Blocks[i].Kind != claims.Headline {
			a.Blocks[i].Kind = claims.Paragraph
		}
	}
	return &a
}
