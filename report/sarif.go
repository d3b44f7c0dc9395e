package report

import (
	"io"

	"crosscheck/claims"
	"crosscheck/compare"
)

// SARIF writes the Static Analysis Results Interchange Format 2.1.0 (OASIS,
// 2020), as GitHub code scanning and editors read it. A finding is a result at
// A with B as a related location; the strength is its level, the finding's ID
// its fingerprint, what decided its rule, with the rule's words as help. Held
// against an earlier report it has its baseline state; what is gone is left out.
type SARIF struct{}

var _ Writer = (*SARIF)(nil)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	Language    string            `json:"language"`
	LineEnds    []string          `json:"newlineSequences"`
	ColumnKind  string            `json:"columnKind"`
	Results     []sarifResult     `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name     string      `json:"name"`
	Language string      `json:"language"`
	Rules    []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID    string     `json:"id"`
	Short sarifText  `json:"shortDescription"`
	Help  *sarifText `json:"help,omitempty"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   Level     `json:"level"`
	Message sarifText `json:"message"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        Level             `json:"level"`
	Rank         float64           `json:"rank"` // the score in hundredths
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Baseline     string            `json:"baselineState,omitempty"`
	Properties   sarifProperties   `json:"properties"`
}

type sarifProperties struct {
	Relation string  `json:"relation"`
	Type     string  `json:"type"`
	Score    float64 `json:"score"`
	Judge    string  `json:"judge"`
	Topic    string  `json:"topic"`
}

type sarifLocation struct {
	ID       *int           `json:"id,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int       `json:"startLine"`
	StartColumn int       `json:"startColumn,omitempty"`
	EndLine     int       `json:"endLine"`
	EndColumn   int       `json:"endColumn,omitempty"`
	Snippet     sarifText `json:"snippet"`
}

type sarifLogical struct {
	Name      string `json:"name"`
	Qualified string `json:"fullyQualifiedName"`
}

// The schema that the log names, as the specification gives its address.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// sarifLanguage is that of our own words.
const sarifLanguage = "en-GB"

// Write writes r as SARIF.
func (*SARIF) Write(w io.Writer, r *compare.Report) error {
	v := Fill(r)
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "crosscheck", Language: sarifLanguage, Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{true, notifications(v.Warnings)}},
		Language:    sarifLanguage,
		LineEnds:    []string{"\r\n", "\n"},
		ColumnKind:  "unicodeCodePoints",
		Results:     make([]sarifResult, len(v.Findings)),
	}
	index := map[string]int{}
	for i, f := range v.Findings {
		at, known := index[f.Decided()]
		if !known {
			at = len(index)
			index[f.Decided()] = at
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, newSarifRule(f))
		}
		run.Results[i] = newSarifResult(f, at, v.Since != nil)
	}
	return writeJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}}, "  ")
}

// newSarifRule is the rule of a finding, in its own words where these are known.
func newSarifRule(f Finding) sarifRule {
	r := sarifRule{ID: f.Decided(), Short: sarifText{f.Decided()}}
	if f.Doc != "" {
		r.Short = sarifText{f.Doc}
		r.Help = &sarifText{f.Doc}
	}
	return r
}

func newSarifResult(f Finding, rule int, since bool) sarifResult {
	out := sarifResult{
		RuleID: f.Decided(), RuleIndex: rule, Level: f.Level(), Rank: 100 * f.Score, Message: sarifText{f.Message()},
		Locations: []sarifLocation{sarifAt(f.A)}, Related: []sarifLocation{sarifAt(f.B)},
		Fingerprints: map[string]string{"crosscheckFinding/v1": f.ID},
		Properties:   sarifProperties{clean(f.Relation.ID), clean(f.Type.ID), f.Score, f.Judge, f.Topic},
	}
	first := 1
	out.Related[0].ID, out.Related[0].Message = &first, &sarifText{f.B.Line()}
	switch {
	case since && f.New:
		out.Baseline = "new"
	case since:
		out.Baseline = "unchanged"
	}
	return out
}

// sarifAt is where a side stands: in a file, where it is known, and in an
// outlet's article.
func sarifAt(s Side) sarifLocation {
	out := sarifLocation{Logical: []sarifLogical{{s.Outlet, s.Outlet + ": " + s.Title}}}
	p := s.Place
	if p.Path == "" {
		return out
	}
	out.Physical = &sarifPhysical{Artifact: sarifArtifact{p.uri()}}
	if p.Start.Line > 0 {
		out.Physical.Region = &sarifRegion{p.Start.Line, p.Start.Column, p.End.Line, p.End.Column, sarifText{clip(s.Passage.String(), maxStatement)}}
	}
	return out
}

func notifications(warnings []claims.Warning) []sarifNotification {
	var out []sarifNotification
	for _, w := range warnings {
		out = append(out, sarifNotification{Warning, sarifText{warning(w)}})
	}
	return out
}
