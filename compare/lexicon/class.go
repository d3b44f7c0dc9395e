package lexicon

// Class is a set of things that a word does in a sentence.
type Class uint64

// The classes, named in news.yaml.
const (
	Negator      Class = 1 << iota // turns its clause off: "not", "no"
	Harmless                       // holds a negator but negates nothing: "not only"
	StopsObject                    // turns its object off: "halt the talks"
	StopsSubject                   // turns its subject off: "the talks collapsed"
	StopsOf                        // a noun that turns what it is of off: "lack of"
	StopsClause                    // turns an infinitive or clause off: "fail to"
	StopsNoun                      // an adjective that turns its noun off: "frozen"
	Keeper                         // says that its subject goes on
	Denial                         // says that its clause is untrue
	Untrue                         // what such a clause is called: "false"
	Utterance                      // what is called so: "claim"
	Finding                        // "conclude", "establish"
	EvidenceFor                    // "evidence", "proof"
	Perceive                       // "see", "have", in "seen no evidence"
	Conditional                    // "if"
	Plan                           // "plan", "want", "may"
	Now                            // a later state: "now", "no longer"
	Earlier                        // an earlier one: "initially"
	Connective                     // "although"
	Symmetric                      // both sides may change places: "meet"
	All                            // "every"
	Most                           // "almost all"
	Some                           // "a few"
	None                           // "no"
	Sure                           // "will"
	Probable                       // "should"
	Maybe                          // "may"
	Approximate                    // "about"
	Saying                         // "said"
	Function                       // holds the sentence together
	Pronoun                        // "they"
	FirstPerson                    // "we"
	Be                             // "is"
	Boundary                       // a clause begins: "but"
	Calendar                       // "Monday", "May"
	Single                         // has one value only: "born", "capital"
	Moved                          // what was before is another: "rise to", "revise to"
	NotAll                         // less than all: "not every"
	Befall                         // happens to people in the news: "hurt", "arrested"
	Founded                        // before the year from which on a thing is there: "built in"
	Staff                          // with how many work somewhere: "employs", "a staff of"
)

// classNames are the keys of news.yaml.
var classNames = map[string]Class{
	"negator": Negator, "harmless": Harmless, "stops_object": StopsObject, "stops_subject": StopsSubject,
	"stops_of": StopsOf, "stops_clause": StopsClause, "stops_noun": StopsNoun, "keeper": Keeper,
	"denial": Denial, "untrue": Untrue, "utterance": Utterance, "finding": Finding, "evidence": EvidenceFor,
	"perceive": Perceive, "conditional": Conditional, "plan": Plan, "now": Now, "earlier": Earlier,
	"connective": Connective, "symmetric": Symmetric, "all": All, "most": Most, "some": Some, "none": None,
	"sure": Sure, "probable": Probable, "maybe": Maybe, "approximate": Approximate, "saying": Saying,
	"function": Function, "pronoun": Pronoun, "firstperson": FirstPerson, "be": Be, "boundary": Boundary, "calendar": Calendar, "single": Single, "moved": Moved, "not_all": NotAll, "befall": Befall, "founded": Founded, "staff": Staff,
}

// Reverser are the classes that turn something off.
const Reverser = StopsObject | StopsSubject | StopsOf | StopsClause | StopsNoun | Denial
