package check

import (
	"cmp"
	"slices"

	"crosscheck/compare"
	"crosscheck/compare/rule"
)

// otherDocs say what decides beside the rules of package rule: other packages'
// rules by ID, and judges without rules by name.
var otherDocs = []compare.RuleDoc{
	{ID: "reported", Doc: `The article itself says that somebody denies, disputes or contradicts what somebody else said: "the ministry dismissed the mayor's claim".`},
	{ID: "jury/1", Doc: `Rules say what the opposition is; boosted trees, learned from findings that people have read, say how often such a finding was right.`},
	{ID: "trained/1", Doc: `Boosted trees over how the words of two sentences answer to each other, learned from labelled pairs.`},
	{ID: "net/1", Doc: `A small neural network, learned from labelled pairs; it names no words.`},
	{ID: "dismissed", Doc: `A reviewer rejected the pair.`},
	{ID: "parted", Doc: `A reviewer took one of the two claims out of the topic.`},
	{ID: "edit", Doc: `Two outlets print one text, and one of them changed what it says on the way: a figure, a date, "may" for "will", a qualification dropped.`},
}

// RuleDocs explains the rules and judges that findings name, and the guards that
// set pairs aside, by ID. One that nobody explains is left out.
func RuleDocs(r *compare.Report) []compare.RuleDoc {
	named := map[string]bool{}
	for _, f := range r.Findings {
		named[f.Rule], named[f.Judge] = true, true
	}
	for _, s := range r.SetAside {
		named[s.Reason] = true
	}
	out := []compare.RuleDoc{}
	for _, d := range allDocs() {
		if named[d.ID] {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b compare.RuleDoc) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func allDocs() []compare.RuleDoc {
	var docs []compare.RuleDoc
	for _, r := range rule.All {
		docs = append(docs, compare.RuleDoc{ID: r.ID, Doc: r.Doc})
	}
	for _, g := range rule.Guards {
		docs = append(docs, compare.RuleDoc{ID: g.ID, Doc: g.Doc})
	}
	return append(docs, otherDocs...)
}
