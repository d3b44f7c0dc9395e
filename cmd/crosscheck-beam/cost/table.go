package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// assumptions are what a machine is and what it costs.
type assumptions struct {
	cores                          int
	memory, busy                   float64
	perCore, perMemory, perShuffle float64
}

// alone are the stages that one worker does, each with the ways that bring it
// what it may have to hold; "" for none of its own. What is left over after the rounds
// is grouped by the last of its stage, which others share. Writing is none of them:
// how large a report of what is cited is depends on what is kept.
var alone = []struct {
	stage string
	ways  []string
}{
	{"6 unify", []string{"records of persons", "rolls"}}, {"", []string{"nodes left over"}}, {"12 fold", []string{"opposed pairs"}},
}

// unpacked is how much more memory a value takes than its bytes on the way. Set
// by judgement: headers of strings and lists, and the indexes over them.
const unpacked = 2

// sizes are the archives of the table, with the machines that work them.
var sizes = []struct {
	articles float64
	machines int
}{{1e6, 5}, {10e6, 25}, {100e6, 100}}

// tables prints what a run took by article, and what larger ones would.
func tables(w io.Writer, m figures, a assumptions) {
	stages(w, m)
	fmt.Fprintln(w)
	ways(w, m)
	fmt.Fprintln(w)
	fmt.Fprintf(w, "| articles | machines of %d cores, %.0f GB | shared work, hours | alone, hours | shuffled | money | largest group, in memory |\n|---|---|---|---|---|---|---|\n", a.cores, a.memory)
	for _, s := range sizes {
		row(w, m, a, s.articles, s.machines)
	}
}

func row(w io.Writer, m figures, a assumptions, articles float64, machines int) {
	apart, one := m.split()
	scale := articles / m.articles
	shared := apart * scale / 3600 / (float64(machines*a.cores) * a.busy)
	single := one * scale / 3600
	gb := m.shuffled() * scale / 1e9
	hour := float64(a.cores)*a.perCore + a.memory*a.perMemory
	money := (shared*float64(machines)+single)*hour + gb*a.perShuffle
	way, group := m.largest()
	group *= scale * unpacked / 1e9
	fits := "fits"
	if group > a.memory {
		fits = "**does not fit**"
	}
	fmt.Fprintf(w, "| %.0f million | %d | %.1f | %.2f | %.1f TB | $%.0f | %s: %.1f GB, %s |\n", articles/1e6, machines, shared, single, gb/1e3, money, way, group, fits)
}

// split is the processor time, in seconds, that workers share and that one does
// alone. What no stage accounts for, coding, runner and garbage, is shared.
func (m figures) split() (shared, one float64) {
	for _, s := range alone {
		one += m.seconds[s.stage]
	}
	return m.cpu - one, one
}

func (m figures) shuffled() (sum float64) {
	for _, n := range m.bytes {
		sum += n
	}
	return sum
}

// largest is the largest group that one worker holds, in bytes.
func (m figures) largest() (way string, size float64) {
	for _, s := range alone {
		sum := 0.0
		for _, w := range s.ways {
			sum += m.bytes[w]
		}
		if sum > size {
			way, size = strings.Join(s.ways, " and "), sum
		}
	}
	return way, size
}

// stages prints the time of each stage. Naming makes the profiles on its way.
func stages(w io.Writer, m figures) {
	m.seconds["2 name"] = max(0, m.seconds["2 name"]-m.seconds["3 profile"])
	names := slices.Collect(maps.Keys(m.seconds))
	number := func(name string) (n int) { fmt.Sscan(name, &n); return n }
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(number(a), number(b)) })
	fmt.Fprintln(w, "| stage | ms of processor, an article |\n|---|---|")
	rest := m.cpu
	for _, name := range names {
		rest -= m.seconds[name]
		_, stage, _ := strings.Cut(name, " ")
		fmt.Fprintf(w, "| %s | %.2f |\n", stage, m.seconds[name]*1e3/m.articles)
	}
	fmt.Fprintf(w, "| coding, runner, garbage | %.2f |\n| together | %.2f |\n", rest*1e3/m.articles, m.cpu*1e3/m.articles)
}

// ways prints the bytes of each way, the largest first.
func ways(w io.Writer, m figures) {
	names := slices.SortedFunc(maps.Keys(m.bytes), func(a, b string) int {
		return cmp.Or(cmp.Compare(m.bytes[b], m.bytes[a]), cmp.Compare(a, b))
	})
	fmt.Fprintln(w, "| shuffled | bytes, an article |\n|---|---|")
	for _, name := range names {
		fmt.Fprintf(w, "| %s | %.0f |\n", name, m.bytes[name]/m.articles)
	}
	fmt.Fprintf(w, "| together | %.0f |\n", m.shuffled()/m.articles)
}
