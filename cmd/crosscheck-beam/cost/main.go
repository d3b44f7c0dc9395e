// Command cost computes what a run of crosscheck-beam takes on many machines, of
// what one took here:
//
//  1. it reads what crosscheck-beam --measure told (measured.txt), with the
//     number of articles and the processor time of the whole run at its head;
//  2. divides it into what any number of workers share and what one worker does
//     alone, and into bytes by where they are shuffled;
//  3. prints the tables of the README, for a million articles and more.
//
// It measures nothing itself, and its prices are assumptions: look them up.
package main

import (
	"bufio"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

//go:embed measured.txt
var measured string

func main() {
	a := assumptions{}
	flag.IntVar(&a.cores, "cores", 8, "processors of a machine")
	flag.Float64Var(&a.memory, "memory", 32, "memory of a machine, in GB")
	flag.Float64Var(&a.busy, "busy", 0.8, "share of the time that a processor works")
	flag.Float64Var(&a.perCore, "price-core", 0.056, "price of a processor for an hour")
	flag.Float64Var(&a.perMemory, "price-memory", 0.003557, "price of a GB of memory for an hour")
	flag.Float64Var(&a.perShuffle, "price-shuffle", 0.011, "price of a GB that is shuffled")
	flag.Parse()
	m, err := parse(strings.NewReader(measured))
	if err != nil {
		fmt.Fprintln(os.Stderr, "cost:", err)
		os.Exit(1)
	}
	tables(os.Stdout, m, a)
}

// figures are what one run took.
type figures struct {
	articles float64
	cpu      float64            // seconds, of the whole process
	seconds  map[string]float64 // by stage
	bytes    map[string]float64 // by way
}

// parse reads what a run told.
func parse(r io.Reader) (figures, error) {
	m := figures{seconds: map[string]float64{}, bytes: map[string]float64{}}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), "\t")
		var n float64
		fmt.Sscan(value, &n) // a line about a largest group has no number, and is passed over
		switch {
		case name == "articles":
			m.articles = n
		case name == "cpu seconds":
			m.cpu = n
		case strings.HasSuffix(name, " µs"):
			m.seconds[strings.TrimSuffix(name, " µs")] += n / 1e6
		case strings.HasSuffix(name, " bytes"):
			m.bytes[strings.TrimSuffix(name, " bytes")] += n
		}
	}
	if m.articles == 0 || m.cpu == 0 || len(m.seconds) == 0 {
		return m, fmt.Errorf("measured.txt has no articles, no cpu seconds or no stages")
	}
	return m, lines.Err()
}
