package hub

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
)

//go:embed models.json
var embedded []byte

// Kind says what runs a model.
type Kind string

// The kinds.
const (
	NLI   Kind = "nli"   // an ONNX file with tokenizer.json and config.json, run by package nli
	Cross Kind = "cross" // our own cross-encoder's weights, run by package cross
)

// Table is what we recommend.
type Table struct {
	Hub    string  `json:"hub"`    // where the files are: an https address without a path at its end
	Models []Model `json:"models"` // in the order in which to list them
}

// Model is one model of the table.
type Model struct {
	Name       string   `json:"name"` // small letters, digits, dots and hyphens
	Kind       Kind     `json:"kind"`
	About      string   `json:"about"`      // a line about what it is good for
	Repository string   `json:"repository"` // "owner/name" on the hub
	Revision   string   `json:"revision"`   // the commit, 40 hex digits: never a branch, which moves
	Licence    string   `json:"licence"`    // SPDX identifier
	Figures    []Figure `json:"figures"`    // none where nobody published any of these very weights
	Files      []File   `json:"files"`
}

// Figure is an accuracy that somebody published.
type Figure struct {
	Set      string  `json:"set"`      // the measuring set: "MNLI mismatched"
	Accuracy float64 `json:"accuracy"` // in (0, 1]
	Source   string  `json:"source"`   // where it was read
}

// File is one file of a model.
type File struct {
	Path    string `json:"path"`              // in the repository and in the folder, with forward slashes
	Arch    string `json:"arch,omitempty"`    // for machines of this GOARCH alone; "" for all
	Size    int64  `json:"size"`              // bytes; 0 where not known
	Rounded bool   `json:"rounded,omitempty"` // Size was read off a page that rounds
	SHA256  string `json:"sha256,omitempty"`  // lower-case hex; "" where not known
}

// Models returns the table that is in the binary.
var Models = sync.OnceValue(func() Table {
	t, err := ParseTable(embedded)
	if err != nil {
		return Table{} // TestEmbedded reads it
	}
	return t
})

// Lookup is the model of a name.
func (t Table) Lookup(name string) (Model, bool) {
	i := slices.IndexFunc(t.Models, func(m Model) bool { return m.Name == name })
	if i < 0 {
		return Model{}, false
	}
	return t.Models[i], true
}

// Names are the names of the models, in the order of the table.
func (t Table) Names() []string {
	names := make([]string, len(t.Models))
	for i, m := range t.Models {
		names[i] = m.Name
	}
	return names
}

// Accuracy is the published accuracy on a set, 0 where there is none.
func (m Model) Accuracy(set string) float64 {
	for _, f := range m.Figures {
		if f.Set == set {
			return f.Accuracy
		}
	}
	return 0
}

// For are the files that a machine of an architecture needs, nil where the model
// is not published for it.
func (m Model) For(arch string) []File {
	var out []File
	special, found := false, false
	for _, f := range m.Files {
		special = special || f.Arch != ""
		found = found || f.Arch == arch
		if f.Arch == "" || f.Arch == arch {
			out = append(out, f)
		}
	}
	if special && !found {
		return nil
	}
	return out
}

// Total is what files weigh together, in bytes; rounded tells that one of the
// sizes is not exact.
func Total(files []File) (bytes int64, rounded bool) {
	for _, f := range files {
		bytes += f.Size
		rounded = rounded || f.Rounded || f.Size == 0
	}
	return bytes, rounded
}

// ParseTable reads a table and refuses what could not be meant: unknown keys, a
// revision that is a branch, a path that leaves the folder.
func ParseTable(data []byte) (Table, error) {
	var t Table
	if err := strictly(data, &t); err != nil {
		return Table{}, fmt.Errorf("table of models: %w", err)
	}
	if err := t.fault(); err != nil {
		return Table{}, fmt.Errorf("table of models: %w", err)
	}
	return t, nil
}

// strictly reads one JSON value that has no key that we do not know.
func strictly(data []byte, to any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something stands behind its end")
	}
	return nil
}
