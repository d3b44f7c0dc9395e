package lexicon

// Additions are a newsroom's own entries, in YAML:
//
//	opposites:
//	  - words: [moored, adrift]
//	    test:
//	      - opposed: ["The barge is moored.", "The barge is adrift."]
//	  - a: [dry, alcohol-free]
//	    b: [wet, licensed]
//	    weak: true
//	same:
//	  - words: [harbour board, port authority]
//	reversers:
//	  - words: [mothball, lay up]
//	    turns: [object]
//	keepers:
//	  - words: [soldier on]
//	denials:
//	  - words: [pooh-pooh]
//	remove:
//	  - words: [urban, rural]
//
// A word is a dictionary form and stands for all its forms, "=moored" for that
// form alone; several words are a phrase.
type Additions struct {
	Opposites []Opposites `yaml:"opposites"` // what cannot both be said of one thing
	Same      []Words     `yaml:"same"`      // words for one thing
	Reversers []Turning   `yaml:"reversers"` // words that turn something off
	Keepers   []Words     `yaml:"keepers"`   // words that say that something goes on
	Denials   []Words     `yaml:"denials"`   // verbs whose clause or object is said to be untrue
	Remove    []Words     `yaml:"remove"`    // two opposites that are none in this newsroom

	path string
	data []byte
}

// Opposites are two words that oppose each other, or two lists of which any word
// of the one opposes any of the other.
type Opposites struct {
	Words []string `yaml:"words"` // the two words, where A and B are empty
	A     []string `yaml:"a"`
	B     []string `yaml:"b"`
	// Weak is for what is often true of two parts or moments of one thing: it
	// asks for more shared context.
	Weak bool    `yaml:"weak"`
	Test []Trial `yaml:"test"`
}

// Words are words of one kind.
type Words struct {
	Words []string `yaml:"words"`
	Test  []Trial  `yaml:"test"`
}

// Turning are words that turn something off: their object ("halt the talks"),
// their subject ("the talks collapsed"), their noun ("frozen talks"), what they
// are of ("lack of talks") or a clause ("fail to talk").
type Turning struct {
	Words []string `yaml:"words"`
	Turns []string `yaml:"turns"` // of object, subject, noun, of and clause; object where it is empty
	Test  []Trial  `yaml:"test"`
}

// Trial is two sentences that the judge must find opposed, or must not.
type Trial struct {
	Opposed   []string `yaml:"opposed"`
	Unopposed []string `yaml:"unopposed"`
}
