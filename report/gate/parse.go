package gate

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/agnivade/levenshtein"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// PolicyError is a fault in a policy's file.
type PolicyError struct {
	Path   string
	Line   int // 1-based; 0 where it is about all of the file
	Column int // 1-based, in runes; 0 where Line is
	Reason string
	Hint   string // what to do about it
}

// Error is the fault with its place, without the hint.
func (e *PolicyError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Reason)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Reason)
}

// dayLayout is how a policy writes a day.
const dayLayout = time.DateOnly

// maxPolicy is the size in bytes above which no file is taken for a policy.
const maxPolicy = 1 << 20

// policyHint says what a policy looks like.
const policyHint = `the keys are own, outlets, speakers, rules, defaults, hold_on, on_error, baseline, budget, inline and waivers; "crosscheck policy default" prints a policy with comments`

// keys are all keys of a policy.
var policyKeys = []string{"own", "outlets", "speakers", "rules", "defaults", "hold_on", "on_error", "baseline", "budget", "inline", "waivers",
	"only", "ignore", "code", "relation", "type", "from", "level", "pair", "finding", "draft", "owner", "reason", "expires"}

// ParsePolicy reads a policy; path is for the errors, which are all
// *PolicyError: what is no YAML, an unknown key or word, a rule that is never
// reached. A waiver that lacks a reason is no error: it does not count, and
// [Decide] says so.
func ParsePolicy(path string, data []byte) (*Policy, error) {
	p := &Policy{path: path, data: data}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, &PolicyError{Path: path, Reason: "the file is empty", Hint: policyHint}
	case len(data) > maxPolicy:
		return nil, &PolicyError{Path: path, Reason: fmt.Sprintf("the file is larger than %d MB", maxPolicy>>20), Hint: policyHint}
	}
	switch err := decode(data, p); {
	case errors.Is(err, io.EOF):
		return nil, &PolicyError{Path: path, Reason: "the file has no key", Hint: policyHint}
	case err != nil:
		return nil, located(path, err)
	}
	for _, check := range []func() *PolicyError{p.checkHead, p.checkRules, p.checkWaivers} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// decode reads YAML strictly. It is the one place where a panic of the YAML
// library is caught.
func decode(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("faulty YAML: %v", r)
		}
	}()
	return yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(to)
}

// located makes a PolicyError of the decoder's error.
func located(path string, err error) *PolicyError {
	e := &PolicyError{Path: path, Reason: err.Error(), Hint: policyHint}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Reason = y.GetMessage()
		if t := y.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Column = t.Position.Line, t.Position.Column
		}
	}
	e.Reason, _, _ = strings.Cut(e.Reason, "\n")
	if _, key, ok := strings.Cut(e.Reason, "unknown field "); ok {
		e.Reason = "unknown key " + key
		e.Hint = didYouMean(strings.Trim(key, `"`), policyKeys) + policyHint
	}
	return e
}

// didYouMean is "did you mean X? ", "" where nothing is like the word.
func didYouMean(word string, known []string) string {
	const farthest = 3 // a slip of the fingers, or a plural
	best, at := "", min(farthest, len(word)-1)+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(word, k); d < at {
			best, at = k, d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + best + "? "
}

// errorAt is a fault at a place that a YAML path names.
func (p *Policy) errorAt(where, reason, hint string) *PolicyError {
	e := &PolicyError{Path: p.path, Reason: reason, Hint: hint}
	e.Line, e.Column = p.position(where)
	return e
}

// position is the place of the node that a YAML path names, 0 and 0 where it
// cannot be found.
func (p *Policy) position(where string) (line, column int) {
	path, err := yaml.PathString(where)
	if err != nil {
		return 0, 0
	}
	file, err := parser.ParseBytes(p.data, 0)
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
