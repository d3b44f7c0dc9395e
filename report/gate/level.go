package gate

import (
	"slices"

	"crosscheck/compare"
	"crosscheck/report"
)

// Level is how much a reason weighs.
type Level string

// The levels, the heaviest first.
const (
	Error   Level = "error"   // blocks
	Warning Level = "warning" // may be overridden by a named editor with a reason
	Note    Level = "note"    // information
	Ignore  Level = "ignore"  // is not shown
)

// levels is the one list of levels, the heaviest first.
var levels = []Level{Error, Warning, Note, Ignore}

// weight is the place of a level: 0 for the heaviest.
func (l Level) weight() int { return slices.Index(levels, l) }

// loud is the level in the words of package report.
func (l Level) loud() report.Level {
	switch l {
	case Error:
		return report.Error
	case Warning:
		return report.Warning
	}
	return report.Notice
}

// Matter is what a rule looks at.
type Matter struct {
	Code     Code
	Relation compare.Relation // "" where the reason is no finding
	Type     compare.Type     // "" where the reason is no finding
	Score    float64          // in [0, 1]; 1 where the reason is no finding
}

// matches reports whether a rule is about a matter.
func (r Rule) matches(m Matter) bool {
	return (r.Code == "" || r.Code == m.Code) && (r.Relation == "" || r.Relation == m.Relation) &&
		(r.Type == "" || r.Type == m.Type) && m.Score >= r.From
}

// covers reports whether a rule matches whatever another one does.
func (r Rule) covers(other Rule) bool {
	return (r.Code == "" || r.Code == other.Code) && (r.Relation == "" || r.Relation == other.Relation) &&
		(r.Type == "" || r.Type == other.Type) && r.From <= other.From
}

// Level is the level of a matter: that of the first rule about it, the policy's
// own before the default ones. What no rule is about is ignored.
func (p *Policy) Level(m Matter) Level {
	for _, r := range p.ruled() {
		if r.matches(m) {
			return r.Level
		}
	}
	return Ignore
}

// ruled are the rules in force, in order.
func (p *Policy) ruled() []Rule {
	if p.Defaults != nil && !*p.Defaults {
		return p.Rules
	}
	return slices.Concat(p.Rules, Default().Rules)
}
