package attribution

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// words reads ranges of tokens off as text.
func words(tokens []string, list []Range) string {
	var parts []string
	for _, r := range list {
		parts = append(parts, strings.Join(tokens[r.From:r.To], " "))
	}
	return strings.Join(parts, " ... ")
}

// found says what Find finds in a text of tokensOf, a line each.
func found(text string) (lines []string) {
	fields := strings.Fields(text)
	for _, a := range Find(tokensOf(text)) {
		lines = append(lines, fmt.Sprintf("%s | %s | %s", words(fields, a.Source), words(fields, a.Cue), words(fields, a.Content)))
	}
	return lines
}

// sentences are our own, with what is said in each: source, cue and content.
var sentences = []struct {
	kind, text string
	want       []string
}{
	{"direct", "“The_dam_will_hold_for_years,” Mayor Lee said! on Tuesday .",
		[]string{"Mayor Lee | said! | “The_dam_will_hold_for_years,”"}},
	{"inverted", "“The_dam_will_hold_for_years,” said! Lee , the mayor .",
		[]string{"Lee , the mayor | said! | “The_dam_will_hold_for_years,”"}},
	{"colon", "Lee added! : “We_did_all_that_we_could.”",
		[]string{"Lee | added! : | “We_did_all_that_we_could.”"}},
	{"broken off", "“We_lost,” she said! , “and_that_hurts_us_all.”",
		[]string{"she | said! | “We_lost,” ... “and_that_hurts_us_all.”"}},
	{"indirect", "Lee said! that the dam would hold for years .",
		[]string{"Lee | said! | that the dam would hold for years"}},
	{"no that", "Officials believe! the fire began in a kitchen .",
		[]string{"Officials | believe! | the fire began in a kitchen"}},
	{"mixed", "The minister told! reporters on Monday that talks had “broken_down” and would not resume .",
		[]string{"The minister | told! | that talks had “broken_down” and would not resume"}},
	{"question", "Hale asked! whether the dam was safe .",
		[]string{"Hale | asked! | whether the dam was safe"}},
	{"according, last", "The dam would hold for years , according to the ministry .",
		[]string{"the ministry | according to | The dam would hold for years"}},
	{"according, first", "According to the ministry , the dam would hold for years .",
		[]string{"the ministry | According to | the dam would hold for years"}},
	{"a noun in it", "The company rejected the claim that it had poisoned the river .",
		[]string{"The company | rejected | the claim that it had poisoned the river"}},
	{"adjunct", "In a statement , the party said! it would appeal .",
		[]string{"the party | said! | it would appeal"}},
	{"two", "Lee said! the dam was safe , but Hale warned! that it could burst .",
		[]string{"Lee | said! | the dam was safe", "Hale | warned! | that it could burst"}},
	{"none", "The river rose by two metres on Tuesday .", nil},
	{"empty", "", nil},
}

func TestFind(t *testing.T) {
	for _, s := range sentences {
		if diff := cmp.Diff(s.want, found(s.text)); diff != "" {
			t.Errorf("%s: %s\n-want +got\n%s", s.kind, s.text, diff)
		}
	}
}

// TestTokensAreLeftAlone: Find only reads them, and gives each its own answer.
func TestTokensAreLeftAlone(t *testing.T) {
	tokens := tokensOf(sentences[0].text)
	before := slices.Clone(tokens)
	first := Find(tokens)
	first[0].Content = append(first[0].Content, Range{90, 91})
	Find(tokensOf(sentences[6].text))
	if diff := cmp.Diff(before, tokens); diff != "" {
		t.Error(diff)
	}
	if got := Find(tokens); len(got) != 1 || len(got[0].Content) != 1 || len(first[0].Content) != 2 {
		t.Errorf("%v, then %v", first, got)
	}
}

// TestAtOnce: many may ask at the same time.
func TestAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, s := range sentences {
				if diff := cmp.Diff(s.want, found(s.text)); diff != "" {
					t.Errorf("%s: -want +got\n%s", s.kind, diff)
				}
			}
		})
	}
	wg.Wait()
}

// FuzzFind: no panic, and parts that are in order, apart and inside.
func FuzzFind(f *testing.F) {
	f.Add("Lee said! it rained .", uint64(1))
	f.Add("“It_will_hold,” said! Lee , who : ", uint64(2))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		tokens := tokensOf(text)
		for i := range tokens {
			if rnd.IntN(4) == 0 {
				tokens[i].Kind, tokens[i].Words, tokens[i].Last = Kind(rnd.IntN(3)), rnd.IntN(40)-2, rune(rnd.Uint32())
				tokens[i].Lexicon, tokens[i].Speech = Lexicon(rnd.Uint32()), rnd.IntN(2) == 0
			}
		}
		end := 0
		for _, a := range Find(tokens) {
			all := a.extent()
			if len(a.Cue) == 0 || all.From < end || all.To > len(tokens) {
				t.Fatalf("%q: %v, behind %d of %d", text, a, end, len(tokens))
			}
			end = all.To
			for _, list := range [][]Range{a.Source, a.Cue, a.Content} {
				at := all.From
				for _, r := range list {
					if r.From < at || r.To <= r.From {
						t.Fatalf("%q: ranges %v", text, list)
					}
					at = r.To
				}
			}
		}
	})
}
