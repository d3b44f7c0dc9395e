package wordnet

import (
	"errors"
	"strings"
)

// Entry is a word in one part of speech. Two words that are spelt alike and
// pronounced differently, as "lead" and "lead" are, have an entry each.
type Entry struct {
	Word   string   // as it is spelt, "May"; may be several words, "give up"
	Part   byte     // 'n', 'v', 'a', 's' (an adjective near another) or 'r' (an adverb)
	Forms  []string // the irregular ones, "gave"; nil for most
	Senses []Sense  // in the dictionary's order, the usual one first
}

// Sense is one meaning of an entry.
type Sense struct {
	Key      string   // "use%1:04:00::", as senseidx(5WN) tells; "" where it has none
	Synset   string   // the ID of its [Synset]
	Antonyms []string // the keys of opposite senses
	Derived  []string // the keys of senses of words that this one is made from, or they from it
}

// File is the number of the lexicographer file that the sense is sorted into,
// as lexnames(5WN) has it: "04" is noun.act. It is "" where the key tells none.
func (s Sense) File() string {
	_, rest, _ := strings.Cut(s.Key, "%")
	if len(rest) < len("1:04") || rest[1] != ':' {
		return ""
	}
	return rest[2:4]
}

// entries reads the lines of a file of entries: words at the margin, parts of
// speech two columns in, their keys four, those of a sense six.
type entries struct {
	all   []Entry
	word  string
	last  *Entry // the last of all; nil before the word's first part of speech
	key   string // of the entry, whose list is being read
	sense *Sense // the entry's last; nil before its first
	list  string // the key of the sense whose list is being read
}

var errNoEntry = errors.New("a line that stands under no entry")

func (e *entries) line(indent int, body string) error {
	item, isItem := strings.CutPrefix(body, "- ")
	switch {
	case indent == 0:
		e.word, e.last = unquote(strings.TrimSuffix(body, ":")), nil
	case indent == 2 && e.word != "":
		e.all = append(e.all, Entry{Word: e.word, Part: body[0]})
		e.last, e.key, e.sense = &e.all[len(e.all)-1], "", nil
	case e.last == nil:
		return errNoEntry
	case indent == 4 && !isItem:
		e.key, _, _ = strings.Cut(body, ":")
	case indent == 4 && e.key == "form":
		e.last.Forms = append(e.last.Forms, unquote(item))
	case indent == 4 && e.key == "sense":
		e.last.Senses = append(e.last.Senses, Sense{})
		e.sense = &e.last.Senses[len(e.last.Senses)-1]
		e.field(item)
	case indent == 6 && e.key == "sense" && e.sense == nil:
		return errNoEntry
	case indent == 6 && e.key == "sense" && isItem:
		e.item(unquote(item))
	case indent == 6 && e.key == "sense":
		e.field(body)
	}
	return nil
}

// field reads a key of the sense and the value behind it.
func (e *entries) field(body string) {
	key, value, _ := strings.Cut(body, ":")
	e.list = key
	switch value = unquote(strings.TrimSpace(value)); key {
	case "id":
		e.sense.Key = value
	case "synset":
		e.sense.Synset = value
	}
}

// item adds to the list of the sense that is being read, if it is kept.
func (e *entries) item(key string) {
	switch e.list {
	case "antonym":
		e.sense.Antonyms = append(e.sense.Antonyms, key)
	case "derivation":
		e.sense.Derived = append(e.sense.Derived, key)
	}
}
