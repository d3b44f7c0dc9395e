package eval

import (
	"slices"

	"crosscheck/compare"
)

// judged is what people and a judge say of a pair.
type judged struct {
	gold   compare.Label
	said   compare.Label
	scores compare.Scores
}

// labelsOf are the labels that some row has.
func labelsOf(rows []judged) []compare.Label {
	out := []compare.Label{}
	for _, l := range nliLabels {
		if slices.ContainsFunc(rows, func(r judged) bool { return r.gold == l }) {
			out = append(out, l)
		}
	}
	return out
}

// nliScores are the figures of some rows of a file that has the labels.
func nliScores(rows []judged, labels []compare.Label) NLIScores {
	out := NLIScores{Rows: len(rows)}
	if len(labels) == 2 {
		out.TwoWay = &Share{}
	}
	ranked := make([]ranked, len(rows))
	for i, r := range rows {
		gold, said := r.gold == compare.Contradiction, r.said == compare.Contradiction
		out.Accuracy.add(r.said == r.gold)
		if out.TwoWay != nil {
			out.TwoWay.add(r.among(labels) == r.gold)
		}
		if gold {
			out.Contradiction.marked(said)
		}
		if said {
			out.Contradiction.claim(gold)
		}
		ranked[i].score, ranked[i].right = r.scores.Contradiction, gold
	}
	out.Contradiction = out.Contradiction.rated()
	out.AveragePrecision = averagePrecision(ranked)
	return out
}

// among is the label that the judge would choose of some: its own where it is
// one of them, else the one with the most weight, of equal ones the first.
func (r judged) among(labels []compare.Label) compare.Label {
	if slices.Contains(labels, r.said) {
		return r.said
	}
	best := labels[0]
	for _, l := range labels[1:] {
		if r.weight(l) > r.weight(best) {
			best = l
		}
	}
	return best
}

// weight is the judge's weight of a label.
func (r judged) weight(l compare.Label) float64 {
	switch l {
	case compare.Entailment:
		return r.scores.Entailment
	case compare.Neutral:
		return r.scores.Neutral
	}
	return r.scores.Contradiction
}

// nliMean is the mean over the files that have a row.
func nliMean(sets []NLISet) NLIMean {
	var m NLIMean
	for _, s := range sets {
		if s.Rows == 0 {
			continue
		}
		m.Sets++
		m.Accuracy += s.Accuracy.Value
		m.Precision += s.Contradiction.Precision
		m.Recall += s.Contradiction.Recall
		m.F1 += s.Contradiction.F1
		m.AveragePrecision += s.AveragePrecision
		m.ExpectedCalibrationError += s.Calibration.Error
	}
	for _, sum := range []*float64{&m.Accuracy, &m.Precision, &m.Recall, &m.F1, &m.AveragePrecision, &m.ExpectedCalibrationError} {
		*sum /= float64(max(1, m.Sets))
	}
	return m
}
