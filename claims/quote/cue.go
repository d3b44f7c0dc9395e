package quote

import (
	_ "embed"
	"strings"
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Complement says what may follow an attribution verb.
type Complement int

// The complements.
const (
	Clause Complement = iota // a clause, with or without "that"
	That                     // a clause after "that", "whether" or "if" only
	Phrase                   // a noun phrase or a to-phrase that carries the statement
)

// Cue is a word that attributes a statement.
type Cue struct {
	Lemma      string
	Stance     claims.Stance
	Complement Complement
	// Participle is true for an -ing form, whose subject is that of the main
	// clause: "he left, saying that ...".
	Participle bool
	// Past is true for a form that may be a passive participle.
	Past bool
}

//go:embed data/cues.txt
var cueList string

//go:embed data/nouns.txt
var nounList string

var verbs = sync.OnceValue(func() *word.Table[*Cue] {
	forms := map[string]Cue{}
	var class Cue
	for line := range strings.Lines(cueList) {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 4 && fields[0] == "class" {
			class = Cue{Stance: stances[fields[2]], Complement: complements[fields[3]]}
			continue
		}
		for _, f := range fields {
			inflect(forms, class, f)
		}
	}
	return table(forms)
})

var nouns = sync.OnceValue(func() *word.Table[*Cue] {
	forms := map[string]Cue{}
	for line := range strings.Lines(nounList) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			c := Cue{Lemma: f[0], Stance: stances[f[1]], Complement: That}
			forms[f[0]] = c
			forms[sForm(f[0])] = c
		}
	}
	return table(forms)
})

var stances = map[string]claims.Stance{
	"asserted": claims.Asserted, "denied": claims.Denied, "doubted": claims.Doubted,
	"asked": claims.Asked, "hoped": claims.Hoped,
}

var complements = map[string]Complement{"clause": Clause, "that": That, "phrase": Phrase}

// table is a map to be asked for every word of a text.
func table(forms map[string]Cue) *word.Table[*Cue] {
	out := make(map[string]*Cue, len(forms))
	for f, c := range forms {
		out[f] = &c
	}
	return word.NewTable(out)
}

// Verb looks up a form of an attribution verb in lower case ("said", "adding").
func Verb(form string) (Cue, bool) { return value(verbs().Look(form)) }

// Noun looks up an attribution noun in lower case ("claim", "allegations").
func Noun(form string) (Cue, bool) { return value(nouns().Look(form)) }

// Cues are what Verb and Noun find, each nil where there is none. They must not
// be changed.
func Cues(form string) (verb, noun *Cue) {
	verb, _ = verbs().Look(form)
	noun, _ = nouns().Look(form)
	return verb, noun
}

func value(c *Cue, ok bool) (Cue, bool) {
	if !ok {
		return Cue{}, false
	}
	return *c, true
}

// inflect adds the forms of one entry, "tell=tells,told,telling" or "add". An
// earlier entry keeps a form that two share.
func inflect(forms map[string]Cue, class Cue, entry string) {
	lemma, irregular, ok := strings.Cut(entry, "=")
	all := []string{sForm(lemma), edForm(lemma), ingForm(lemma)}
	if ok {
		all = strings.Split(irregular, ",")
	}
	class.Lemma = lemma
	for _, f := range append(all, lemma) {
		if _, taken := forms[f]; taken {
			continue
		}
		c := class
		c.Participle = strings.HasSuffix(f, "ing")
		c.Past = f != lemma && !c.Participle && !strings.HasSuffix(f, "s")
		forms[f] = c
	}
}

func sForm(v string) string {
	switch {
	case hasAnySuffix(v, "s", "sh", "ch", "x", "z"):
		return v + "es"
	case strings.HasSuffix(v, "y") && !hasAnySuffix(v, "ay", "ey", "oy"):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

func edForm(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case strings.HasSuffix(v, "y") && !hasAnySuffix(v, "ay", "ey", "oy"):
		return v[:len(v)-1] + "ied"
	}
	return doubled(v) + "ed"
}

func ingForm(v string) string {
	if strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") {
		return v[:len(v)-1] + "ing"
	}
	return doubled(v) + "ing"
}

// doubled repeats the last consonant where English spelling does: "admitted".
func doubled(v string) string {
	if hasAnySuffix(v, "mit", "quip", "but", "beg", "plan") {
		return v + v[len(v)-1:]
	}
	return v
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
