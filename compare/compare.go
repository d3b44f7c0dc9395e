// Package compare asks whether claims agree. Like package claims it is plain
// data and one interface: the pair to be judged, the verdict on it, and the
// report that collects the verdicts worth reading.
//
// The packages below it fill the data, in this order:
//
//  1. topic brings claims about the same thing together and proposes pairs;
//  2. rule, a [Judge], says of a pair whether it is opposed, and why;
//  3. check runs the whole pipeline from articles to a [Report];
//  4. eval scores it against annotated data.
//
// lexicon, vector and align are what topic and rule share.
package compare

import (
	"context"

	"crosscheck/claims"
)

// Version is the version of the report's JSON. Within a major version fields
// are added, never renamed or removed.
const Version = "1.2"

// Statement is one side of a comparison: a sentence of a claim, or a bare text
// that belongs to no article.
type Statement struct {
	Text string
	// Claim is the claim that the statement belongs to; nil for a bare text.
	Claim *claims.Claim
	// Pieces are the spans of the article's text that Text was joined from,
	// with one space between two; empty for a bare text.
	Pieces []claims.Span
	// Context is what the statement answers to without repeating it ("Asked
	// about the hacking, ..."), "" where nothing is known.
	Context string
	// Named is whether the article names the speaker where it says whose words these
	// are, or does so just before in the same paragraph; false where it only means him
	// ("the mayor", "he").
	Named bool
}

// Locate turns a span of s.Text into spans of the article's text: one for
// every piece that it touches. For a bare text it returns the span itself.
func (s Statement) Locate(at claims.Span) []claims.Span {
	if len(s.Pieces) == 0 {
		return []claims.Span{at}
	}
	var out []claims.Span
	begin := 0 // where the piece begins in s.Text
	for _, p := range s.Pieces {
		lo, hi := max(at.Start, begin), min(at.End, begin+p.Len())
		if lo < hi {
			out = append(out, claims.Span{Start: p.Start + lo - begin, End: p.Start + hi - begin})
		}
		begin += p.Len() + 1
	}
	return out
}

// Pair is two statements to be compared. The order carries no meaning for a
// finding; for [Label] Entailment, A is the premise and B the hypothesis.
type Pair struct {
	A, B Statement
}

// Label is the three-way relation of natural language inference.
type Label string

// The labels.
const (
	Entailment    Label = "entailment"
	Neutral       Label = "neutral"
	Contradiction Label = "contradiction"
)

// Scores are the weights of the three labels; each is in [0, 1] and they sum to 1.
type Scores struct {
	Entailment    float64 `json:"entailment"`
	Neutral       float64 `json:"neutral"`
	Contradiction float64 `json:"contradiction"`
}

// Relation says which desk a finding goes to.
type Relation string

// The relations.
const (
	Dispute  Relation = "dispute"  // two sources oppose each other
	Conflict Relation = "conflict" // two outlets tell the same fact differently in their own voice
	Shift    Relation = "shift"    // one source against itself at two dates
	Misquote Relation = "misquote" // one remark in different words, or given to different speakers
	Heading  Relation = "headline" // a headline or summary against its own article, or an article against itself
	Edit     Relation = "edit"     // one text printed by several outlets, changed on the way
)

// Type says what the opposition consists in.
type Type string

// The types, after de Marneffe, Rafferty and Manning 2008, table 3, with the
// last two added for quotations.
const (
	Negation    Type = "negation"
	Antonym     Type = "antonym"
	Number      Type = "number"
	Date        Type = "date"
	Quantifier  Type = "quantifier"
	Modality    Type = "modality"
	Factivity   Type = "factivity"
	Structure   Type = "structure" // who does what to whom
	Lexical     Type = "lexical"
	Wording     Type = "wording"
	Attribution Type = "attribution"
)

// Evidence are the words that decide, on both sides. In a [Verdict] the spans
// point into Statement.Text, in a [Finding] into the article's text.
type Evidence struct {
	A []claims.Span `json:"a"`
	B []claims.Span `json:"b"`
}

// Verdict is what a judge says of a pair.
type Verdict struct {
	Label    Label
	Scores   Scores
	Type     Type     // "" unless Label is Contradiction
	Score    float64  // how sure the judge is of the opposition, in [0, 1]; 0 where it sees none
	Evidence Evidence // empty unless Label is Contradiction
	Why      string   // one sentence, in words that can be checked against the evidence
	Rule     string   // ID of the rule that decided, "" where none did
	// Guard is the code of the guard that held an opposition back ("same-side",
	// "supersession"); Label is then Neutral and Type, Rule and Evidence tell
	// what would have been said.
	Guard string
	// Opinions are the judges that Score was put together from; nil where it is
	// one judge's.
	Opinions []Opinion
}

// Opinion is what one of several judges said of a pair.
type Opinion struct {
	Judge string  `json:"judge"` // its name and version
	Score float64 `json:"score"` // how sure it is of the opposition, in [0, 1]
}

// Judge compares statements. It must be deterministic and safe for concurrent
// use, and answers for every pair, in order.
type Judge interface {
	// Name is the judge's name and version, "rules/1".
	Name() string
	// Judge returns one verdict for each pair. The error is not about a
	// pair but about the judge: a cancelled context, a model that is gone.
	Judge(ctx context.Context, pairs []Pair) ([]Verdict, error)
}

// Scorer weighs the three labels of a pair and knows no reasons, as a
// cross-encoder does. It must be safe for concurrent use, and give a pair the
// same scores whatever else is asked with it.
type Scorer interface {
	// Name is the model's name and version, "cross/1".
	Name() string
	// Scores are those of each pair, in order. Contradiction is the same whichever
	// side comes first; Entailment is that of B by A. The error is not about a
	// pair but about the model, or the context's.
	Scores(ctx context.Context, pairs []Pair) ([]Scores, error)
}

// Story is an event and the articles about it.
type Story struct {
	ID       string   `json:"id"`       // the ID of its first article
	Title    string   `json:"title"`    // the title of its first article that has one
	Articles []string `json:"articles"` // article IDs, by date and ID
	From     string   `json:"from"`     // YYYY-MM-DD of the first article, "" where no date is known
	To       string   `json:"to"`       // YYYY-MM-DD of the last one
}

// Topic is a group of claims about the same thing.
type Topic struct {
	ID    string `json:"id"`    // from its first claim, by date, article and place
	Label string `json:"label"` // the words that its claims share
	// Claims are claim IDs: its first claim, then the others in the order of
	// the news.
	Claims   []string `json:"claims"`
	Centre   string   `json:"centre"`   // the claim that the others are like
	Stories  []string `json:"stories"`  // IDs of the stories that it runs through
	Outlets  []string `json:"outlets"`  // by name
	Speakers []string `json:"speakers"` // names, by how often they speak
	From     string   `json:"from"`     // YYYY-MM-DD of the first claim, "" where no date is known
	To       string   `json:"to"`       // YYYY-MM-DD of the last one
}

// Copies are appearances of one text: agency copy in twelve papers is one
// witness. Only the first is compared with other claims.
type Copies struct {
	Kind   string   `json:"kind"`   // wire, own or quotation, as package wire names them
	Claims []string `json:"claims"` // claim IDs, the first stands for all
	// Witnesses is how many of the appearances are independent of one another.
	Witnesses int `json:"witnesses"`
}

// Finding is two claims that oppose each other.
type Finding struct {
	ID       string   `json:"id"` // from both claims' IDs and the relation, whatever their order
	Relation Relation `json:"relation"`
	Type     Type     `json:"type"`
	A        string   `json:"a"`     // claim ID
	B        string   `json:"b"`     // claim ID
	Score    float64  `json:"score"` // in [0, 1]: the judge's, raised where the two sides are found opposed in several places
	Why      string   `json:"why"`
	Evidence Evidence `json:"evidence"`
	Judge    string   `json:"judge"` // name and version of the judge
	// Opinions are the judges that were asked one by one, where it were several,
	// and what each of them said.
	Opinions []Opinion `json:"opinions,omitempty"`
	Rule     string    `json:"rule"`  // ID of the rule
	Topic    string    `json:"topic"` // topic ID
	// Also are the IDs of further claims on A's side of the matter, and on B's.
	Also Also `json:"also"`
}

// Also are claims of findings that were folded into one: the same matter, found
// in other places.
type Also struct {
	A []string `json:"a"` // claim IDs
	B []string `json:"b"` // claim IDs
}

// Supersession is the reason for which a pair is set aside whose one side is a later state
// of the other.
const Supersession = "supersession"

// SetAside is a pair that was considered and not flagged.
type SetAside struct {
	A string `json:"a"` // claim ID
	B string `json:"b"` // claim ID
	// Reason is the code of the guard that held the pair back, one of rule.Guards
	// or of package check's own: same-side, supersession, scope,
	// different-subject, question, conditional, reported-position,
	// incidental-number, list-valued, scare-quotes, connective, refinement,
	// restatement or unsure-speaker.
	Reason string `json:"reason"`
	Type   Type   `json:"type"` // what the opposition would have been
	Why    string `json:"why"`  // what it would have been, and why it is none
}

// RuleDoc says in words what a rule looks for, when a guard holds a pair back, or
// how a judge without rules decides.
type RuleDoc struct {
	ID  string `json:"id"`  // as Finding.Rule names it, or Finding.Judge, or SetAside.Reason
	Doc string `json:"doc"` // one or two sentences
}

// Since is how a report differs from an earlier one.
type Since struct {
	File string   `json:"file"` // the earlier report, as it was named
	New  []string `json:"new"`  // IDs of the findings that it does not have; all others are still open
	Gone []Gone   `json:"gone"` // what it has and this report does not
}

// Gone is a finding of an earlier report with its claims as they were there:
// their articles may not be in the report that holds it.
type Gone struct {
	Finding Finding      `json:"finding"`
	A       claims.Claim `json:"a"`
	B       claims.Claim `json:"b"`
}

// Report is the outcome of a run: everything that any format shows.
type Report struct {
	Version  string           `json:"version"`
	Articles []claims.Article `json:"articles"`
	Claims   []claims.Claim   `json:"claims"`
	Stories  []Story          `json:"stories"`  // in the order of the news
	Topics   []Topic          `json:"topics"`   // largest first
	Copies   []Copies         `json:"copies"`   // by their first claim, in the order of the news
	Findings []Finding        `json:"findings"` // best first
	Rules    []RuleDoc        `json:"rules"`    // what decided, by ID, as far as it is known; what is not named is left out
	SetAside []SetAside       `json:"set_aside"`
	Warnings []claims.Warning `json:"warnings"`
	Since    *Since           `json:"since,omitempty"` // nil where it was held against no earlier report
}
