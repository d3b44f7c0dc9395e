package rule

import (
	"os"
	"path/filepath"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// TestGuards has each guard hold back the cases of its file that it is to hold,
// and no guard hold back the others, whichever judge opposes them.
func TestGuards(t *testing.T) {
	for _, g := range Guards {
		path := filepath.Join("testdata", "guards", g.ID+".txt")
		n := map[string]int{}
		for _, c := range readCases(t, path) {
			n[c.want]++
			for range 2 { // the order carries no meaning
				r := shared().reader
				al := align.New(r.Read(c.pair.A), r.Read(c.pair.B))
				o := located(al, c.pair, "another judge", sureEnough)
				id, why := Guarded(o, al, c.pair)
				if got := g.Run(o, al, c.pair); c.want == "held" && got == "" {
					t.Errorf("%s:%d: %s / %s\n %s does not hold back %s (guarded by %q)", path, c.line, c.pair.A.Text, c.pair.B.Text, g.ID, describe(o, al), id)
				}
				if c.want == "free" && id != "" {
					t.Errorf("%s:%d: %s / %s\n %s holds back %s: %s", path, c.line, c.pair.A.Text, c.pair.B.Text, id, describe(o, al), why)
				}
				c.pair.A, c.pair.B = c.pair.B, c.pair.A
			}
		}
		if n["held"] < 1 || n["free"] < 3 || len(n) != 2 {
			t.Errorf("%s has %v: it wants cases to be held, and others to be free", path, n)
		}
	}
	files, err := os.ReadDir("testdata/guards")
	if err != nil || len(files) != len(Guards) {
		t.Errorf("%d files for %d guards: %v", len(files), len(Guards), err)
	}
}

func describe(o Opposition, al *align.Alignment) string {
	return string(o.Type) + " " + quoted(al.A, o.A...) + "/" + quoted(al.B, o.B...)
}

// TestGuardedBare wants no guard to fail where nothing is known but that a judge
// opposes two statements.
func TestGuardedBare(t *testing.T) {
	r := shared().reader
	for _, text := range []string{"", "?", "not", "“", "14", "whether that which", "so called"} {
		p := bare(text, "The bridge is not open, they said.")
		al := align.New(r.Read(p.A), r.Read(p.B))
		for _, o := range []Opposition{{}, {Type: compare.Number}, {A: []int{-1}, B: []int{-1}}, located(al, p, "another judge", sureEnough)} {
			Guarded(o, al, p)
		}
	}
}

func FuzzGuarded(f *testing.F) {
	f.Add("Whether “safe” or not, two other bridges", "So-called bridges, 45, rose to 14?")
	f.Add("he said, critics say that", "\xff the claim that \x00")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 2000 {
			t.Skip()
		}
		p := bare(a, b)
		p.A.Claim = &claims.Claim{Speaker: &claims.Speaker{Name: "Ann Lowe"}, Date: "2021-03-02"}
		p.B.Claim = &claims.Claim{Date: "2021-03-03"}
		r := shared().reader
		al := align.New(r.Read(p.A), r.Read(p.B))
		o := located(al, p, "another judge", sureEnough)
		o.Why()
		if id, why := Guarded(o, al, p); (id == "") != (why == "") {
			t.Errorf("guard %q, reason %q", id, why)
		}
	})
}

// TestSameSideTellsWhatIsKnown wants no day in what is said of claims without one.
func TestSameSideTellsWhatIsKnown(t *testing.T) {
	of := func(date string) compare.Statement {
		return compare.Statement{Claim: &claims.Claim{Speaker: &claims.Speaker{ID: "person:ruiz", Name: "Ana Ruiz"}, Date: date}}
	}
	for _, c := range []struct{ a, b, want string }{
		{"2021-03-02", "2021-03-02", "Both are of one speaker, Ana Ruiz, on one day."},
		{"2021-03-02", "", "Both are of one speaker, Ana Ruiz, and nothing says that they were made on two days."},
		{"", "", "Both are of one speaker, Ana Ruiz, and nothing says that they were made on two days."},
		{"2021-03-02", "2021-03-03", ""},
	} {
		if got := sameSide.Run(Opposition{}, nil, compare.Pair{A: of(c.a), B: of(c.b)}); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
