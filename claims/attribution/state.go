package attribution

// state is where a token stands in its attribution. Apart from what the token
// is (its role), it remembers whether content was seen already: an attribution
// needs a cue and, unless the sentence ends first, content.
type state uint8

const (
	outside state = iota
	left          // content before its cue
	gap0          // between the parts of an attribution whose cue is still to come, no content yet
	gap1          // the same, with content
	lead0         // source before its cue
	lead1
	cue0
	cue1
	rest0 // behind the cue, between the parts
	rest1
	tail0 // source behind its cue
	tail1
	right // content behind its cue
	states
)

// role is what the weights tell apart: the first are what a token is, the
// others where a part begins and where it has ended.
type role uint8

const (
	inOutside role = iota
	inGap
	inRest
	inLeft
	inLead
	inCue
	inTail
	inRight
	leftBegins
	leftEnds
	rightBegins
	rightEnds
	sourceBegins
	sourceEnds
	cueBegins
	cueEnds
	roles
)

var roleOf = [states]role{
	outside: inOutside, left: inLeft, gap0: inGap, gap1: inGap, lead0: inLead, lead1: inLead, cue0: inCue, cue1: inCue,
	rest0: inRest, rest1: inRest, tail0: inTail, tail1: inTail, right: inRight,
}

// follows are the states that may follow each state.
var follows = [states][]state{
	outside: {outside, left, lead0, cue0},
	left:    {left, gap1, lead1, cue1},
	gap0:    {gap0, left, lead0, cue0},
	gap1:    {gap1, left, lead1, cue1},
	lead0:   {lead0, gap0, left, cue0},
	lead1:   {lead1, gap1, left, cue1},
	cue0:    {cue0, rest0, tail0, right},
	cue1:    {cue1, rest1, tail1, right, outside, left, lead0, cue0},
	rest0:   {rest0, cue0, tail0, right},
	rest1:   {rest1, cue1, tail1, right},
	tail0:   {tail0, rest0, right, cue0},
	tail1:   {tail1, rest1, right, outside, cue1, left, lead0, cue0},
	right:   {right, rest1, tail1, outside, left, lead0, cue0, cue1},
}

// first and last are the states that a sentence may begin and end with.
var (
	first = [states]bool{outside: true, left: true, lead0: true, cue0: true}
	last  = [states]bool{outside: true, cue1: true, tail1: true, right: true, cue0: true, rest0: true, tail0: true}
)

// none is a role that carries no weight.
const none = roles

// begins and ends are the roles of the first token of a part and of the token
// behind its last, none for what is between the parts.
var (
	begins = [states]role{
		outside: none, left: leftBegins, gap0: none, gap1: none, lead0: sourceBegins, lead1: sourceBegins, cue0: cueBegins, cue1: cueBegins,
		rest0: none, rest1: none, tail0: sourceBegins, tail1: sourceBegins, right: rightBegins,
	}
	ends = [states]role{
		outside: none, left: leftEnds, gap0: none, gap1: none, lead0: sourceEnds, lead1: sourceEnds, cue0: cueEnds, cue1: cueEnds,
		rest0: none, rest1: none, tail0: sourceEnds, tail1: sourceEnds, right: rightEnds,
	}
)

// step is an allowed move from one token's state to the next one's.
type step struct{ from, to state }

// goesOn reports whether the same part goes on: no role begins or ends. A cue
// behind a cue with its content is another's.
func (s step) goesOn() bool { return s.from == s.to }

// steps are the moves into each state, by the state that they come from.
var steps = func() (into [states][]step) {
	for f := range states {
		for _, t := range follows[f] {
			into[t] = append(into[t], step{f, t})
		}
	}
	return into
}()
