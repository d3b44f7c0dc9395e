package attribution

import (
	_ "embed"
	"strings"
)

// level is how often a word was part of a cue in the training texts.
type level uint8

const (
	unseen    level = iota + 1 // fewer than twice in training
	never                      // below 2 in 100
	rarely                     // below 8
	sometimes                  // below 20
	often                      // below 40
	mostly                     // below 65
	always
)

// fewest is how often a word must have been seen to be judged.
const fewest = 2

// levelOf ranks a word that was in a cue k times of n. A fifth of a count is
// added, as one for the rest, so that few sightings prove little.
func levelOf(k, n int) level {
	if n < fewest {
		return unseen
	}
	p := (float64(k) + 0.2) / (float64(n) + 1)
	for i, bound := range [...]float64{0.02, 0.08, 0.2, 0.4, 0.65} {
		if p < bound {
			return never + level(i)
		}
	}
	return always
}

// strange is the level of a word that training has not seen: that it is in the
// lists of cues speaks for it.
func strange(t *Token) level {
	if t.Lexicon != 0 {
		return sometimes
	}
	return unseen
}

// openers are the words that a clause or an adjunct may begin with: boundaries
// worth noting from afar.
var openers = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(openerList) {
		set[w] = true
	}
	return set
}()

//go:embed openers.txt
var openerList string
