package report

import (
	"cmp"
	"slices"

	"crosscheck/compare"
)

// chosen are the topics to list, those first that most outlets have of their
// own within one story, then those with most claims in it.
type chosen struct {
	topics    []homed
	few, over []homed
	hands     map[string]string
}

// homed is a topic in its story.
type homed struct {
	compare.Topic
	witnesses int
	home      string // the story that it is listed in, that most of its claims are from
	within    int    // witnesses in that story
	claims    int    // claims in that story
}

// choose applies the options.
func (f *filler) choose(o TopicOptions) chosen {
	o.Story = f.storyID(o.Story)
	c := chosen{hands: f.hands()}
	storyOf := f.storyOf()
	for _, t := range f.report.Topics {
		switch {
		case o.Story != "" && !slices.Contains(t.Stories, o.Story):
		case len(t.Outlets) < o.Outlets:
			c.few = append(c.few, homed{Topic: t})
		default:
			c.topics = append(c.topics, f.settle(t, o.Story, storyOf, c.hands))
		}
	}
	slices.SortStableFunc(c.topics, func(a, b homed) int {
		return cmp.Or(cmp.Compare(b.within, a.within), cmp.Compare(b.claims, a.claims), cmp.Compare(b.witnesses, a.witnesses))
	})
	if o.Limit > 0 && len(c.topics) > o.Limit {
		c.topics, c.over = c.topics[:o.Limit], c.topics[o.Limit:]
	}
	return c
}

// settle finds the story of a topic, which is the given one unless that is "".
func (f *filler) settle(t compare.Topic, story string, storyOf, hands map[string]string) homed {
	p := homed{Topic: t, witnesses: f.witnesses(t.Claims, hands), home: story}
	in := map[string][]string{} // story -> claims
	for _, id := range t.Claims {
		if c := f.claims[id]; c != nil {
			s := storyOf[c.Article]
			in[s] = append(in[s], id)
			if story == "" && len(in[s]) > len(in[p.home]) {
				p.home = s
			}
		}
	}
	p.claims, p.within = len(in[p.home]), f.witnesses(in[p.home], hands)
	return p
}

// storyID is the ID of a story by its own or that of any article in it.
func (f *filler) storyID(id string) string {
	for _, s := range f.report.Stories {
		if slices.Contains(s.Articles, id) {
			return s.ID
		}
	}
	return id
}

// storyOf is the story of each article.
func (f *filler) storyOf() map[string]string {
	out := make(map[string]string, len(f.report.Articles))
	for _, s := range f.report.Stories {
		for _, id := range s.Articles {
			out[id] = s.ID
		}
	}
	return out
}
