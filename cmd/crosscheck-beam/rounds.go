package main

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/compare/check"
	"crosscheck/compare/star"
)

func init() {
	beam.RegisterDoFn(&nodeFn{})
	beam.RegisterDoFn(&roundFn{})
	beam.RegisterDoFn(&restFn{})
	beam.RegisterDoFn(&lastFn{})
	beam.RegisterDoFn(&askFn{})
	beam.RegisterDoFn(&answerFn{})
	beam.RegisterDoFn(&pickFn{})
}

// rounds groups nodes around centres, as package star does on one machine, by
// news that neighbours send each other: no worker holds all links. linked are the
// links at both ends, by the node; most is after how many rounds one worker takes
// the nodes that have not decided. It returns the nodes by the centre of their
// group, one alone by itself; and parts of the report.
func rounds(s beam.Scope, most int, linked beam.PCollection) (groups, parts beam.PCollection) {
	s = s.Scope("group")
	nodes, news, parts := beam.ParDo3(s, &nodeFn{}, beam.GroupByKey(s, linked))
	var decided, tardy []beam.PCollection
	keep := func(d, l beam.PCollection) { decided, tardy = append(decided, d), append(tardy, l) }
	for n := range most {
		s := s.Scope(fmt.Sprintf("round %d", n+1))
		var d, l beam.PCollection
		nodes, news, d, l = beam.ParDo4(s, &roundFn{}, beam.CoGroupByKey(s, nodes, news))
		keep(d, l)
	}
	keep(beam.ParDo2(s, &lastFn{}, beam.CoGroupByKey(s, beam.ParDo(s, &restFn{}, nodes), beam.ParDo(s, &restFn{}, news))))
	asks, alone := beam.ParDo2(s, &askFn{}, beam.CoGroupByKey(s, beam.Flatten(s, decided...), beam.Flatten(s, tardy...)))
	answers, centres := beam.ParDo2(s, &answerFn{}, beam.GroupByKey(s, asks))
	members := beam.ParDo(s, &pickFn{}, beam.GroupByKey(s, answers))
	return beam.Flatten(s, alone, centres, members), parts
}

// nodeFn makes a node of its links.
type nodeFn struct{}

// ProcessElement emits the node and its news, and counts an article that was
// capped.
func (*nodeFn) ProcessElement(ctx context.Context, name string, group func(*[]byte) bool, node, tell func(string, []byte), out func([]byte)) error {
	defer groupClock.run(ctx)()
	list, err := links.all(group)
	if err != nil {
		return err
	}
	var near []star.Near
	capped := false
	for _, l := range list {
		near = append(near, l.Near...)
		capped = capped || l.Capped
	}
	if capped {
		out(parts.pack(ctx, whole, &part{Capped: check.Capped{Articles: 1}}))
	}
	n := star.NewNode(name, near)
	node(name, nodes.pack(ctx, name, &n))
	n.Tell(teller(ctx, tell))
	return nil
}

// teller sends news.
func teller(ctx context.Context, emit func(string, []byte)) func(string, star.News) {
	return func(to string, n star.News) { emit(to, news.pack(ctx, to, &n)) }
}

// roundFn plays a round of a node that has not decided.
type roundFn struct{}

// ProcessElement emits the node, again or as decided with its news. News for one
// that has decided is late: it is heard when all have.
func (*roundFn) ProcessElement(ctx context.Context, name string, group, mail func(*[]byte) bool, node, tell, decided, tardy func(string, []byte)) error {
	defer groupClock.run(ctx)()
	list, err := nodes.all(group)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		for data := []byte(nil); mail(&data); {
			tardy(name, data)
		}
		return nil
	}
	heard, err := news.all(mail)
	if err != nil {
		return err
	}
	n := &list[0]
	n.Hear(heard...)
	if !n.Decide() {
		node(name, nodes.pack(ctx, name, n))
		return nil
	}
	decided(name, nodes.pack(ctx, name, n))
	n.Tell(teller(ctx, tell))
	return nil
}

// restFn puts what is left under one key.
type restFn struct{}

// ProcessElement emits what it gets, with its key.
func (*restFn) ProcessElement(ctx context.Context, key string, data []byte, emit func(string, []byte)) {
	emit(whole, rests.pack(ctx, whole, &rest{key, data}))
}

// lastFn plays the rounds that are left.
type lastFn struct{}

var leftOver = beam.NewDistribution(counters, "nodes left after the rounds")

// ProcessElement emits the nodes, decided, and what they tell others.
func (*lastFn) ProcessElement(ctx context.Context, _ string, group, mail func(*[]byte) bool, decided, tardy func(string, []byte)) error {
	defer groupClock.run(ctx)()
	left, err := rests.all(group)
	if err != nil {
		return err
	}
	leftOver.Update(ctx, int64(len(left)))
	list, heard := make([]star.Node, len(left)), make(map[string][]star.News, len(left))
	for i, r := range left {
		if list[i], err = nodes.unpack(r.Data); err != nil {
			return err
		}
		heard[r.Node] = nil
	}
	if err := deliver(mail, heard, tardy); err != nil {
		return err
	}
	if err := star.Settle(list, heard, teller(ctx, tardy)); err != nil {
		return err
	}
	for i := range list {
		decided(list[i].Name, nodes.pack(ctx, list[i].Name, &list[i]))
	}
	return nil
}

// deliver brings news to the nodes that are left, and emits what is for others.
func deliver(mail func(*[]byte) bool, heard map[string][]star.News, tardy func(string, []byte)) error {
	for data := []byte(nil); mail(&data); {
		r, err := rests.unpack(data)
		if err != nil {
			return err
		}
		if _, left := heard[r.Node]; !left {
			tardy(r.Node, r.Data)
			continue
		}
		n, err := news.unpack(r.Data)
		if err != nil {
			return err
		}
		heard[r.Node] = append(heard[r.Node], n)
	}
	return nil
}

// askFn lets a node ask those that are chosen around it.
type askFn struct{}

// ProcessElement emits what the node asks, and a node without links as a group of
// its own.
func (*askFn) ProcessElement(ctx context.Context, name string, group, tardy func(*[]byte) bool, ask func(string, []byte), alone func(string, string)) error {
	defer groupClock.run(ctx)()
	list, err := nodes.all(group)
	if err != nil || len(list) == 0 {
		return err
	}
	heard, err := news.all(tardy)
	if err != nil {
		return err
	}
	n := &list[0]
	n.Hear(heard...)
	n.Ask(func(of string, a star.Ask) { ask(of, askings.pack(ctx, of, &a)) })
	if len(n.Near) == 0 {
		alone(name, name)
	}
	return nil
}

// answerFn answers for a node that is chosen.
type answerFn struct{}

// ProcessElement emits the node itself, and if it takes any of those that ask, an
// answer to each.
func (*answerFn) ProcessElement(ctx context.Context, name string, group func(*[]byte) bool, answer func(string, []byte), centre func(string, string)) error {
	defer groupClock.run(ctx)()
	list, err := askings.all(group)
	if err != nil {
		return err
	}
	takes := false
	for _, a := range list {
		takes = takes || a.Takes
	}
	for _, a := range list {
		if takes {
			answer(a.From, answers.pack(ctx, a.From, &star.Near{Name: name, Similarity: a.Similarity}))
		}
	}
	centre(name, name)
	return nil
}

// pickFn picks the centre of a node that is taken.
type pickFn struct{}

// ProcessElement emits the node by its centre.
func (*pickFn) ProcessElement(ctx context.Context, name string, group func(*[]byte) bool, member func(string, string)) error {
	defer groupClock.run(ctx)()
	list, err := answers.all(group)
	if err != nil {
		return err
	}
	member(star.Pick(list), name)
	return nil
}
