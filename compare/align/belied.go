package align

import "crosscheck/compare/lexicon"

// belie applies the turn of who calls a statement untrue to what it states: "the
// idea that the dam leaks is nonsense". i is the word for the statement.
func (p *Statement) belie(i int) {
	is, untrue := p.untrue(i)
	if untrue < 0 || p.Words[untrue].Off {
		return
	}
	t := Turn{At: untrue, From: i + 2, To: is, Backward: true, Denial: true}
	for k := t.From; k < t.To; k++ {
		p.turn(k, p.Words[k].Weight > 0 && !p.Words[k].Name, false)
	}
	p.Turns = append(p.Turns, t)
}

// untrue returns the word that says in the end that what word i stands for is
// untrue, with the form of "be" before it; -1 where none does.
func (p *Statement) untrue(i int) (is, untrue int) {
	is, untrue = -1, -1
	if p.Words[i].Class&lexicon.Utterance == 0 || i+2 >= len(p.Words) || p.Words[i+1].Norm != "that" {
		return is, untrue
	}
	for k := i + 2; k < len(p.Words) && !stop[p.Words[k].Norm]; k++ {
		switch w := &p.Words[k]; {
		case w.Class&lexicon.Be != 0 && w.Weight == 0:
			is, untrue = k, -1
		case is >= 0 && untrue < 0 && w.Class&lexicon.Untrue != 0 && p.afterBe(k):
			untrue = k
		}
	}
	return is, untrue
}

// stop are the marks and words at which a sentence, or its main part, ends.
var stop = map[string]bool{".": true, ";": true, "!": true, "?": true, "but": true}
