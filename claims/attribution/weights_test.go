package attribution

import (
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEmbedded: the embedded file can be read, and its words are as Find sees
// them.
func TestEmbedded(t *testing.T) {
	m, err := unpack(weightsFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.rows) < 10_000 || len(m.words.words) < 5_000 {
		t.Errorf("%d rows, %d words", len(m.rows), len(m.words.words))
	}
	for i := range m.words.words {
		if e := &m.words.words[i]; e.atoms.level < uint32(never) || e.atoms.level > uint32(always) || strings.ToLower(e.norm) != e.norm {
			t.Errorf("%q has level %d", e.norm, e.atoms.level)
		}
	}
}

// randomParameters has some rows with weights and one with a single great one.
func randomParameters(rnd *rand.Rand) *parameters {
	p := newParameters()
	for range 500 {
		p.rows[rnd.IntN(len(p.rows))] = float32(rnd.IntN(255)-127) / 64
	}
	copy(p.row(0), []float32{127. / 64})
	copy(p.row(1<<rowBits-1), []float32{-1, 1, 1. / 64})
	for from := range states {
		for to := range states {
			p.step[from][to] = float32(rnd.IntN(999)-500) / 64
		}
		p.end[from] = float32(rnd.IntN(999)-500) / 64
	}
	return p
}

func TestPackUnpack(t *testing.T) {
	p := randomParameters(rand.New(rand.NewPCG(7, 8)))
	levels := map[string]level{"said": always, "told": always, "plan": rarely, "the": never, "2016": never}
	m, err := unpack(pack(p, levels, 1))
	if err != nil {
		t.Fatal(err)
	}
	for from := range states {
		for to := range states {
			if got, want := m.step[to][from], keyOf(int64(p.step[from][to]*64), from); got != want {
				t.Fatalf("step %d to %d: %d, want %d", from, to, got, want)
			}
		}
		if got, want := m.end[from], keyOf(int64(p.end[from]*64), from); got != want {
			t.Errorf("end %d: %d, want %d", from, got, want)
		}
	}
	for x := range uint32(1 << rowBits) {
		got := m.rows[m.row(x)]
		for r, w := range p.row(x) {
			if b := got[r/8] >> (8 * (r % 8)) & 0xff; int(b)-zero != int(w*64) {
				t.Fatalf("feature %d, role %d: %d, want %v", x, r, int(b)-zero, w*64)
			}
		}
	}
	got := map[string]level{}
	for _, e := range m.words.words {
		got[e.norm] = level(e.atoms.level)
	}
	if diff := cmp.Diff(levels, got); diff != "" {
		t.Errorf("levels: -want +got\n%s", diff)
	}
}

// TestPrune: rows of small weights are left out, and the file says so.
func TestPrune(t *testing.T) {
	p := newParameters()
	p.row(5)[0], p.row(6)[1], p.row(7)[2] = 1.27, 0.02, -0.03
	for prune, want := range map[int]int{2: 3, 3: 2} {
		m, err := unpack(pack(p, nil, prune))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(m.rows) - 1; got != want {
			t.Errorf("prune %d: %d rows, want %d", prune, got, want)
		}
	}
}

func TestBadFiles(t *testing.T) {
	whole := pack(newParameters(), map[string]level{"said": always}, 1)
	full := whole[:len(whole)-1<<rowBits/8] + strings.Repeat("\xff", 1<<rowBits/8)
	for name, file := range map[string]string{
		"empty": "", "another file": "PK", "the magic alone": magic, "cut short": whole[:len(whole)-1], "too long": whole + "x",
		"words beyond the end": whole[:len(magic)+4*int(states*(states+1))] + "\xff\xff\xff\xff", "rows that are not there": full,
	} {
		if _, err := unpack(file); err == nil {
			t.Errorf("%s: no error", name)
		}
		if err := Use(file); err == nil {
			t.Errorf("%s: used", name)
		}
	}
	if current() != embedded() {
		t.Error("a bad file took the place of the embedded one")
	}
}

// TestUse: other weights take the place of the embedded ones.
func TestUse(t *testing.T) {
	defer other.Store(nil)
	tokens := tokensOf("Lee said! it rained .")
	if len(Find(tokens)) == 0 {
		t.Fatal("nothing is found")
	}
	if err := Use(pack(newParameters(), nil, 1)); err != nil {
		t.Fatal(err)
	}
	if got := Find(tokens); len(got) > 0 {
		t.Errorf("weights of nought find %v", got)
	}
	if err := Use(weightsFile); err != nil || len(Find(tokens)) == 0 {
		t.Errorf("nothing is found again; error %v", err)
	}
}

func FuzzUnpack(f *testing.F) {
	whole := pack(newParameters(), map[string]level{"said": always, "the": never}, 1)
	f.Add("", uint(0))
	f.Add("\xff\xff\xff\xff", uint(len(magic)))
	f.Add("\xff\xff\xff\x7f", uint(len(magic)+4*int(states*(states+1))))
	f.Add("\x01", uint(len(whole)-100))
	f.Add("\x80\x80", uint(len(whole)))
	tokens := tokensOf("“The_dam_will_hold,” Lee said! , and : Hale told! us that it rained .")
	f.Fuzz(func(t *testing.T, with string, at uint) { // the file with other bytes somewhere
		k := int(at % uint(len(whole)+1))
		file := whole[:k] + with + whole[min(len(whole), k+len(with)):]
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		m, err := unpack(file)
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20+uint64(256*len(file)) {
			t.Errorf("%d bytes are allocated for a file of %d", n, len(file))
		}
		if err == nil {
			m.find(tokens)
		}
	})
}

// BenchmarkLoad is what the first Find of a program waits for, but for the word
// classes.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := unpack(weightsFile); err != nil {
			b.Fatal(err)
		}
	}
}
