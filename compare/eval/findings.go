package eval

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

// StoryTable is how well the whole pipeline does.
type StoryTable struct {
	Stories  int     `json:"stories"`
	Articles int     `json:"articles"`
	Findings int     `json:"findings"`  // that count: those of a story with the highest scores
	Cut      int     `json:"cut"`       // that do not: a story has more than MostFindings
	PerStory float64 `json:"per_story"` // findings a story that count
	Marked   Share   `json:"marked"`    // of the findings: they tell a pair of the gold, of any strength

	Matters []Level `json:"matters"` // found, by strength, the plainest first
	// Relations and Types are the matters of strength 2 and above, found, by what
	// the editor takes their pairs for; a matter may be in several groups. Then "all".
	Relations  []Group `json:"relations"`
	Types      []Group `json:"types"`
	Negatives  []Group `json:"negatives"`  // flagged, by reason, then "all"
	Statements []Group `json:"statements"` // with the right speaker, by kind, then "all"

	Mistakes *StoryMistakes `json:"mistakes,omitempty"` // nil where none were asked for
}

// MostFindings is how many findings of a story count: a reader looks no further.
const MostFindings = 10

// fair is the strength from which on a report should show a pair.
const fair = 2

// Level is the share of matters found among those with a pair of at least a
// strength; a weaker pair does not find them.
type Level struct {
	Strength int `json:"strength"`
	Share
}

// Group is the share of one group.
type Group struct {
	Name string `json:"name"`
	Share
}

// RunStories runs the pipeline on each story of the gold by itself, in the
// order in which the articles come. An article belongs to the story that the
// gold names it in, else to the one whose name with "_" behind it its ID begins
// with; others are left out.
func RunStories(ctx context.Context, g Stories, articles []claims.Article, opt check.Options) ([]*compare.Report, error) {
	named, stories := map[string]string{}, map[string]bool{}
	g.each(func(_, story string, s Side) { named[s.Article], stories[story] = story, true })
	byStory := map[string][]claims.Article{}
	var order []string
	for _, a := range articles {
		story, known := named[a.ID]
		if !known {
			story = a.ID[:max(0, strings.LastIndexByte(a.ID, '_'))]
		}
		if !stories[story] {
			continue
		}
		if byStory[story] == nil {
			order = append(order, story)
		}
		byStory[story] = append(byStory[story], a)
	}
	var out []*compare.Report
	for _, s := range order {
		r, err := check.Run(ctx, byStory[s], opt)
		if err != nil {
			return nil, fmt.Errorf("story %q: %w", s, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// ScoreStories compares the reports, one a story, with the gold. examples is how
// many mistakes of each sort are told; less than 0 tells none.
func ScoreStories(g Stories, reports []*compare.Report, examples int) StoryTable {
	p := newPress(reports)
	t := StoryTable{Stories: len(reports), Articles: len(p.articles), Findings: len(p.findings), Cut: len(p.cut)}
	t.PerStory = ratio(t.Findings, t.Stories)
	met := map[int]bool{}
	found := make([]bool, len(g.Pairs))
	for i, o := range g.Pairs {
		for _, f := range p.meeting(o.A, o.B) {
			met[f], found[i] = true, true
		}
	}
	t.Marked = Share{len(met), t.Findings, ratio(len(met), t.Findings)}
	t.Matters = matters(g.Pairs, found)
	t.Relations = mattersBy(g.Pairs, found, func(o Opposition) string { return string(o.Relation) })
	t.Types = mattersBy(g.Pairs, found, func(o Opposition) string { return string(o.Type) })
	negatives, statements := groups{}, groups{}
	for _, n := range g.Negatives {
		negatives.add(n.Reason, len(p.meeting(n.A, n.B)) > 0)
	}
	for _, s := range g.Statements {
		statements.add(string(s.Kind), p.attributed(s))
	}
	t.Negatives, t.Statements = negatives.list(), statements.list()
	t.Mistakes = p.mistakes(g, found, met, examples)
	return t
}

// matter names a matter among all stories.
type matter struct{ story, name string }

func (o Opposition) matter() matter { return matter{o.Story, o.Matter} }

// mattersBy counts the matters of strength 2 and above found, by a property of
// their pairs.
func mattersBy(pairs []Opposition, found []bool, property func(Opposition) string) []Group {
	hit, in := map[matter]bool{}, map[string]map[matter]bool{}
	for i, o := range pairs {
		if o.Strength < fair {
			continue
		}
		m, name := o.matter(), cmp.Or(property(o), "-")
		hit[m] = hit[m] || found[i]
		for _, n := range []string{name, string(All)} {
			if in[n] == nil {
				in[n] = map[matter]bool{}
			}
			in[n][m] = true
		}
	}
	g := groups{}
	for name, members := range in {
		s := &Share{}
		for m := range members {
			s.add(hit[m])
		}
		g[name] = s
	}
	return g.list()
}

// matters counts, for every strength from 3 down to 1, the matters found.
func matters(pairs []Opposition, found []bool) []Level {
	var out []Level
	for strength := 3; strength >= 1; strength-- {
		hit := map[matter]bool{}
		for i, o := range pairs {
			if o.Strength >= strength {
				hit[o.matter()] = hit[o.matter()] || found[i]
			}
		}
		l := Level{Strength: strength}
		for _, h := range hit {
			l.add(h)
		}
		out = append(out, l)
	}
	return out
}

// groups are shares by the name of their group.
type groups map[string]*Share

func (g groups) add(name string, has bool) {
	for _, n := range []string{cmp.Or(name, "-"), string(All)} {
		if g[n] == nil {
			g[n] = &Share{}
		}
		g[n].add(has)
	}
}

// list are the groups in the order of their names, all of them last.
func (g groups) list() []Group {
	out := []Group{}
	for _, name := range slices.Sorted(maps.Keys(g)) {
		if name != string(All) {
			out = append(out, Group{name, *g[name]})
		}
	}
	if all := g[string(All)]; all != nil {
		out = append(out, Group{string(All), *all})
	}
	return out
}
