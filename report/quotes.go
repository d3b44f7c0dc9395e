package report

import (
	"math"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
)

// usualClaims is how many claims of a topic are shown: enough to see what it is
// about and that its claims differ.
const usualClaims = 3

// quotes are some of a topic's claims.
func (f *filler) quotes(p homed, n int, hands map[string]string) []Quote {
	var out []Quote
	for _, id := range f.pick(p, n, hands) {
		c := f.claims[id]
		out = append(out, Quote{Source: f.source(id), Kind: OfClaim(*c), Text: f.telling(c, p.Label), Printed: f.printed(id, nil)})
	}
	return out
}

// pick chooses claims that stand for a topic: the one at its centre, and then
// again and again the first that adds most. They are returned in the topic's
// order.
func (f *filler) pick(p homed, n int, hands map[string]string) []string {
	sample := picker{filler: f, hands: hands, seen: map[string]bool{}}
	taken := map[string]bool{}
	here := f.at(p)
	for len(taken) < n {
		best, least := "", math.MaxInt
		for _, id := range p.Claims {
			cost := sample.cost(id)
			if !here[id] {
				cost += elsewhere
			}
			if len(taken) == 0 && id == p.Centre && here[id] {
				cost = -1
			}
			if !taken[id] && cost < least {
				best, least = id, cost
			}
		}
		if least >= worthless {
			break
		}
		sample.take(best)
		taken[best] = true
	}
	return slices.DeleteFunc(slices.Clone(p.Claims), func(id string) bool { return !taken[id] })
}

// What speaks against a claim in a sample, the least first.
const (
	isOwn       = 1 << iota // nobody is named
	isTitled                // a headline
	sameSpeaker             // who has spoken already
	sameOutlet              // as has been shown, or one that copies it
	elsewhere               // of another story
	worthless               // not in the report, or a text that is shown
)

// picker is a sample of claims in the making.
type picker struct {
	*filler
	hands map[string]string
	seen  map[string]bool // outlets, speakers and texts, each with a letter before it
}

// keys are those of a claim in seen.
func (s *picker) keys(id string) (outlet, speaker, text string) {
	c := s.claims[id]
	if c.Speaker != nil {
		speaker = "s" + c.Speaker.ID
	}
	return "o" + s.hand(id, s.hands), speaker, "t" + clean(c.Text)
}

// cost is what speaks against taking a claim.
func (s *picker) cost(id string) int {
	c := s.claims[id]
	if c == nil {
		return worthless
	}
	cost := 0
	outlet, speaker, text := s.keys(id)
	for _, x := range []struct {
		so   bool
		cost int
	}{{c.Speaker == nil, isOwn}, {c.Kind == claims.Titled, isTitled}, {s.seen[speaker], sameSpeaker}, {s.seen[outlet], sameOutlet}, {s.seen[text], worthless}} {
		if x.so {
			cost += x.cost
		}
	}
	return cost
}

func (s *picker) take(id string) {
	outlet, speaker, text := s.keys(id)
	s.seen[outlet], s.seen[text] = true, true
	if speaker != "" {
		s.seen[speaker] = true
	}
}

// at are the claims of a topic in the story that it is listed in: all where it
// is not known.
func (f *filler) at(p homed) map[string]bool {
	out := map[string]bool{}
	i, ok := f.stories[p.home]
	for _, id := range p.Claims {
		c := f.claims[id]
		out[id] = !ok || c != nil && slices.Contains(f.report.Stories[i].Articles, c.Article)
	}
	return out
}

// telling is the first sentence of a claim that holds most words of the label:
// what a topic gathers are sentences.
func (f *filler) telling(c *claims.Claim, label string) string {
	text, spans := c.Text, []claims.Span{{End: len(c.Text)}}
	if a := f.articles[c.Article]; a != nil {
		if content := sound(a.Text, c.Content); len(content) > 0 {
			text, spans = a.Text, content
		}
	}
	best, most := clean(c.Text), -1
	for _, span := range spans {
		for _, s := range sentence.Split(text, span) {
			if n := hits(s.In(text), label); n > most {
				best, most = clean(s.In(text)), n
			}
		}
	}
	return best
}

// hits is how many words of the label a text holds.
func hits(text, label string) int {
	text = strings.ToLower(text)
	n := 0
	for w := range strings.FieldsSeq(strings.ToLower(label)) {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n
}
