package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
)

// marked sets changes as one line: "-only A- +only B+".
func marked(changes []Change) string {
	var parts []string
	for _, c := range changes {
		parts = append(parts, map[string]string{"": c.Text, "a": "-" + c.Text + "-", "b": "+" + c.Text + "+"}[c.Only])
	}
	return strings.Join(parts, " ")
}

func TestDiffer(t *testing.T) {
	long := strings.Repeat("word ", maxDiffer)
	for _, c := range []struct{ a, b, want string }{
		{"We may go back.", "We will go back.", "We -may- +will+ go back."},
		{"“We do not talk,”", "'We do not really talk'", "“We do not +really+ talk,”"},
		{"or we do so", "or (if we do) we do so", "or +(if we do)+ we do so"},
		{"It is cold.", "IT IS COLD", ""},
		{"To pass this bill now would hurt", "If they don't pass this bill now it would hurt", "-To- +If they don't+ pass this bill now +it+ would hurt"},
		{"Good evening. We may go back.", "We will go back. Thank you all.", "… We -may- +will+ go back. …"},
		{"We may go back. Thank you.", "We may go back.", ""},
		{"One two three four five six seven eight nine we may go", "we will go", "… we -may- +will+ go"},
		{"Nothing in common here", "All of this is different", ""},
		{"", "something", ""},
		{"— — —", "— — –", ""},
		{long, long + "x", ""},
	} {
		if got := marked(differ(c.a, c.b)); got != c.want {
			t.Errorf("%.40q against %.40q:\n got %q\nwant %q", c.a, c.b, got, c.want)
		}
	}
}

func FuzzDiffer(f *testing.F) {
	f.Add("We may go back.", "We will go back. Soon.")
	f.Add("a b . c", "— a c\u00a0b")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, c := range differ(a, b) {
			if c.Text == "" || c.Only != "" && c.Only != "a" && c.Only != "b" {
				t.Errorf("%q against %q has a change %+v", a, b, c)
			}
			for _, w := range strings.Fields(c.Text) {
				if w != "…" && !strings.Contains(a, w) && !strings.Contains(b, w) {
					t.Errorf("%q is in neither", w)
				}
			}
		}
	})
}

// against is a finding between two speakers in two outlets.
func against(a, b string) Finding {
	return Finding{Anchor: a + b, A: Side{Source: Source{Name: a, Outlet: "One"}}, B: Side{Source: Source{Name: b, Outlet: "Two"}}}
}

func TestMatrix(t *testing.T) {
	m := matrix("source", []Finding{against("x", "y"), against("y", "x"), against("x", "x"), against("z", "y")}, Side.Voice)
	var lines []string
	for _, r := range m.Rows {
		line := r.Name
		for _, c := range r.Cells {
			line += fmt.Sprintf(" %d/%d", c.N, c.Shade)
		}
		lines = append(lines, fmt.Sprintf("%s = %d", line, r.N))
	}
	if diff := cmp.Diff([]string{"x 1/1 2/2 0/0 = 3", "y 2/2 0/0 1/1 = 3", "z 0/0 1/1 0/0 = 1"}, lines); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if c := m.Rows[1].Cells[0]; c.Anchor != "xy" || c.A != "y" || c.B != "x" {
		t.Errorf("the cell leads to %+v, want the best finding, xy", c)
	}
	var many []Finding
	for i := range 20 {
		many = append(many, against(fmt.Sprint("s", i), fmt.Sprint("s", i/2)))
	}
	wide := matrix("source", many, Side.Voice)
	if len(wide.Rows) != maxParties || wide.Hidden != 20-maxParties {
		t.Errorf("%d rows, %d hidden", len(wide.Rows), wide.Hidden)
	}
	for _, r := range wide.Rows {
		if !slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.N > 0 }) {
			t.Errorf("%s has nobody to oppose", r.Name)
		}
	}
}

func TestChart(t *testing.T) {
	row := func(date string, side int) TimelineRow { return TimelineRow{Source: Source{Date: date}, Side: side} }
	if c := chart([]TimelineRow{row("", 1), row("2031-05-06", 1), row("2031-05-06", 2)}); c != nil {
		t.Errorf("one day is drawn: %+v", c)
	}
	c := chart([]TimelineRow{row("", 1), row("2031-05-06", 1), row("2031-05-06", 1), row("2031-05-07", 2), row("2031-05-10", 2), row("6 May", 1)})
	want := &Chart{Width: 360, Height: 40, Line: 24, From: "2031-05-06", To: "2031-05-10", Ticks: []float64{6, 93, 180, 267, 354}, Days: []ChartDay{
		{"6 May 2031: 2 claims above the line, 0 below", []Dot{{6, 16, 1}, {6, 8, 1}}},
		{"7 May 2031: 0 claims above the line, 1 below", []Dot{{93, 32, 2}}},
		{"10 May 2031: 0 claims above the line, 1 below", []Dot{{354, 32, 2}}},
	}}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var rows []TimelineRow
	for i := range 400 {
		rows = append(rows, row(fmt.Sprintf("20%02d-01-01", 10+i/40), 1+i%2))
	}
	c = chart(rows)
	for _, d := range c.Days {
		for _, dot := range d.Dots {
			if dot.X < 0 || dot.X > float64(c.Width) || dot.Y < 0 || dot.Y > float64(c.Height) {
				t.Fatalf("a dot stands outside of the drawing: %+v", dot)
			}
		}
	}
	if len(c.Ticks) > 0 {
		t.Errorf("ten years have %d ticks", len(c.Ticks))
	}
}

func TestGist(t *testing.T) {
	word := strings.Repeat("word ", 60)
	for _, c := range []struct {
		name string
		p    Passage
		want string
	}{
		{"short", Passage{{{Text: "Before. ", Near: true}, {Text: "It is "}, {Text: "shut", Marked: true}, {Text: "."}}, {{Text: "So he said."}}}, "It is [shut]. So he said."},
		{"long before", Passage{{{Text: word}, {Text: "shut", Marked: true}, {Text: " now."}}}, "…" + strings.Repeat("word ", 36) + "[shut] now."},
		{"long behind", Passage{{{Text: "shut", Marked: true}, {Text: " " + word}}}, "[shut] " + strings.TrimSpace(strings.Repeat("word ", 36)) + "…"},
		{"no mark", Passage{{{Text: word}}}, strings.TrimSpace(strings.Repeat("word ", 37)) + "…"},
	} {
		var b strings.Builder
		for _, s := range c.p.Gist() {
			if s.Marked {
				b.WriteString("[" + s.Text + "]")
			} else {
				b.WriteString(s.Text)
			}
		}
		if b.String() != c.want {
			t.Errorf("%s: %q, want %q", c.name, b.String(), c.want)
		}
	}
}

// The claims of a finding face each other, and who speaks stays on one side.
func TestTakeSides(t *testing.T) {
	r := fightReport()
	f := newFiller(r)
	got := f.takeSides([]int{0, 1, 2, 3})
	want := map[string]int{"a1": 1, "b1": 2, "a2": 1, "b2": 2, "c1": 1, "b3": 2, "c2": 2}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// said is a claim of the speaker that its ID begins with.
func said(id string) claims.Claim {
	return claims.Claim{ID: id, Speaker: &claims.Speaker{Name: id[:1]}}
}

// fightReport has a against b twice, b against c, and c against itself.
func fightReport() *compare.Report {
	r := &compare.Report{}
	for _, id := range []string{"a1", "a2", "b1", "b2", "b3", "c1", "c2"} {
		r.Claims = append(r.Claims, said(id))
	}
	for _, p := range [][2]string{{"a1", "b1"}, {"b2", "a2"}, {"c1", "b3"}, {"c1", "c2"}} {
		r.Findings = append(r.Findings, compare.Finding{A: p[0], B: p[1]})
	}
	return r
}
