package eval

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// NLITable is how well a judge does on labelled pairs of statements.
type NLITable struct {
	Judge string   `json:"judge"` // its name and version
	Sets  []NLISet `json:"sets"`  // in the order given
	// Macro is the mean over the sets, each counting the same.
	Macro NLIMean `json:"macro"`
	// Calibration is of all rows of all sets.
	Calibration Calibration `json:"calibration"`
}

// NLISet is one file of labelled pairs.
type NLISet struct {
	Name   string          `json:"name"`
	Labels []compare.Label `json:"labels"` // those that its rows have, in the order entailment, neutral, contradiction
	NLIScores
	Tags        []NLITag    `json:"tags"` // by name; empty where no row has one
	Calibration Calibration `json:"calibration"`
	// Rules are the pairs called contradictions, by the rule that decided ("-"
	// where none is named): how many are right.
	Rules []Group `json:"rules"`
	// Guards are the pairs that a guard held back, by guard: how many are indeed
	// no contradictions.
	Guards   []Group      `json:"guards"`
	Mistakes *NLIMistakes `json:"mistakes,omitempty"` // nil where none were asked for
}

// NLITag is the rows of one tag.
type NLITag struct {
	Tag string `json:"tag"`
	NLIScores
}

// NLIScores are the figures of some rows.
type NLIScores struct {
	Rows     int   `json:"rows"`
	Accuracy Share `json:"accuracy"` // the judge's label is the row's
	// TwoWay is the accuracy where the judge may only choose between the two
	// labels that the file has, the one it gives more weight; nil where the file
	// has another number of labels.
	TwoWay        *Share `json:"two_way,omitempty"`
	Contradiction PRF    `json:"contradiction"`
	// AveragePrecision is of the contradictions, where the pairs are ranked by
	// Scores.Contradiction, in [0, 1].
	AveragePrecision float64 `json:"average_precision"`
}

// NLIMean are means over files, each in [0, 1]; all 0 where there is no file
// with a row.
type NLIMean struct {
	Sets                     int     `json:"sets"`
	Accuracy                 float64 `json:"accuracy"`
	Precision                float64 `json:"precision"`
	Recall                   float64 `json:"recall"`
	F1                       float64 `json:"f1"`
	AveragePrecision         float64 `json:"average_precision"`
	ExpectedCalibrationError float64 `json:"expected_calibration_error"`
}

// NLI measures a judge on labelled pairs, file by file.
type NLI struct {
	Judge compare.Judge
	// Examples is how many of the worst mistakes of each sort are kept; less
	// than 0 keeps none.
	Examples int
	// Warn is told of rows that cannot be used; nil for nobody.
	Warn func(claims.Warning)
	// Progress is told how many rows were judged so far; nil for nobody.
	Progress func(rows int)

	sets   []NLISet
	judged []judged // of all sets
}

// Add judges the rows of one file, JSON Lines that gzip may have packed, and
// counts them. A row that cannot be used is warned of by path and line and left
// out. The error is that of in, of the judge or of ctx.
func (n *NLI) Add(ctx context.Context, path string, in io.Reader) error {
	s := nliRun{NLI: n, path: path, worst: newNLIMistakes(n.Examples), rules: groups{}, guards: groups{}}
	if err := readRows(path, in, n.warn, func(rows []NLIRow) error { return s.judge(ctx, rows) }); err != nil {
		return err
	}
	n.sets = append(n.sets, s.set())
	n.judged = append(n.judged, s.rows...)
	return nil
}

// Table is the figures of all files so far.
func (n *NLI) Table() NLITable {
	return NLITable{n.Judge.Name(), slices.Clone(n.sets), nliMean(n.sets), calibration(n.judged)}
}

func (n *NLI) warn(w claims.Warning) {
	if n.Warn != nil {
		n.Warn(w)
	}
}

// nliRun is one file while it is judged. The texts of its rows are let go.
type nliRun struct {
	*NLI
	path  string
	rows  []judged
	tags  []string // of the rows
	worst *nliWorst

	rules, guards groups
}

// judge judges some rows.
func (s *nliRun) judge(ctx context.Context, rows []NLIRow) error {
	pairs := make([]compare.Pair, len(rows))
	for i, r := range rows {
		pairs[i] = pairOf(r.Premise, r.Hypothesis)
	}
	verdicts, err := verdicts(ctx, s.Judge, pairs)
	if err != nil {
		return fmt.Errorf("judging %s: %w", s.path, err)
	}
	for i, v := range verdicts {
		s.rows = append(s.rows, judged{rows[i].Label, v.Label, v.Scores})
		s.tags = append(s.tags, rows[i].Tag)
		s.worst.add(rows[i], v)
		gold := rows[i].Label == compare.Contradiction
		if v.Label == compare.Contradiction {
			s.rules.add(v.Rule, gold)
		}
		if v.Guard != "" {
			s.guards.add(v.Guard, !gold)
		}
	}
	if s.Progress != nil {
		s.Progress(len(s.NLI.judged) + len(s.rows))
	}
	return nil
}

// set is the figures of the file.
func (s *nliRun) set() NLISet {
	labels := labelsOf(s.rows)
	out := NLISet{
		Name: s.path, Labels: labels, NLIScores: nliScores(s.rows, labels), Tags: []NLITag{},
		Calibration: calibration(s.rows), Rules: s.rules.list(), Guards: s.guards.list(), Mistakes: s.worst.list(),
	}
	byTag := map[string][]judged{}
	for i, r := range s.rows {
		if s.tags[i] != "" {
			byTag[s.tags[i]] = append(byTag[s.tags[i]], r)
		}
	}
	for tag, rows := range byTag {
		out.Tags = append(out.Tags, NLITag{tag, nliScores(rows, labels)})
	}
	slices.SortFunc(out.Tags, func(a, b NLITag) int { return cmp.Compare(a.Tag, b.Tag) })
	return out
}

// pairOf is a pair of statements that belong to no article.
func pairOf(a, b string) compare.Pair {
	return compare.Pair{A: compare.Statement{Text: a}, B: compare.Statement{Text: b}}
}

// verdicts holds a judge to its contract: a verdict for every pair.
func verdicts(ctx context.Context, j compare.Judge, pairs []compare.Pair) ([]compare.Verdict, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	out, err := j.Judge(ctx, pairs)
	if err == nil && len(out) != len(pairs) {
		err = fmt.Errorf("judge %s gave %d verdicts on %d pairs", j.Name(), len(out), len(pairs))
	}
	return out, err
}
