package report

// Level is how loudly a tool that checks texts speaks of a finding. The three
// are those that SARIF, GitHub and reviewdog have in common.
type Level string

// The levels, the loudest first.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Notice  Level = "note"
)

// Level is the level of the finding's strength: strong is an error, likely a
// warning, weak a note.
func (f Finding) Level() Level {
	switch {
	case f.Score >= Strong:
		return Error
	case f.Score >= Likely:
		return Warning
	}
	return Notice
}

// Decided is the ID of what decided: the rule, or the judge where it has none.
func (f Finding) Decided() string {
	if f.Rule != "" {
		return f.Rule
	}
	return f.Judge
}

// Message tells a finding in plain text, for tools that show no more than that:
// who against whom, why, and both statements.
func (f Finding) Message() string {
	out := f.Title + ". " + f.Why
	for _, s := range f.Sides() {
		out += "\n" + s.Line()
	}
	return out
}

// Line is the side in one line: "Harbour Post, Mara Lind: There is no leak".
func (s Side) Line() string {
	who := s.Outlet
	if n := s.Named(); n != "" {
		who += ", " + n
	}
	return who + ": " + clip(s.Passage.String(), maxStatement)
}
