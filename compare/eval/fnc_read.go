package eval

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
)

// Stance is what a body says to a headline.
type Stance string

// The stances of the Fake News Challenge.
const (
	Unrelated Stance = "unrelated"
	Discuss   Stance = "discuss"
	Agree     Stance = "agree"
	Disagree  Stance = "disagree"
)

// Stances are headlines and bodies, each pair with its stance.
type Stances struct {
	Bodies []Body
	Pairs  []StancePair
}

// Body is an article without its headline.
type Body struct {
	ID   string
	Text string
}

// StancePair is a headline and a body.
type StancePair struct {
	Headline string
	Body     int // place in Stances.Bodies
	Stance   Stance
	Line     int // in the file of stances, 1-based
}

// ReadStancePairs reads the two files of a folder: one with "bodies"
// in its name that ends in ".csv", with the columns "Body ID" and "articleBody", and one with
// "stances" in its name that ends in ".csv", with "Headline", "Body ID" and
// "Stance". Where there are several of a kind the last by name is read: train,
// not competition_test. A row that cannot be used is warned of and left out. The
// error says that a file is missing, cannot be read, or has no usable row.
func ReadStancePairs(dir string) (Stances, []claims.Warning, error) {
	r := stanceReader{byID: map[string]int{}}
	bodies, err := r.find(dir, "bodies")
	if err != nil {
		return r.out, nil, err
	}
	stances, err := r.find(dir, "stances")
	if err != nil {
		return r.out, nil, err
	}
	if err := r.read(bodies, r.body, "Body ID", "articleBody"); err != nil {
		return r.out, r.warnings, err
	}
	if err := r.read(stances, r.stance, "Headline", "Body ID", "Stance"); err != nil {
		return r.out, r.warnings, err
	}
	if len(r.out.Pairs) == 0 {
		return r.out, r.warnings, fmt.Errorf("%s has no row with a headline, a body and a stance", stances)
	}
	return r.out, r.warnings, nil
}

// stanceReader gathers rows.
type stanceReader struct {
	out      Stances
	byID     map[string]int // place in out.Bodies
	warnings []claims.Warning
}

// find is the path of the file of a kind.
func (r *stanceReader) find(dir, kind string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", fmt.Errorf("reading stances: %w", err)
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		name := strings.ToLower(e.Name())
		return e.IsDir() || !strings.Contains(name, kind) || !strings.HasSuffix(name, ".csv")
	})
	if len(entries) == 0 {
		return "", fmt.Errorf("reading stances: there is no file with %q in its name in %s", kind, dir)
	}
	return filepath.Join(dir, entries[len(entries)-1].Name()), nil // ReadDir sorts by name
}

// read reads a file row by row; the columns are handed over in the order named.
func (r *stanceReader) read(path string, row func(column []string) (reason string), columns ...string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("reading stances: %w", err)
	}
	defer f.Close()
	return r.rows(path, f, row, columns...)
}

// rows reads what is in a file.
func (r *stanceReader) rows(path string, in io.Reader, row func(column []string) (reason string), columns ...string) error {
	c := csv.NewReader(in)
	c.FieldsPerRecord, c.LazyQuotes = -1, true
	head, err := c.Read()
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	place, err := columnsOf(head, columns)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
		line, _ := c.FieldPos(0)
		if reason := r.row(record, place, row, line); reason != "" {
			r.warnings = append(r.warnings, claims.Warning{Path: path, Line: line, Reason: reason + " and was left out"})
		}
	}
}

// row hands one record over, and says what is wrong with it.
func (r *stanceReader) row(record []string, place []int, row func([]string) string, line int) string {
	column := make([]string, len(place))
	for i, at := range place {
		if at >= len(record) {
			return fmt.Sprintf("has %d columns", len(record))
		}
		if column[i] = strings.TrimSpace(record[at]); !utf8.ValidString(column[i]) {
			return "is not UTF-8"
		}
	}
	pairs := len(r.out.Pairs)
	reason := row(column)
	if len(r.out.Pairs) > pairs {
		r.out.Pairs[pairs].Line = line
	}
	return reason
}

// columnsOf are where the columns stand, whatever the case of their names.
func columnsOf(head, columns []string) ([]int, error) {
	var out []int
	for _, c := range columns {
		at := slices.IndexFunc(head, func(h string) bool { return strings.EqualFold(strings.Trim(h, "\uFEFF \t"), c) })
		if at < 0 {
			return nil, fmt.Errorf("there is no column %q", c)
		}
		out = append(out, at)
	}
	return out, nil
}

func (r *stanceReader) body(column []string) string {
	id, text := column[0], column[1]
	switch _, known := r.byID[id]; {
	case id == "":
		return "has no body ID"
	case known:
		return fmt.Sprintf("has the ID %q of a body before it", id)
	case text == "":
		return fmt.Sprintf("has no text (body %q)", id)
	}
	r.byID[id] = len(r.out.Bodies)
	r.out.Bodies = append(r.out.Bodies, Body{id, text})
	return ""
}

func (r *stanceReader) stance(column []string) string {
	headline, stance := column[0], Stance(strings.ToLower(column[2]))
	body, known := r.byID[column[1]]
	switch {
	case headline == "":
		return "has no headline"
	case !known:
		return fmt.Sprintf("names the body %q, which is not there,", column[1])
	case !slices.Contains([]Stance{Unrelated, Discuss, Agree, Disagree}, stance):
		return fmt.Sprintf("has the stance %q, which is none of unrelated, discuss, agree, disagree,", column[2])
	}
	r.out.Pairs = append(r.out.Pairs, StancePair{Headline: headline, Body: body, Stance: stance})
	return ""
}
