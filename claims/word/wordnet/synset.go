package wordnet

import (
	"errors"
	"strings"
)

// Synset is a meaning, and the words that have it.
type Synset struct {
	ID        string   // "00000001-n"
	Members   []string // words as they are spelt, the most usual first
	Hypernyms []string // the IDs of the next broader ones; nil for many
}

// synsets reads the lines of a lexicographer's file: IDs at the margin, keys and
// the items of their lists two columns in.
type synsets struct {
	all []Synset
	key string // whose list is being read
}

var errNoSynset = errors.New("a line that stands under no synset")

func (s *synsets) line(indent int, body string) error {
	if indent == 0 {
		s.all = append(s.all, Synset{ID: strings.TrimSuffix(body, ":")})
		s.key = ""
		return nil
	}
	if len(s.all) == 0 {
		return errNoSynset
	}
	item, isItem := strings.CutPrefix(body, "- ")
	last := &s.all[len(s.all)-1]
	switch {
	case indent != 2: // a text that goes on
	case !isItem:
		s.key, _, _ = strings.Cut(body, ":")
	case s.key == "members":
		last.Members = append(last.Members, unquote(item))
	case s.key == "hypernym":
		last.Hypernyms = append(last.Hypernyms, unquote(item))
	}
	return nil
}
