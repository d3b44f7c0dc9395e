package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestReadme: the tables of the README are what the program prints.
func TestReadme(t *testing.T) {
	m, err := parse(strings.NewReader(measured))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	tables(&out, m, assumptions{8, 32, 0.8, 0.056, 0.003557, 0.011})
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for table := range strings.SplitSeq(strings.TrimSpace(out.String()), "\n\n") {
		if !strings.Contains(string(readme), table) {
			t.Errorf("the README does not have\n%s", table)
		}
	}
}

// TestRow computes one row that can be followed on paper.
func TestRow(t *testing.T) {
	m, err := parse(strings.NewReader("articles\t1000\ncpu seconds\t46\n12 fold µs\t6000000\n5 extract µs\t30000000\nopposed pairs bytes\t1000000\nsheets bytes\t19000000\n"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	row(&out, m, assumptions{cores: 1, memory: 1, busy: 1, perCore: 1, perMemory: 1, perShuffle: 1}, 3.6e6, 10)
	// 40 s and 6 s for 1,000 articles are 40 h and 6 h for 3.6 million; 20 MB are 72 GB, 1 MB is 3.6.
	want := "| 4 million | 10 | 4.0 | 6.00 | 0.1 TB | $164 | opposed pairs: 7.2 GB, **does not fit** |\n"
	if out.String() != want {
		t.Errorf("%s, want %s", out.String(), want)
	}
}

func TestParseWants(t *testing.T) {
	for _, s := range []string{"", "articles\t5\n", "articles\t5\ncpu seconds\t1\n"} {
		if _, err := parse(strings.NewReader(s)); err == nil {
			t.Errorf("%q has everything", s)
		}
	}
}
