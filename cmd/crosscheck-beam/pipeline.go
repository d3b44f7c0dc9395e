package main

import "github.com/apache/beam/sdks/v2/go/pkg/beam"

// plan says what is read and what is written.
type plan struct {
	in   []string // file patterns
	out  string   // the report, JSON
	lost string   // the dead letters, JSON Lines; "" for no file
	all  bool     // the report has every article and claim, not only those that are cited
	ways int      // into how many parts large stages are spread; 1 but on Prism
}

// pipeline builds the whole pipeline: read, link, extract, unify, open, meet,
// judge, join, fold, write.
func pipeline(s beam.Scope, p plan) {
	articles, unread, lost := readAll(s, p.in)
	storyOf, capped := link(s, articles)
	sheets, rolls, skipped, lostToo := extractAll(s, p.ways, articles, storyOf)
	speakers := unify(s, rolls)
	story := openAll(s, p.ways, sheets, speakers)
	links, wanted, crowded := meet(s, p.ways, story.cards)
	across := judge(s, wanted, story.sides)
	topicOf, topics := joinTopics(s, links, story.mentions)
	findings, cited := fold(s, beam.Flatten(s, story.opposed, across), topicOf)
	found := beam.Flatten(s, unread, capped, skipped, crowded, story.parts, topics, findings)
	if !p.all {
		found = keepCited(s, found, cited)
	}
	write(s, p.out, p.lost, found, beam.Flatten(s, lost, lostToo, story.letters))
}
