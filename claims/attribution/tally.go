package attribution

// tally counts how often words were cues: a word's level comes from it.
type tally struct {
	total map[string]count
	texts map[int]map[string]count // the same in each text alone
}

type count struct{ cue, all int }

// tallyOf counts the words of the examples.
func tallyOf(examples []Example) *tally {
	t := &tally{map[string]count{}, map[int]map[string]count{}}
	for _, e := range examples {
		text := t.texts[e.Text]
		if text == nil {
			text = map[string]count{}
			t.texts[e.Text] = text
		}
		for i := range e.Tokens {
			if e.Tokens[i].Kind == Word {
				norm, once := e.Tokens[i].Norm, count{0, 1}
				if e.cueAt(i) {
					once.cue = 1
				}
				t.total[norm] = t.total[norm].plus(once, 1)
				text[norm] = text[norm].plus(once, 1)
			}
		}
	}
	return t
}

func (e *Example) cueAt(i int) bool {
	for _, a := range e.Gold {
		if within(i, a.Cue) {
			return true
		}
	}
	return false
}

// plus adds d as often as n says.
func (c count) plus(d count, n int) count { return count{c.cue + n*d.cue, c.all + n*d.all} }

func (c count) level() level { return levelOf(c.cue, c.all) }

// levels are those of the words that have been seen often enough.
func (t *tally) levels() map[string]level {
	out := map[string]level{}
	for w, c := range t.total {
		if l := c.level(); l != unseen {
			out[w] = l
		}
	}
	return out
}

// levelsWithout are the levels of tokens by all texts but their own, which would
// give them away.
func (t *tally) levelsWithout(text int, tokens []Token) []level {
	out := make([]level, len(tokens))
	for i := range tokens {
		w := &tokens[i]
		if w.Kind != Word {
			continue
		}
		out[i] = t.total[w.Norm].plus(t.texts[text][w.Norm], -1).level()
		if out[i] == unseen {
			out[i] = strange(w)
		}
	}
	return out
}
