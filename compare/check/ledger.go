package check

import (
	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/story"
	"crosscheck/compare/topic"
)

// Ledger is what a run knows of its articles, so that the next one need not
// look at them again: plain data, which package archive keeps on disk. Texts
// and claims are not in it but on a [Shelf]. The zero value knows nothing.
//
// Articles are numbered in the order in which they came, and statements in that
// of their articles; a number stays what it is. What stands in the first two
// groups of fields is a function of the articles by themselves and only grows;
// the rest is about how they are grouped.
type Ledger struct {
	Articles []Known
	Profiles []story.Profile // of each article
	Edges    []story.Edge
	Capped   int // articles that were compared with some of their like only

	Begin []int32 // of each article, its first statement; one more for the end
	Lines []Line  // of each statement
	// Claims and Dates are, of each statement, the ID of its claim and the day
	// on which that was said, as a place in Days.
	Claims []string
	Dates  []uint32
	Days   []string
	// Entries are the blocking keys: key<<32 | statement, in order.
	Entries []uint64
	// Words are the words that stand for a statement when stories are compared,
	// as numbers in Vocabulary; those of statement i are
	// Words[WordsFrom[i]:WordsFrom[i+1]].
	WordsFrom  []uint32
	Words      []uint32
	Vocabulary []string // folded

	Story    []int32  // of each article, the first of its story; -1 for one that is gone
	Live     []bool   // of each statement, whether it stands for itself: it is no copy, nor gone
	Centre   []int32  // of each statement, the centre of its topic in its story; -1 for none
	Speaker  []int32  // of each statement, the place in Speakers; -1 for none
	Labels   []string // of each statement that is a centre, the words that its topic shares
	Speakers []claims.Speaker
	Copies   []Copies          // in the order of the news
	Alone    map[int32]int     // first article of a story -> texts that may have copies that were not found
	Found    []topic.Candidate // statements of different stories about one thing, in the order of the news
}

// Known is an article that has been read.
type Known struct {
	ID, Outlet, Title, Date string
	URL, Path               string
	Line                    int
	Sum                     uint64 // of everything that tells one article from another
}

// Line is where a statement stands in its article.
type Line struct {
	Claim int32 // place among the article's claims
	Nth   int32 // which of the claim's sentences
}

// Copies are statements that are copies of one text; the first stands for all.
type Copies struct {
	Kind      string // as package wire names it
	Witnesses int
	Members   []int32
}

// Shelf has the articles of a ledger, with their claims.
type Shelf interface {
	// Sheet is an article, by its number in the ledger, with its claims as they
	// were found in it. It is asked from several goroutines.
	Sheet(article int32) (Sheet, error)
}

// Sheet is an article with its claims.
type Sheet struct {
	Article claims.Article
	Claims  []claims.Claim
	// Found are the speakers of the claims as they were found in the article,
	// where those of the claims are joined with others; nil where they are not.
	Found []*claims.Speaker
}

// Added is what came of adding articles to a ledger.
type Added struct {
	// Report has the topics that the new articles are in, the stories of these
	// articles, and the articles of these stories with their claims on these
	// topics: of other articles of such a topic, only the IDs of claims. Where
	// everything was asked for, or nothing was known before, it has everything.
	// There are no findings.
	Report *compare.Report
	New    []string // of these topics, the IDs of those that no other article is in
	Sheets []Sheet  // the articles that came, in the order of their numbers: what the shelf does not have yet
	// Known are articles that were there already, Replaced those that came with
	// another text under an ID that was known.
	Known, Replaced int
}
