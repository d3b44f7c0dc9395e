package report

import (
	"fmt"
	"strings"

	"crosscheck/claims"
)

// The phrases that more than one format sets.

// Scope is what was read: "4 articles from 2 outlets: 11 claims on 3 topics,
// 4 named speakers".
func (t Totals) Scope() string {
	return fmt.Sprintf("%s from %s: %s on %s, %s", count(t.Articles, "article"), count(t.Outlets, "outlet"),
		count(t.Claims, "claim"), count(t.Topics, "topic"), count(t.Speakers, "named speaker"))
}

// Tally is the findings by relation: "4 dispute, 1 misquote".
func (t Totals) Tally() string {
	var parts []string
	for _, c := range t.Relations {
		parts = append(parts, grouped(c.N)+" "+strings.ToLower(c.Name))
	}
	return strings.Join(parts, ", ")
}

// sources lists outlets, with the speaker where the claim has one.
func sources(all []Source) string {
	var parts []string
	for _, s := range all {
		p := s.Outlet
		if s.Name != "" {
			p += " (" + s.Name + ")"
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, ", ")
}

// SmallPrint says which judges and rule decided, the topic and the ID.
func (f Finding) SmallPrint() string {
	parts := []string{"judge " + f.Judges}
	if f.Rule != "" {
		parts = append(parts, "rule "+f.Rule)
	}
	if f.Topic != "" {
		parts = append(parts, "topic "+f.Topic)
	}
	return strings.Join(append(parts, "finding "+f.ID), "; ")
}

// warning is a warning on one line: "a.jsonl:3: no body".
func warning(w claims.Warning) string {
	switch {
	case w.Path == "":
		return w.Reason
	case w.Line > 0:
		return fmt.Sprintf("%s:%d: %s", w.Path, w.Line, w.Reason)
	}
	return w.Path + ": " + w.Reason
}
