package main

import (
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"crosscheck/compare/check"
)

func init() {
	beam.RegisterDoFn(&joinFn{})
	register.Emitter2[string, string]()
	register.Iter1[string]()
	beam.RegisterDoFn(&moveFn{})
	beam.RegisterDoFn(&describeFn{})
}

// joinTopics joins the topics of different stories and describes them. It
// returns the topics' IDs by statement, and parts of the report.
//
// Topics are grouped by their links alone, in rounds (rounds.go); the statements
// themselves stay where they are.
func joinTopics(s beam.Scope, most int, links, mentions beam.PCollection) (topicOf, parts beam.PCollection) {
	s = s.Scope("topics")
	groups, _ := rounds(s, most, links)
	moves := beam.ParDo(s, &joinFn{}, beam.GroupByKey(s, groups))
	moved := beam.ParDo(s, &moveFn{}, beam.CoGroupByKey(s, moves, mentions))
	return beam.ParDo2(s, &describeFn{}, beam.GroupByKey(s, moved))
}

// joinFn joins topics.
type joinFn struct{}

// ProcessElement emits for each of several topics the centre of the one that it
// joined.
func (*joinFn) ProcessElement(centre string, group func(*string) bool, emit func(string, string)) {
	list := names(group)
	if len(list) < 2 {
		return
	}
	for _, node := range list {
		emit(node, centre)
	}
}

// names are the names of a group, sorted.
func names(group func(*string) bool) (list []string) {
	for name := ""; group(&name); {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// moveFn moves statements to the topic that theirs joined.
type moveFn struct{}

// ProcessElement emits the statements of a topic by the centre of the one that
// it is in now. A statement that is in none is let go.
func (*moveFn) ProcessElement(ctx context.Context, node string, move func(*string) bool, group func(*[]byte) bool, emit func(string, []byte)) error {
	defer topicClock.run(ctx)()
	centre := node
	moved := move(&centre)
	list, err := mentions.all(group)
	if err != nil {
		return err
	}
	for _, m := range list {
		if moved || m.Topic {
			emit(centre, joined.pack(ctx, centre, &m))
		}
	}
	return nil
}

// describeFn describes a topic.
type describeFn struct{}

var topicSize = beam.NewDistribution(counters, "statements of a topic")

// ProcessElement emits the topic, and its ID for each of its statements.
func (*describeFn) ProcessElement(ctx context.Context, centre string, group func(*[]byte) bool, emit func(string, []byte), out func([]byte)) error {
	defer topicClock.run(ctx)()
	list, err := joined.all(group)
	if err != nil || len(list) == 0 {
		return err
	}
	topicSize.Update(ctx, int64(len(list)))
	slices.SortFunc(list, func(a, b mention) int { return strings.Compare(a.Place, b.Place) })
	label, claim := "", ""
	told := make([]check.Mention, len(list))
	for i, m := range list {
		told[i] = m.Mention
		if m.Place == centre {
			claim, label = m.Claim, m.Label
			if label == "" {
				label = check.LabelAlone(m.Text)
			}
		}
	}
	t := check.NewTopic(label, claim, list[0].Nth, told)
	out(parts.pack(ctx, whole, &part{Topic: &t}))
	for _, m := range list {
		one := topical{m.Place, t.ID}
		emit(m.Place, topicals.pack(ctx, m.Place, &one))
	}
	return nil
}
