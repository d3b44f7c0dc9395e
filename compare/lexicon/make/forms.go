package main

import (
	"slices"
	"strings"
)

// rule takes an ending off a form and puts another on, for one part of speech.
type rule struct {
	pos      byte
	from, to string
}

// rules are those of WordNet's morphy, with doubled consonants handled apart.
var rules = []rule{
	{'n', "ies", "y"}, {'n', "es", ""}, {'n', "s", ""}, {'n', "men", "man"},
	{'v', "ies", "y"}, {'v', "es", ""}, {'v', "s", ""},
	{'v', "ied", "y"}, {'v', "ed", "e"}, {'v', "ed", ""},
	{'v', "ing", "e"}, {'v', "ing", ""},
	{'a', "est", ""}, {'a', "er", ""}, {'a', "est", "e"}, {'a', "er", "e"}, {'a', "iest", "y"}, {'a', "ier", "y"},
}

// lemmatise leads each word back to its dictionary forms, the word itself
// first where it is one. Words that WordNet does not have stay as they are.
func lemmatise(words []string, net *wordNet) map[string][]string {
	out := map[string][]string{}
	for _, w := range words {
		var found []string
		if net.lemmas[w] != nil {
			found = append(found, w)
		}
		found = append(found, net.forms[w]...)
		if len(net.forms[w]) == 0 {
			found = append(found, regular(w, net)...)
		}
		out[w] = distinct(found, w)
	}
	return out
}

// regular applies the rules to w and keeps what WordNet knows.
func regular(w string, net *wordNet) []string {
	var out []string
	for _, r := range rules {
		stem, ok := strings.CutSuffix(w, r.from)
		if !ok || len(stem) < 2 {
			continue
		}
		try := []string{stem + r.to}
		if n := len(stem); r.to == "" && n > 2 && stem[n-1] == stem[n-2] {
			try = append(try, stem[:n-1])
		}
		for _, t := range try {
			if net.lemmas[t][r.pos] && t != w {
				out = append(out, t)
			}
		}
	}
	return out
}

// distinct drops repeated words and words of several parts; it falls back on w.
func distinct(in []string, w string) []string {
	var out []string
	for _, s := range in {
		if !slices.Contains(out, s) && !strings.Contains(s, " ") && len(out) < 3 {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return []string{w}
	}
	return out
}
