package main

import (
	"strings"
	"testing"
)

func TestIsThing(t *testing.T) {
	n := &wordNet{noun: map[string][]string{}, verb: map[string]int{}}
	n.readEntries(strings.NewReader(`silence:
  n:
    sense:
    - id: 'silence%1:26:00::'
      synset: 1-n
  v:
    sense:
    - id: 'silence%2:30:00::'
      synset: 2-v
report:
  n:
    sense:
    - id: 'report%1:04:00::'
      synset: 3-n
    - id: 'report%1:10:00::'
      synset: 4-n
get:
  n:
    sense:
    - id: 'get%1:04:00::'
      synset: 5-n
  v:
    sense:
    - id: 'get%2:30:00::'
    - id: 'get%2:30:01::'
    - id: 'get%2:30:02::'
duty:
  n:
    sense:
    - derivation:
      - 'due%5:00:00:owed:00'
      id: 'duty%1:04:00::'
`))
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
