package eval

import (
	"cmp"
	"slices"
)

// FNCMistakes are the worst mistakes of the head.
type FNCMistakes struct {
	FalseAlarms []FNCMistake `json:"false_alarms"` // the highest score first
	Misses      []FNCMistake `json:"misses"`       // the lowest score first
}

// FNCMistake is one pair.
type FNCMistake struct {
	Line      int           `json:"line"` // in the file of stances, 1-based
	Headline  string        `json:"headline"`
	Body      string        `json:"body"` // its ID
	Gold      Stance        `json:"gold"`
	Score     float64       `json:"score"`     // the head's, in [0, 1]; 0 where the pair was taken as unrelated
	Sentences []FNCSentence `json:"sentences"` // that the headline was judged against
}

// FNCSentence is a sentence of a body.
type FNCSentence struct {
	Text  string  `json:"text"`
	Score float64 `json:"score"` // the judge's contradiction score
	Rule  string  `json:"rule"`
	Guard string  `json:"guard"`
}

// fncMistakes are at most most mistakes of each sort; nil where most is less
// than 0.
func fncMistakes(s Stances, kept []fncPair, f fncFit, most int) *FNCMistakes {
	if most < 0 {
		return nil
	}
	m := &FNCMistakes{FalseAlarms: []FNCMistake{}, Misses: []FNCMistake{}}
	judged := make([]bool, len(s.Pairs))
	for i, k := range kept {
		judged[k.pair] = true
		if f.said[i] == k.disagree {
			continue
		}
		if one := fncMistake(s, k, f.score[i]); f.said[i] {
			m.FalseAlarms = append(m.FalseAlarms, one)
		} else {
			m.Misses = append(m.Misses, one)
		}
	}
	for i, p := range s.Pairs {
		if !judged[i] && p.Stance == Disagree {
			m.Misses = append(m.Misses, fncMistake(s, fncPair{pair: i, body: p.Body}, 0))
		}
	}
	slices.SortStableFunc(m.FalseAlarms, func(a, b FNCMistake) int { return cmp.Compare(b.Score, a.Score) })
	slices.SortStableFunc(m.Misses, func(a, b FNCMistake) int { return cmp.Compare(a.Score, b.Score) })
	m.FalseAlarms = m.FalseAlarms[:min(len(m.FalseAlarms), most)]
	m.Misses = m.Misses[:min(len(m.Misses), most)]
	return m
}

func fncMistake(s Stances, k fncPair, score float64) FNCMistake {
	p := s.Pairs[k.pair]
	out := FNCMistake{Line: p.Line, Headline: p.Headline, Body: s.Bodies[k.body].ID, Gold: p.Stance, Score: score, Sentences: []FNCSentence{}}
	for i, text := range k.best {
		v := k.verdicts[i]
		out.Sentences = append(out.Sentences, FNCSentence{text, v.Scores.Contradiction, v.Rule, v.Guard})
	}
	return out
}
