package main

import "github.com/apache/beam/sdks/v2/go/pkg/beam"

// plan says what is read and what is written.
type plan struct {
	in   []string // file patterns
	out  string   // the report, JSON
	lost string   // the dead letters, JSON Lines; "" for no file
	keep string   // what the report has: keepAll, keepCited or keepFound
	ways int      // into how many parts large stages are spread; 1 but on Prism
	most int      // in how many rounds nodes are grouped before one worker takes the rest

	least float64 // the least score of a finding; 0 for the judge's own bar
}

// pipeline builds the whole pipeline: read, link, extract, unify, open, meet,
// judge, join, fold, write.
func pipeline(s beam.Scope, p plan) {
	articles, unread, lost := readAll(s, p.in)
	storyOf, capped := link(s, p.most, articles)
	told := extractAll(s, p.ways, articles, storyOf)
	speakers := unify(s, told.rolls, told.appearances)
	story := openAll(s, p.ways, p.least, told.sheets, speakers)
	links, wanted, crowded := meet(s, p.ways, story.cards)
	across := judge(s, p.least, wanted, story.sides)
	topicOf, topics := joinTopics(s, p.most, links, story.mentions)
	findings, cited := fold(s, p, beam.Flatten(s, story.opposed, across), topicOf)
	found := beam.Flatten(s, unread, capped, told.parts, crowded, story.parts, topics, findings)
	if p.keep != keepAll {
		found = onlyCited(s, found, cited)
	}
	write(s, p.out, p.lost, found, beam.Flatten(s, lost, told.letters, story.letters))
}
