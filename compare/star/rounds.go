package star

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Node is one node of a graph that no memory holds whole. It knows its own links
// and what its neighbours tell it, and together nodes find what [Group] finds of
// the whole graph:
//
//  1. in rounds of [News] each learns whether a centre takes it. That depends on
//     the nodes before it in the order of centres alone, so that many decide in
//     each round and few rounds are needed (Blelloch, Fineman and Shun 2012);
//  2. one that is taken asks all that are chosen around it ([Node.Ask]);
//  3. those of them that take anybody answer, and it picks the one that it is
//     most like ([Pick]).
//
// The fields are there to be stored between rounds.
type Node struct {
	Name string // orders nodes whose links do not
	Sum  int64  // of its similarities
	Role Role
	Near []Near // by name
}

// Near is a neighbour as a [Node] knows it.
type Near struct {
	Name       string
	Similarity float32 // in [1/unit, 1]
	Sum        int64   // the neighbour's own; 0 where it is not known yet
	Role       Role
}

// Role is what a node learns in the rounds.
type Role uint8

const (
	Undecided Role = iota
	Taken          // some centre takes it
	Chosen         // none does: it is a centre if it takes anybody itself
)

// News is what a node tells a neighbour.
type News struct {
	From string
	Sum  int64
	Role Role
}

// Ask is what a node that is taken asks of one that is chosen.
type Ask struct {
	From       string
	Similarity float32
	Takes      bool // the one that is asked takes it
}

// NewNode is a node with its links; of several to one neighbour the strongest counts.
func NewNode(name string, near []Near) Node {
	slices.SortFunc(near, func(a, b Near) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(b.Similarity, a.Similarity))
	})
	n := Node{Name: name, Near: slices.CompactFunc(near, func(a, b Near) bool { return a.Name == b.Name })}
	for _, l := range n.Near {
		n.Sum += int64(l.Similarity * unit)
	}
	return n
}

// Tell tells the neighbours what they have to know of the node: before the first
// round its sum, when it has decided its role. One that is taken is of interest
// to those after it alone.
func (n *Node) Tell(tell func(to string, news News)) {
	for i := range n.Near {
		if l := &n.Near[i]; n.Role != Taken || !n.before(l) {
			tell(l.Name, News{n.Name, n.Sum, n.Role})
		}
	}
}

// Hear takes in what neighbours tell.
func (n *Node) Hear(heard ...News) {
	for _, h := range heard {
		i, ok := slices.BinarySearchFunc(n.Near, h.From, func(l Near, name string) int { return strings.Compare(l.Name, name) })
		if ok {
			l := &n.Near[i]
			l.Sum, l.Role = h.Sum, max(l.Role, h.Role) // what is late and old is no news
		}
	}
}

// Decide reports whether the node knows its role now.
func (n *Node) Decide() bool {
	open := false
	for i := range n.Near {
		switch l := &n.Near[i]; {
		case l.Sum == 0:
			open = true
		case l.Role == Chosen && n.before(l):
			n.Role = Taken
			return true
		case l.Role == Undecided && n.before(l):
			open = true
		}
	}
	if !open {
		n.Role = Chosen
	}
	return !open
}

// Ask asks all that are chosen around a node that is taken, when all roles are
// known. The first of them takes it.
func (n *Node) Ask(ask func(of string, a Ask)) {
	first := -1
	for i := range n.Near {
		if n.Near[i].Role == Chosen && (first < 0 || n.Near[i].compare(&n.Near[first]) < 0) {
			first = i
		}
	}
	for i := range n.Near {
		if l := &n.Near[i]; n.Role == Taken && l.Role == Chosen {
			ask(l.Name, Ask{n.Name, l.Similarity, i == first})
		}
	}
}

// Pick is the centre that a node is most like, of those that answered; of equals
// the first by name.
func Pick(centres []Near) string {
	return slices.MinFunc(centres, func(a, b Near) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), strings.Compare(a.Name, b.Name))
	}).Name
}

// Settle plays rounds with the nodes that are left of a graph until all have
// decided, and tells what they tell others. mail is the news on its way to them,
// by name. The error says that some wait for news that nobody will send.
func Settle(nodes []Node, mail map[string][]News, tell func(to string, news News)) error {
	here := make(map[string]bool, len(nodes))
	for i := range nodes {
		here[nodes[i].Name] = true
	}
	for open := len(nodes); ; {
		next := map[string][]News{}
		for i := range nodes {
			n := &nodes[i]
			if n.Hear(mail[n.Name]...); n.Role != Undecided || !n.Decide() {
				continue
			}
			open--
			n.Tell(func(to string, news News) {
				if here[to] {
					next[to] = append(next[to], news)
				} else {
					tell(to, news)
				}
			})
		}
		switch mail = next; {
		case len(next) > 0:
		case open > 0:
			return fmt.Errorf("grouping %d nodes: %d wait for neighbours that are not there", len(nodes), open)
		default:
			return nil
		}
	}
}

// compare orders two neighbours as they become centres.
func (l *Near) compare(o *Near) int {
	return cmp.Or(cmp.Compare(o.Sum, l.Sum), strings.Compare(l.Name, o.Name))
}

// before reports whether a neighbour's turn is before the node's.
func (n *Node) before(l *Near) bool {
	return l.compare(&Near{Name: n.Name, Sum: n.Sum}) < 0
}
