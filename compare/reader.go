package compare

// Reading is a statement as a [Reader] has made it ready for comparing. What is
// in it is the reader's own, and another reader knows nothing of it.
type Reading any

// Reader is a judge that reads each statement once, however many pairs it is
// part of, and then compares readings. A run over many articles asks a judge
// that is one; any other is asked by [Judge] alone, pair by pair.
//
// Both methods are safe for concurrent use, and start no goroutines of their
// own: the caller spreads the work, say a story at a time, and lets a story's
// readings go when it is done with it.
type Reader interface {
	Judge
	// Read makes a statement ready, once for all its pairs.
	Read(s Statement) Reading
	// Oppose returns, of two readings of its own, the verdict that Judge gives
	// the pair where that is a Contradiction or names a Guard. Of every other
	// pair it returns false, as cheaply as it can tell.
	Oppose(a, b Reading) (Verdict, bool)
}

// Leaner is a reader that can be asked what it is less sure of, too: of a pair
// for which something else speaks.
type Leaner interface {
	Reader
	// Lean returns a reader of the same readings whose bar is the score least.
	Lean(least float64) Reader
}
