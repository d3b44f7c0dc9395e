package main

import (
	"testing"

	"crosscheck/claims/word/wordnet"
)

func TestIsThing(t *testing.T) {
	senses := func(keys ...string) (all []wordnet.Sense) {
		for _, k := range keys {
			all = append(all, wordnet.Sense{Key: k})
		}
		return all
	}
	n := newWordNet([]wordnet.Entry{
		{Word: "silence", Part: 'n', Senses: senses("silence%1:26:00::")},
		{Word: "silence", Part: 'v', Senses: senses("silence%2:30:00::")},
		{Word: "report", Part: 'n', Senses: senses("report%1:04:00::", "report%1:10:00::")},
		{Word: "get", Part: 'n', Senses: senses("get%1:04:00::")},
		{Word: "get", Part: 'v', Senses: senses("get%2:30:00::", "get%2:30:01::", "get%2:30:02::")},
		{Word: "Duty", Part: 'n', Senses: senses("duty%1:04:00::")},
	})
	for w, want := range map[string]bool{"silence": true, "silences": true, "duties": true, "report": false, "get": false, "reports": false, "elm": false} {
		if got := n.isThing(w); got != want {
			t.Errorf("isThing(%q) = %v, want %v", w, got, want)
		}
	}
}

func TestSpeaks(t *testing.T) {
	for _, c := range []struct {
		t    tally
		want bool
	}{{tally{2317, 43}, true}, {tally{11000, 11}, false}, {tally{30, 2}, false}, {tally{5, 0}, true}} {
		if got := c.t.speaks(); got != c.want {
			t.Errorf("%+v.speaks() = %v, want %v", c.t, got, c.want)
		}
	}
}
