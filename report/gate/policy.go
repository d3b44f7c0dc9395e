package gate

import (
	_ "embed" // the default policy and the schemas
	"sync"
	"time"

	"crosscheck/compare"
)

// Policy says what holds a draft back. The zero value is the default policy's
// rules with nothing added.
type Policy struct {
	Own      []string `yaml:"own"`      // the names under which this newsroom publishes
	Outlets  Choice   `yaml:"outlets"`  // which outlets of the archive count
	Speakers Choice   `yaml:"speakers"` // whose words count; own voices always do
	// Rules give levels; the first that matches decides. Those of the default
	// policy come behind them, unless Defaults is false.
	Rules    []Rule `yaml:"rules"`
	Defaults *bool  `yaml:"defaults"`

	HoldOn   Level    `yaml:"hold_on"`  // Error, which "" is, or Warning
	OnError  string   `yaml:"on_error"` // "hold", which "" is, or "pass"
	Baseline string   `yaml:"baseline"` // a saved report, beside the policy's file; its findings are let through
	Budget   string   `yaml:"budget"`   // the time for a run: "30s"; "" and "0" are no limit
	Inline   *bool    `yaml:"inline"`   // whether drafts may ask to be let through; nil is yes
	Waivers  []Waiver `yaml:"waivers"`

	path string
	data []byte
}

// Choice is which names count. Names are compared in whatever case.
type Choice struct {
	Only   []string `yaml:"only"`   // where it is not empty, no other counts
	Ignore []string `yaml:"ignore"` // these do not
}

// takes reports whether a name counts.
func (c Choice) takes(name string) bool { return c.wants(name) && !c.ignores(name) }

// wants reports whether Only has one of the names, or is empty.
func (c Choice) wants(names ...string) bool {
	return len(c.Only) == 0 || overlap(c.Only, names)
}

// ignores reports whether Ignore has one of the names.
func (c Choice) ignores(names ...string) bool { return overlap(c.Ignore, names) }

func overlap(list, names []string) bool {
	for _, n := range names {
		if n != "" && named(list, n) {
			return true
		}
	}
	return false
}

// Rule gives a level to whatever has all that it names.
type Rule struct {
	Code     Code             `yaml:"code"`     // "" is any
	Relation compare.Relation `yaml:"relation"` // "" is any
	Type     compare.Type     `yaml:"type"`     // "" is any
	From     float64          `yaml:"from"`     // the least score, in [0, 1]; what is no finding scores 1
	Level    Level            `yaml:"level"`
}

// Waiver lets a finding through for some time. It names the finding by Pair or
// Finding, or the file of the draft; Code narrows that.
type Waiver struct {
	Pair    string `yaml:"pair"`    // the ledger's key: the same as long as the words are
	Finding string `yaml:"finding"` // the finding's ID: the same as long as the draft is
	Draft   string `yaml:"draft"`   // the draft's path or article ID
	Code    Code   `yaml:"code"`    // "" is any
	Owner   string `yaml:"owner"`   // who answers for it
	Reason  string `yaml:"reason"`
	Expires string `yaml:"expires"` // YYYY-MM-DD, the last day on which it counts
}

// Path is the file that the policy was read from, "" for the default one.
func (p *Policy) Path() string { return p.path }

// holdsOnError reports whether drafts that could not be judged are held.
func (p *Policy) holdsOnError() bool { return p.OnError != "pass" }

// Allowed reports whether drafts may ask to be let through.
func (p *Policy) Allowed() bool { return p.Inline == nil || *p.Inline }

// Limit is the time for a run, 0 for no limit.
func (p *Policy) Limit() time.Duration {
	d, err := time.ParseDuration(p.Budget)
	if err != nil {
		return 0
	}
	return d
}

//go:embed default.yaml
var defaultPolicy []byte

// DefaultYAML is the default policy as its file has it, with comments that say
// why it is as it is.
func DefaultYAML() []byte { return defaultPolicy }

// Default is the default policy. It must not be changed.
var Default = sync.OnceValue(func() *Policy {
	p, err := ParsePolicy("", defaultPolicy)
	if err != nil {
		return &Policy{Rules: []Rule{{From: 0, Level: Error}}} // a test wants it to be read
	}
	return p
})
