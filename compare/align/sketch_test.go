package align

import (
	"flag"
	"math/bits"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"crosscheck/compare"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// lines are sentences of which each has something for most of the others.
var lines = []string{
	"The council approved the plan for the old bridge.",
	"Councillors rejected plans that the mayor had backed.",
	"The talks with Norland are frozen, said the spokesman Dmitri Lowe.",
	"There has been no break in the dialogue, a spokesman, Dmitry Lowe, told reporters.",
	"Prices rose while wages did not rise; the increase was small.",
	"Wages fell, and prices declined sharply.",
	"Inspectors saw no evidence that the dam leaked.",
	"The inspector concluded that water leaked from the reservoir.",
	"Almost all flights were cancelled, but the airport stayed open.",
	"No flight was canceled and no airport closed.",
	"The illness was long, the meeting short.",
	"A short sickness, a long meeting.",
	"The farmer Ole Karlsen did not sell potatoes, nurses say.",
	"Ole Karlson sold his tomatoes, the doctors said.",
	"",
}

// TestSketch wants of every link of an alignment that the sketches allowed it.
func TestSketch(t *testing.T) {
	seen := map[Kind]int{}
	opposed := 0
	for _, x := range lines {
		for _, y := range lines {
			al := New(prepared(x), prepared(y))
			opposed += len(al.Opposed)
			for _, l := range al.Links {
				if l.Weight >= Firm {
					seen[l.Kind]++
				}
			}
			checkSketch(t, al)
		}
	}
	for k := Exact; k <= Similar; k++ {
		if seen[k] == 0 {
			t.Errorf("no firm link of kind %d: the test tells little", k)
		}
	}
	if opposed == 0 {
		t.Error("no opposites: the test tells little")
	}
}

func checkSketch(t *testing.T, al *Alignment) {
	t.Helper()
	common := Common(al.A, al.B, 0, nil)
	rows := map[int]bool{}
	for _, l := range al.Links {
		a, b := &al.A.Words[l.A], &al.B.Words[l.B]
		if l.Kind <= Lemma {
			rows[l.A] = true
			if !slices.Contains(common, Couple{l.A, l.B}) {
				t.Errorf("%q and %q are not in common", a.Norm, b.Norm)
			}
		}
		if l.Weight < Firm {
			continue
		}
		if !MayLink(al.A, l.A, al.B, l.B) {
			t.Errorf("%q and %q are linked and may not be", a.Norm, b.Norm)
		}
		if a.Off != b.Off && !a.Name && !b.Name && (a.Class|b.Class)&lexicon.Utterance == 0 && !MayTurn(al.A, l.A, al.B) {
			t.Errorf("%q and %q are linked and may not turn", a.Norm, b.Norm)
		}
	}
	if few := Common(al.A, al.B, len(rows), nil); !slices.Equal(few, common) {
		t.Errorf("%v of at least %d words in common, %v of all", few, len(rows), common)
	}
	for _, l := range al.Opposed {
		if al.A.Words[l.A].Off == al.B.Words[l.B].Off && !MayOppose(al.A, al.B) {
			t.Errorf("%q and %q are opposites and may not be", al.A.Words[l.A].Norm, al.B.Words[l.B].Norm)
		}
	}
}

// TestAlign wants an alignment in used memory to be like a new one.
func TestAlign(t *testing.T) {
	used := &Alignment{}
	for _, x := range lines {
		for _, y := range lines {
			a, b := prepared(x), prepared(y)
			used.Align(a, b)
			fresh := New(a, b)
			if d := cmp.Diff(fresh, used, cmpopts.IgnoreFields(Alignment{}, "A", "B"), cmpopts.IgnoreUnexported(Alignment{}), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("%s / %s: fresh (-) and used (+):\n%s", x, y, d)
			}
		}
	}
	a, b := prepared(lines[0]), prepared(lines[1])
	if n := testing.AllocsPerRun(100, func() { used.Align(a, b) }); n != 0 {
		t.Errorf("%v allocations in used memory", n)
	}
}

var allVectors = flag.Bool("all-vectors", false, "compare every two vectors in TestApart, which takes a minute")

// TestApart holds the counts behind firmApart and similarApart, and those with the
// sketches. It looks at every vector against each 199th unless told to look at all.
func TestApart(t *testing.T) {
	n := vector.Len()
	if n < 20000 {
		t.Fatalf("%d vectors", n)
	}
	step := 199
	if *allVectors {
		step = 1
	}
	type apart struct{ signs, both int }
	var similar, firm apart
	for i := 0; i < n; i += step {
		for j := range n {
			d := bits.OnesCount64(vector.Signs(i) ^ vector.Signs(j))
			here := apart{d, d + bits.OnesCount64(vector.Sketch(i)^vector.Sketch(j))}
			c, ok := vector.AtLeast(i, j, minSimilar)
			if !ok {
				continue
			}
			similar = apart{max(similar.signs, here.signs), max(similar.both, here.both)}
			if c >= firmCosine {
				firm = apart{max(firm.signs, here.signs), max(firm.both, here.both)}
			}
		}
	}
	t.Logf("similar vectors differ in %+v, firmly linked ones in %+v", similar, firm)
	if most := (apart{similarApart, similarSketch}); similar.signs > most.signs || similar.both > most.both {
		t.Errorf("similar vectors differ in %+v, more than %+v", similar, most)
	}
	if most := (apart{firmApart, firmSketch}); firm.signs > most.signs || firm.both > most.both {
		t.Errorf("firmly linked vectors differ in %+v, more than %+v", firm, most)
	}
}

// TestLongWords wants words that are not kept to be known as well.
func TestLongWords(t *testing.T) {
	long := "Government-commissioned-and-then-shelved reports"
	if d := cmp.Diff("government-commissioned-and-then-shelved=government-commissioned-and-then-shelved reports=reports", links("The "+long, "Some "+long)); d != "" {
		t.Error(d)
	}
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		reader.Read(compare.Statement{Text: lines[i%len(lines)]})
	}
}

func BenchmarkAlign(b *testing.B) {
	var all []*Statement
	for _, l := range lines {
		all = append(all, prepared(l))
	}
	var al Alignment
	b.ReportAllocs()
	for i := range b.N {
		al.Align(all[i%len(all)], all[(i+1)%len(all)])
	}
}

func BenchmarkCommon(b *testing.B) {
	x, y := prepared(lines[2]), prepared(lines[3])
	var out []Couple
	for b.Loop() {
		out = Common(x, y, 3, out[:0])
	}
}
