package main

import (
	"fmt"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/star"
	"crosscheck/compare/story"
)

// What goes between the stages. Keys are strings that sort as the news does.

// read is an article as it was read.
type read struct {
	Order   string // sorts as the single machine reads
	Article claims.Article
}

// profiled is an article as the linking sees it.
type profiled struct {
	Date    string
	Known   bool // later articles of the group are linked with it, and it with none
	Profile story.Profile
}

// sheet is an article with its claims.
type sheet struct {
	Order   string
	Article claims.Article
	Claims  []claims.Claim
}

// renamed says who the speakers of an article are in the run, as far as they are
// others than in the article.
type renamed struct {
	Article string
	From    []claims.Speaker
	To      []claims.Speaker
}

// card is what finds a statement from another story.
type card struct {
	Place, Node, Story string
	Day                int32
	Speaker            uint32
	Judged             bool // its speaker is known
	Words              []string
}

// mention is a statement as a topic tells it.
type mention struct {
	check.Mention
	Place string
	Nth   int32
	Topic bool   // it is the centre of a topic of its story, or in one
	Label string // of a centre
	Text  string // of one that is in no topic yet
}

// met are two statements of different stories that are alike.
type met struct {
	A, B         string // places
	NodeA, NodeB string // the centres of their topics
	Similarity   float32
	Judged       bool // both speakers are known
}

// asked wants a side for a pair, or the topic of a place for a finding.
type asked struct {
	Pair       string
	Similarity float32
}

// sided is one side of a pair that is judged.
type sided struct {
	Similarity float32
	Side       check.Side
	Place      string
}

// opposed is a pair that is opposed, with the places of its statements, "" for
// one that stands for a claim without any.
type opposed struct {
	check.Opposed
	NewsA, NewsB string
}

// topical says which topic has a statement.
type topical struct{ Place, Topic string }

// linked are links of a node: to whom, and how alike. Without any they say that
// there is the node.
type linked struct {
	Near   []star.Near
	Capped bool // the node was compared with only some of the others
}

// rest is what is left when the rounds are over, with the node whose it is.
type rest struct {
	Node string
	Data []byte
}

// part is a part of the report. One field but Order is set.
type part struct {
	Order    string
	Article  *claims.Article
	Claims   []claims.Claim
	Story    *compare.Story
	Topic    *compare.Topic
	Copies   *compare.Copies
	Warning  *claims.Warning
	Findings []compare.Finding
	SetAside []compare.SetAside
	Capped   check.Capped
}

// The ways between the stages.
var (
	reads       = newWire[read]("articles by ID")
	named       = newWire[read]("articles")
	profiles    = newWire[profiled]("profiles by word")
	sieved      = newWire[profiled]("profiles for the undated")
	links       = newWire[linked]("links of nodes")
	nodes       = newWire[star.Node]("nodes in rounds")
	news        = newWire[star.News]("news in rounds")
	rests       = newWire[rest]("nodes left over")
	askings     = newWire[star.Ask]("questions to centres")
	answers     = newWire[star.Near]("answers of centres")
	homes       = newWire[string]("stories by ID")
	sheets      = newWire[sheet]("sheets by story")
	rolls       = newWire[entity.Roll]("rolls")
	appearances = newWire[entity.Appearance]("appearances by person")
	records     = newWire[entity.Record]("records of persons")
	renames     = newWire[renamed]("speakers by story")
	cards       = newWire[card]("cards by key")
	mentions    = newWire[mention]("mentions by topic")
	joined      = newWire[mention]("mentions by joined topic")
	mets        = newWire[met]("pairs across")
	asks        = newWire[asked]("statements wanted")
	sides       = newWire[check.Side]("statements")
	pairs       = newWire[sided]("sides by pair")
	opposeds    = newWire[opposed]("opposed pairs")
	wanted      = newWire[asked]("topics wanted")
	topicals    = newWire[topical]("topics by statement")
	settled     = newWire[topical]("topics of findings")
	cites       = newWire[string]("what is cited")
	parts       = newWire[part]("parts of the report")
	kept        = newWire[part]("parts that are cited")
)

// place is the key of a statement: it sorts as the news does.
func place(a *claims.Article, at int32) string {
	return newsPlace(a.Date, a.ID) + fmt.Sprintf("\x00%06x", at)
}

func newsPlace(date, id string) string { return date + "\x00" + id }

// order is the place of an article in the input: by pattern, then by the names
// of folders and file, then by line, as article.Walk reads.
func order(pattern int, path string, line int) string {
	return fmt.Sprintf("%06d\x00%s\x00%012d", pattern, strings.ReplaceAll(path, "/", "\x01"), line)
}
