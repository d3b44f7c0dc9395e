package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims"
)

// dead is an article that a stage could not work, or what was to become one.
type dead struct {
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Article string `json:"article,omitempty"` // its ID, where that is known
	Stage   string `json:"stage"`
	Reason  string `json:"reason"`
}

var dropped = beam.NewCounter(counters, "dead letters")

// letter is the line of the dead-letter file.
func (d dead) letter(ctx context.Context) string {
	dropped.Inc(ctx, 1)
	line, _ := json.Marshal(d) // strings and a number always marshal
	return string(line)
}

// warning is what the report says of it.
func (d dead) warning() *claims.Warning {
	return &claims.Warning{Path: d.Path, Line: d.Line, Reason: d.Reason}
}

// fenced does a piece of work and returns why it came to no end: an article
// that makes a stage panic must not take its bundle along, which would be tried
// again and again. "" is all well.
func fenced(work func()) (reason string) {
	defer func() {
		if p := recover(); p != nil {
			reason = fmt.Sprintf("could not be worked: %v", p)
		}
	}()
	work()
	return ""
}
