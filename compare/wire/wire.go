// Package wire finds text that outlets have from one another or from an agency,
// so that twelve outlets which print one dispatch count as one witness, and tells
// what was changed on the way.
//
// Find gathers the copies:
//
//  1. each passage is folded to the hashes of its words (fold.go), of which those
//     in quotation marks are counted (marks.go); those with the same words
//     are one text (text.go);
//  2. texts that share a fingerprint, a run of words chosen by winnowing
//     (winnow.go), are compared word by word with the earliest of their kind
//     (group.go, like.go);
//  3. rare words, and the statements around (witness.go, weight.go), tell copying
//     from accident, and one dispatch from two reporters who took down the
//     same speech (copies.go).
//
// Edits compares two copies:
//
//  4. the words are brought to one style: spelling, titles, figures, days
//     (token.go, lists.go);
//  5. they are aligned (diff.go), and what tells the same is taken out (alike.go);
//  6. each difference is classified by a list of kinds, the gravest first
//     (classify.go and a file for each family), and told in a sentence (why.go).
//
// It does not read articles or find sentences, it knows nothing of claims, and
// it finds no paraphrases: text that was written anew is not a copy. That
// reporters copy, and how, is measured after Clough, Gaizauskas, Piao and Wilks
// 2002 (METER); that texts are alike by the runs of words they share is Broder's
// (1997).
package wire

// Passage is a statement: a sentence, or a quotation, of an article. Only Text
// is needed for [Edits].
type Passage struct {
	ID      string
	Article string // ID of the article
	Outlet  string
	Date    string // of the article, YYYY-MM-DD; "" where it is not known
	Speaker string // ID of who is quoted, "" where nobody is or nobody knows
	Text    string
	At      int // where it begins in the article: passages of one article are neighbours in this order
	// Quoted tells that all of Text is a quotation, whose marks may lie outside
	// of it. Quotation marks inside Text are read from it.
	Quoted bool
}

// Kind tells how passages came to have the same words.
type Kind string

// The kinds.
const (
	Wire      Kind = "wire"      // one text printed by several outlets: one witness
	Own       Kind = "own"       // one text printed in several articles of one outlet
	Quotation Kind = "quotation" // the same words taken down by several reporters
)

// Copies are passages of at least two articles with the same text, or one that
// was edited lightly.
type Copies struct {
	Kind Kind
	// Members are the passages, by date, outlet, article and place; those
	// without a date come last. The first stands for all.
	Members []Copy
	// Witnesses is how many of the members count when it is asked who confirms
	// it: 1 for Wire and Own; for a Quotation, the dispatches and reporters that
	// have it independently of one another.
	Witnesses int
}

// Copy is one appearance of a text.
type Copy struct {
	Passage int     // index into the passages given to [Find]
	Witness int     // members with the same number are one witness; from 0 in the order of members
	Like    float64 // share of its words and the first member's that both have in order, in (0, 1]; 1 is the same words
}

// Found is what [Find] returns.
type Found struct {
	Copies []Copies // by their first member, in the order of Members
	// Capped is how many texts share their fingerprints with so many others that
	// only the likeliest, or the latest, of those were compared: one in a
	// thousand of news. None is lost; a copy among them may have been missed.
	Capped int
}

// Find returns the groups of copies among passages. Its result does not depend
// on the order of the passages, and a text keeps the leader that it was grouped behind
// when passages of a later date are added. With more copies known a group may
// turn from Wire to Quotation, and members that stood alone may join.
//
// Time and memory grow with the number of words. No text is compared with more
// than a fixed number of others (leader clustering, Hartigan 1975, chapter 3, with the
// earliest text as the leader).
func Find(passages []Passage) Found {
	g := newLibrary(passages).group()
	return Found{Copies: g.copies(), Capped: g.capped}
}
