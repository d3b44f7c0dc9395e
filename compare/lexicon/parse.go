package lexicon

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// FileError is a fault in a newsroom's file.
type FileError struct {
	Path   string
	Line   int // 1-based; 0 where it is about all of the file
	Column int // 1-based, in runes; 0 where Line is
	Reason string
	Hint   string // what to do about it
}

// Error is the fault with its place, without the hint.
func (e *FileError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Reason)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Reason)
}

// fileHint says what a file looks like.
const fileHint = `the keys are opposites, same, reversers, keepers, denials and remove, each a list; an entry has words (opposites may have a and b instead), and may have test, weak or turns`

// ParseAdditions reads a newsroom's file; path is for the errors, which are all
// *FileError: what is no YAML, an unknown key, an entry that is not complete or
// opposes a word to itself, a test without two sentences.
func ParseAdditions(path string, data []byte) (Additions, error) {
	a := Additions{path: path, data: data}
	if len(bytes.TrimSpace(data)) == 0 {
		return a, &FileError{Path: path, Reason: "the file is empty", Hint: fileHint}
	}
	if err := decode(data, &a); err != nil {
		return a, located(path, err)
	}
	for _, e := range a.entries() {
		if reason, hint := e.fault(); reason != "" {
			return a, a.errorAt(e.where, reason, cmp.Or(hint, fileHint))
		}
	}
	return a, nil
}

// located makes a FileError of the decoder's error.
func located(path string, err error) error {
	e := &FileError{Path: path, Reason: err.Error(), Hint: fileHint}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Reason = y.GetMessage()
		if t := y.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Column = t.Position.Line, t.Position.Column
		}
	}
	e.Reason, _, _ = strings.Cut(e.Reason, "\n")
	if _, key, ok := strings.Cut(e.Reason, "unknown field "); ok {
		if like := nearest(strings.Trim(key, `"`), keys); like != "" {
			e.Hint = fmt.Sprintf("did you mean %s? %s", like, fileHint)
		}
	}
	return e
}

// keys are all keys of a file.
var keys = []string{"opposites", "same", "reversers", "keepers", "denials", "remove", "words", "a", "b", "weak", "turns", "test", "opposed", "unopposed"}

// errorAt is a fault at a place that a YAML path names.
func (a Additions) errorAt(where, reason, hint string) error {
	e := &FileError{Path: a.path, Reason: reason, Hint: hint}
	e.Line, e.Column = a.position(where)
	return e
}

// position is the place of the node that a YAML path names, 0 and 0 where it
// cannot be found.
func (a Additions) position(where string) (line, column int) {
	path, err := yaml.PathString(where)
	if err != nil {
		return 0, 0
	}
	file, err := parser.ParseBytes(a.data, 0)
	if err != nil {
		return 0, 0
	}
	node, err := path.FilterFile(file)
	if err != nil {
		return 0, 0
	}
	return begin(node)
}

// begin is where a node begins: a mapping with its first key.
func begin(node ast.Node) (line, column int) {
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		node = m.Values[0].Key
	}
	if m, ok := node.(*ast.MappingValueNode); ok {
		node = m.Key
	}
	if t := node.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line, t.Position.Column
	}
	return 0, 0
}

// entry is any entry of a file.
type entry struct {
	where string // its YAML path
	kind  string // the key of its list
	a, b  []string
	pair  bool // it has the two words of a pair
	soft  bool // its opposites are weak
	turns []string
	test  []Trial
}

// entries are the entries of a file, in its order of keys.
func (a Additions) entries() []entry {
	var out []entry
	at := func(kind string, i int) string { return fmt.Sprintf("$.%s[%d]", kind, i) }
	for i, o := range a.Opposites {
		e := entry{where: at("opposites", i), kind: "opposites", a: o.A, b: o.B, soft: o.Weak, test: o.Test}
		if o.Words != nil {
			e.a, e.b, e.pair = slices.Concat(o.Words, o.A), o.B, true
		}
		out = append(out, e)
	}
	words := func(kind string, list []Words, pair bool) {
		for i, w := range list {
			out = append(out, entry{where: at(kind, i), kind: kind, a: w.Words, pair: pair, test: w.Test})
		}
	}
	words("same", a.Same, false)
	for i, r := range a.Reversers {
		out = append(out, entry{where: at("reversers", i), kind: "reversers", a: r.Words, turns: r.Turns, test: r.Test})
	}
	words("keepers", a.Keepers, false)
	words("denials", a.Denials, false)
	words("remove", a.Remove, true)
	return out
}

// fault is what is wrong with an entry, with a hint where the usual one tells
// too little; "" where nothing is.
func (e entry) fault() (reason, hint string) {
	for _, w := range slices.Concat(e.a, e.b) {
		if !strings.ContainsFunc(w, unicode.IsLetter) {
			return fmt.Sprintf("%q is no word", w), ""
		}
		if w != strings.ToLower(w) {
			return fmt.Sprintf("%q has a capital", w), "write words in small letters: names oppose nothing"
		}
		if strings.HasPrefix(w, "=") && strings.ContainsRune(w, ' ') {
			return fmt.Sprintf("%q is a phrase behind =", w), "= is for one form of one word; a phrase stands for itself"
		}
	}
	switch {
	case e.pair && len(e.b) > 0:
		return "an entry has words, or a and b, not both", ""
	case e.pair && len(e.a) != 2:
		return fmt.Sprintf("words has %d words, not two", len(e.a)), "for more words than two use a and b: any of a opposes any of b"
	case e.kind == "opposites" && !e.pair && (len(e.a) == 0 || len(e.b) == 0):
		return "an entry of opposites needs two words, or a and b", ""
	case e.kind == "same" && len(e.a) < 2:
		return "an entry of same needs two words or more", ""
	case len(e.a) == 0:
		return "an entry of " + e.kind + " needs words", ""
	}
	if a, b := e.sides(); len(b) > 0 {
		for _, w := range a {
			if slices.Contains(b, w) {
				return fmt.Sprintf("%q stands on both sides", w), "take it off one of them"
			}
		}
	}
	for _, t := range e.turns {
		if turnings[t] == 0 {
			return fmt.Sprintf("turns has %q", t), "turns may have object, subject, noun, of and clause"
		}
	}
	return trialFault(e.test)
}

// sides are the two lists of opposites, the second empty for other entries.
func (e entry) sides() (a, b []string) {
	if e.pair && len(e.a) == 2 {
		return e.a[:1], e.a[1:]
	}
	return e.a, e.b
}

func trialFault(list []Trial) (reason, hint string) {
	for _, t := range list {
		s := slices.Concat(t.Opposed, t.Unopposed)
		if (t.Opposed == nil) == (t.Unopposed == nil) || len(s) != 2 || strings.TrimSpace(s[0]) == "" || strings.TrimSpace(s[1]) == "" {
			return "a test is not two sentences under opposed or under unopposed", `for example: - opposed: ["The barge is moored.", "The barge is adrift."]`
		}
	}
	return "", ""
}

// nearest is the known word most like another, "" where none is near.
func nearest(w string, known []string) string {
	const farthest = 2 // a slip of the fingers
	best, at := "", min(farthest, len(w)-1)+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(w, k); d < at {
			best, at = k, d
		}
	}
	return best
}
