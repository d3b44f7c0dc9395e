package term

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	var r Reader
	for _, t := range r.Read("Mayor Brenkov said that the ferry-owners did not sink the ferries.", 0) {
		fmt.Println(t.Word, t.Stem, t.Name)
	}
	// Output:
	// mayor mayor false
	// brenkov brenkov true
	// ferry ferri false
	// owners owner false
	// sink sink false
	// ferries ferri false
}

func TestReadPlaces(t *testing.T) {
	var r Reader
	text := "“The EU-Veldar dialogue” is over."
	var got []string
	for _, tok := range r.Read(text, 0) {
		got = append(got, tok.In(text))
	}
	if diff := cmp.Diff([]string{"EU", "Veldar", "dialogue"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if at := r.Read(text, 100)[0].Start; at != 100+strings.Index(text, "EU") {
		t.Errorf("the first word is at %d", at)
	}
}

// TestWhatCarriesNoTopic: a statement and its opposite differ in these words.
func TestWhatCarriesNoTopic(t *testing.T) {
	var r Reader
	for _, text := range []string{"not never no nobody", "may might must will", "all most some hardly any", "3,000 17 5%", "said says told", "", "- -- ---", "% …"} {
		if got := r.Read(text, 0); len(got) > 0 {
			t.Errorf("%q: %s carries a topic", text, got[0].Word)
		}
	}
}

func TestWeight(t *testing.T) {
	president, ferry, unknown := newTerm("president"), newTerm("ferry"), newTerm("xqzzq")
	if president.IDF >= ferry.IDF || ferry.IDF >= unknown.IDF {
		t.Errorf("president %.1f, ferry %.1f, unknown %.1f: the rarer the heavier", president.IDF, ferry.IDF, unknown.IDF)
	}
	if ferry.Weight(80, 100) >= ferry.IDF || ferry.Weight(0, 100) <= ferry.IDF {
		t.Error("what everybody speaks of tells little, what nobody does tells more")
	}
}

// TestPure: what a reader has met before does not change what it reads.
func TestPure(t *testing.T) {
	var worn, fresh Reader
	worn.Read("Ferries and the Ferry of Veldar, ferry-boats", 0)
	text := "The ferry met Ferries of Veldar."
	if diff := cmp.Diff(fresh.Read(text, 0), worn.Read(text, 0)); diff != "" {
		t.Errorf("-fresh +worn\n%s", diff)
	}
}

func TestBackground(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(stemCounts), "\n")
	bg := background()
	if len(bg.counts) != len(lines)-1 || bg.paragraphs == 0 || !bg.light["not"] {
		t.Errorf("%d counts of %d lines, %d paragraphs", len(bg.counts), len(lines), bg.paragraphs)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("The US-Veldar dialogue is over.", 3)
	f.Add("-\xff- İ ﬀ U.S.", 0)
	f.Add("N. Korea’s horsemeat, New-York MH17", 1)
	f.Fuzz(func(t *testing.T, text string, base int) {
		base = max(0, min(base, 1<<20))
		var r Reader
		last := base
		for _, tok := range r.Read(text, base) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > base+len(text) {
				t.Fatalf("a word at %v behind %d", tok.Span, last)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[tok.Start-base:tok.End-base]) {
				t.Fatalf("%v cuts a letter", tok.Span)
			}
			last = tok.End
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Mayor Brenkov said on Monday that the ferry-owners of Veldar had not sunk their own ferries. ", 100)
	var r Reader
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Read(text, 0)
	}
}
