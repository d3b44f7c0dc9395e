package gate

import (
	"encoding/json"
	"io"

	"crosscheck/report"
)

// decisionJSON is a decision as JSON; decision.schema.json describes it.
type decisionJSON struct {
	Version  string        `json:"version"`
	Decision Outcome       `json:"decision"`
	Against  int           `json:"against"`
	Unread   int           `json:"unread"`
	Drafts   []draftJSON   `json:"drafts"`
	Errors   []reasonJSON  `json:"errors"`
	Warnings []reasonJSON  `json:"warnings"`
	Notes    []reasonJSON  `json:"notes"`
	Let      []letJSON     `json:"let_through"`
	Findings []findingJSON `json:"findings"`
}

type draftJSON struct {
	Article  string  `json:"article"`
	Path     string  `json:"path"`
	Title    string  `json:"title"`
	Decision Outcome `json:"decision"`
}

type reasonJSON struct {
	Code    Code   `json:"code"`
	Draft   string `json:"draft"`
	What    string `json:"what"`
	Do      string `json:"do"`
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Finding string `json:"finding,omitempty"`
}

type findingJSON struct {
	ID        string   `json:"id"`
	Pair      string   `json:"pair"`
	Code      Code     `json:"code"`
	Relation  string   `json:"relation"`
	Type      string   `json:"type"`
	Score     float64  `json:"score"`
	Confirmed bool     `json:"confirmed"`
	Why       string   `json:"why"`
	Within    bool     `json:"within"`
	Draft     sideJSON `json:"draft"`
	Other     sideJSON `json:"other"`
}

type sideJSON struct {
	Claim    string   `json:"claim"`
	Outlet   string   `json:"outlet"`
	Speaker  string   `json:"speaker"`
	Kind     string   `json:"kind"`
	Date     string   `json:"date"`
	Title    string   `json:"title"`
	URL      string   `json:"url"`
	Path     string   `json:"path"`
	Text     string   `json:"text"`
	Evidence []string `json:"evidence"`
}

type letJSON struct {
	Code    Code   `json:"code"`
	Draft   string `json:"draft"`
	Finding string `json:"finding"`
	Pair    string `json:"pair"`
	By      By     `json:"by"`
	Who     string `json:"who"`
	Why     string `json:"why"`
	Until   string `json:"until"`
}

// MarshalJSON writes the decision as its schema describes it: what a program
// asks first comes first, and a list without entries is [].
func (d Decision) MarshalJSON() ([]byte, error) {
	out := decisionJSON{Version: Version, Decision: d.Outcome, Against: d.Against, Unread: d.Unread, Drafts: []draftJSON{},
		Errors: reasonRows(d.Errors()), Warnings: reasonRows(d.Warnings()), Notes: reasonRows(d.Notes()), Let: []letJSON{}, Findings: []findingJSON{}}
	for _, x := range d.Drafts {
		out.Drafts = append(out.Drafts, draftJSON{plain(x.Article), plain(x.Path), plain(x.Title), x.Outcome})
	}
	for _, l := range d.Let {
		out.Let = append(out.Let, letJSON(l))
	}
	for _, r := range d.Reasons {
		if r.Clash != nil {
			out.Findings = append(out.Findings, findingRow(r))
		}
	}
	return json.Marshal(out)
}

func reasonRows(list []Reason) []reasonJSON {
	out := []reasonJSON{}
	for _, r := range list {
		row := reasonJSON{Code: r.Code, Draft: r.Draft, What: r.What, Do: r.Do, Path: r.Place.Path, Line: r.Place.Start.Line, Column: r.Place.Start.Column}
		if r.Clash != nil {
			row.Finding = r.Clash.Finding
			row.What += " " + r.Clash.Why
		}
		out = append(out, row)
	}
	return out
}

func findingRow(r Reason) findingJSON {
	c := r.Clash
	return findingJSON{c.Finding, c.Pair, r.Code, string(c.Relation), string(c.Type), c.Score, c.Confirmed, c.Why, c.Within, sideRow(c.Ours), sideRow(c.Theirs)}
}

func sideRow(s report.Side) sideJSON {
	evidence := s.Evidence
	if evidence == nil {
		evidence = []string{}
	}
	return sideJSON{s.Claim, s.Outlet, s.Named(), s.Kind.ID, s.Date, s.Title, s.URL, s.Place.Path, s.Passage.String(), evidence}
}

// writeDecision writes a decision as JSON, indented.
func writeDecision(w io.Writer, d *Decision) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(d)
}

// writeLines writes a JSON value a line.
func writeLines[T any](w io.Writer, rows []T) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, r := range rows {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
