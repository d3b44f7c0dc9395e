// Package eval measures the pipeline against what people marked by hand: gold
// in, scores out.
//
//   - Attribution, against a corpus in the layout of PolNeAR (Newell et al.
//     2018): [ReadPolNeAR] reads texts and annotations (polnear.go, standoff.go),
//     [Extract] runs the extraction on the texts, [Score] pairs what was found
//     with what was marked (match.go, score.go) and counts, [Shapes] tells the
//     errors apart (errata.go, shape.go).
//   - Findings, against stories in which an editor marked the pairs that a
//     report should show and those that it should not: [ReadStories] reads the
//     gold (stories.go), [RunStories] runs the pipeline story by story,
//     [ScoreStories] counts (findings.go).
//   - Pairs of statements that people labelled: [NLI] judges them and counts
//     (nli.go, nli_score.go, ranking.go, calibration.go).
//   - Stances of bodies to headlines, the task of the Fake News Challenge:
//     [ReadStancePairs] reads them, [FNC] judges, fits and counts (fnc.go).
//   - News that agrees with itself: [News] judges pairs of sentences from within
//     one article, of which none should be flagged (news.go, news_sample.go).
//   - Topics, against articles that people put into stories: [ReadTopics] reads
//     them (topics.go), [RunTopics] groups them (topics_run.go) and scores that,
//     by [ScoreTopics], [ScoreBlocking] and [FindMistakes].
//
// The tables are plain data. The package words nothing for a reader, keeps
// nothing that it fits, and holds no gold of others: that is found by whoever
// calls it.
package eval

// PRF is precision, recall and their harmonic mean, with the counts they were
// made of. All three are 0 where there was nothing to count.
type PRF struct {
	Gold      int     `json:"gold"`      // marked by hand
	Found     int     `json:"found"`     // of those, found by us
	Claimed   int     `json:"claimed"`   // found by us, right or wrong
	Right     int     `json:"right"`     // of those, marked by hand
	Precision float64 `json:"precision"` // Right / Claimed
	Recall    float64 `json:"recall"`    // Found / Gold
	F1        float64 `json:"f1"`
}

// rated fills in the three ratios.
func (p PRF) rated() PRF {
	p.Precision, p.Recall = ratio(p.Right, p.Claimed), ratio(p.Found, p.Gold)
	if sum := p.Precision + p.Recall; sum > 0 {
		p.F1 = 2 * p.Precision * p.Recall / sum
	}
	return p
}

// Share is a part of a whole.
type Share struct {
	Count int     `json:"count"`
	Of    int     `json:"of"`
	Value float64 `json:"value"` // Count / Of, in [0, 1]; 0 where Of is 0
}

// add counts one more, and whether it has what is asked for.
func (s *Share) add(has bool) {
	s.Of++
	if has {
		s.Count++
	}
	s.Value = ratio(s.Count, s.Of)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
