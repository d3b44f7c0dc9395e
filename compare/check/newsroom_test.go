package check

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
	"crosscheck/compare"
)

// gold is the annotation of our own newsroom, testdata/gold/newsroom.json.
type gold struct {
	Quotations  []goldSide
	Oppositions []goldPair
	Silent      []goldPair
}

type goldSide struct {
	Article, Text, Speaker string
	Kind                   claims.Kind
}

type goldPair struct {
	A, B                 goldSide
	Relation, Type, Note string
	Reason               string
}

// newsroom is the run over our own newsroom, with its gold.
type newsroom struct {
	outcome
	gold gold
	root string
}

// TestNewsroom scores the pipeline on our own twelve articles. The score is a
// golden file, so that a change of quality shows in review.
func TestNewsroom(t *testing.T) {
	dir := filepath.Join(datatest.Root(t), "testdata")
	n := newsroom{outcome: runOn(t, filepath.Join(dir, "articles")), root: filepath.Join(dir, "articles")}
	data, err := os.ReadFile(filepath.Join(dir, "gold", "newsroom.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &n.gold); err != nil {
		t.Fatal(err)
	}
	datatest.Golden(t, filepath.Join("testdata", "newsroom.txt"), n.score(t))
}

func (n newsroom) score(t *testing.T) string {
	var b strings.Builder
	var misses []string
	right := 0
	for _, q := range n.gold.Quotations {
		if n.attributed(t, q) {
			right++
		} else {
			misses = append(misses, fmt.Sprintf("quotation missed or misattributed: %s: %s", q.Speaker, q.Text))
		}
	}
	found := 0
	for _, p := range n.gold.Oppositions {
		if n.flagged(t, p) {
			found++
		} else {
			misses = append(misses, fmt.Sprintf("opposition missed: %s/%s: %s / %s", p.Relation, p.Type, p.A.Text, p.B.Text))
		}
	}
	alarms := 0
	for _, p := range n.gold.Silent {
		if n.flagged(t, p) {
			alarms++
			misses = append(misses, fmt.Sprintf("false alarm: %s: %s / %s", p.Reason, p.A.Text, p.B.Text))
		}
	}
	if alarms > 0 || 3*found < len(n.gold.Oppositions)-1 || 10*right < 9*len(n.gold.Quotations) {
		t.Errorf("below the floor: %d false alarms, %d oppositions, %d quotations", alarms, found, right)
	}
	fmt.Fprintf(&b, "quotations with the right speaker: %d of %d\n", right, len(n.gold.Quotations))
	fmt.Fprintf(&b, "oppositions found: %d of %d\n", found, len(n.gold.Oppositions))
	fmt.Fprintf(&b, "pairs that must stay silent, flagged: %d of %d\n", alarms, len(n.gold.Silent))
	fmt.Fprintf(&b, "findings: %d\n\n%s\n", len(n.Findings), strings.Join(misses, "\n"))
	for i, f := range n.Findings {
		fmt.Fprintf(&b, "\n%d. %s/%s %.2f %s\n   %s\n   %s\n", i+1, f.Relation, f.Type, f.Score, f.Why, n.claims[f.A].Text, n.claims[f.B].Text)
	}
	return b.String()
}

// span finds a gold text in its article.
func (n newsroom) span(t *testing.T, s goldSide) (article string, at claims.Span) {
	path, id, _ := strings.Cut(s.Article, "#")
	for _, a := range n.Articles {
		rel, _ := filepath.Rel(n.root, a.Path)
		if filepath.ToSlash(rel) == path && (id == "" || id == a.ID) {
			if i := strings.Index(a.Text, s.Text); i >= 0 {
				return a.ID, claims.Span{Start: i, End: i + len(s.Text)}
			}
		}
	}
	t.Errorf("gold: %q is not in %s", s.Text, s.Article)
	return "", claims.Span{}
}

// attributed reports whether most of a quotation is content of a claim of the
// right speaker.
func (n newsroom) attributed(t *testing.T, q goldSide) bool {
	id, at := n.span(t, q)
	for _, c := range n.Claims {
		if c.Article == id && c.Speaker != nil && covers(c.Content, at) && strings.HasSuffix(bare(c.Speaker.Name), lastName(q.Speaker)) {
			return true
		}
	}
	return false
}

func bare(name string) string     { return strings.Trim(name, `"“”`) }
func lastName(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// covers reports whether the spans hold at least half of at.
func covers(spans []claims.Span, at claims.Span) bool {
	sum := 0
	for _, s := range spans {
		sum += max(0, min(s.End, at.End)-max(s.Start, at.Start))
	}
	return 2*sum >= at.Len()
}

// flagged reports whether a finding sets the two texts against each other: the
// evidence on each side lies in the text. A claim listed under Also counts for
// its side as a whole.
func (n newsroom) flagged(t *testing.T, p goldPair) bool {
	ida, ata := n.span(t, p.A)
	idb, atb := n.span(t, p.B)
	for _, f := range n.Findings {
		a1, b1 := n.meets(f.A, f.Evidence.A, f.Also.A, ida, ata), n.meets(f.B, f.Evidence.B, f.Also.B, idb, atb)
		a2, b2 := n.meets(f.B, f.Evidence.B, f.Also.B, ida, ata), n.meets(f.A, f.Evidence.A, f.Also.A, idb, atb)
		if a1 && b1 || a2 && b2 {
			return true
		}
	}
	return false
}

func (n newsroom) meets(claim string, evidence []claims.Span, also []string, id string, at claims.Span) bool {
	c := n.claims[claim]
	if c.Article == id {
		for _, e := range evidence {
			if e.Overlaps(at) {
				return true
			}
		}
		if len(evidence) == 0 && covers(c.Content, at) {
			return true
		}
	}
	for _, other := range also {
		if o := n.claims[other]; o.Article == id && covers(o.Content, at) {
			return true
		}
	}
	return false
}

var _ compare.Judge = fixed{}
