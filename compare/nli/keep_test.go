package nli

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
)

// shelf is a database in memory.
type shelf struct {
	values map[string][]byte
	puts   int
	err    error
}

func (s *shelf) Put(_ context.Context, kind, key string, value []byte) error {
	s.puts++
	s.values[kind+"/"+key] = value
	return s.err
}

func (s *shelf) Get(_ context.Context, kind, key string) ([]byte, bool, error) {
	v, ok := s.values[kind+"/"+key]
	return v, ok, s.err
}

// TestKept wants what was put to be there for the next program, once it is flushed.
func TestKept(t *testing.T) {
	db := &shelf{values: map[string][]byte{}}
	k := Keep(t.Context(), db)
	a, b := Key{1, 2}, Key{1, 3}
	want := compare.Scores{Entailment: .1, Neutral: .2, Contradiction: .7}
	k.Put(a, want)
	k.Put(b, compare.Scores{Neutral: 1})
	if _, ok := Keep(t.Context(), db).Get(a); ok {
		t.Error("it is there before it was written")
	}
	for range 2 {
		if err := k.Flush(); err != nil || db.puts != 1 {
			t.Errorf("%d writes, %v, want 1 for one drawer", db.puts, err)
		}
	}
	next := Keep(t.Context(), db)
	if got, ok := next.Get(a); !ok || got != want {
		t.Errorf("%v, %t, want %v", got, ok, want)
	}
	if _, ok := next.Get(Key{9}); ok {
		t.Error("it knows what nobody said")
	}
}

// TestKeptForgets wants the oldest to go where a drawer is full, and rubbish not
// to be believed.
func TestKeptForgets(t *testing.T) {
	db := &shelf{values: map[string][]byte{"judged/07": make([]byte, entry+3)}}
	k := Keep(t.Context(), db)
	if _, ok := k.Get(Key{7}); ok {
		t.Error("zeros are no judgement")
	}
	for i := range mostKept + 1 {
		k.Put(Key{7, byte(i), byte(i >> 8)}, compare.Scores{Neutral: 1})
	}
	if err := k.Flush(); err != nil {
		t.Fatal(err)
	}
	next := Keep(t.Context(), db)
	if _, ok := next.Get(Key{7, 0, 0}); ok {
		t.Error("the oldest is still there")
	}
	if _, ok := next.Get(Key{7, 1, 0}); !ok {
		t.Error("the oldest but one is gone")
	}
}

func TestKeptFails(t *testing.T) {
	want := errors.New("the disk is gone")
	k := Keep(t.Context(), &shelf{values: map[string][]byte{}, err: want})
	k.Put(Key{}, compare.Scores{Neutral: 1})
	if _, ok := k.Get(Key{}); !ok {
		t.Error("what was said in this run is forgotten")
	}
	if err := k.Flush(); !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
}

// TestKeptFromRunToRun wants a second run to ask the network nothing, and to say
// the same.
func TestKeptFromRunToRun(t *testing.T) {
	db := &shelf{values: map[string][]byte{}}
	var said [2][]compare.Scores
	var read [2]int
	for i := range said {
		kept := Keep(t.Context(), db)
		m, network := faked(t, Options{Cache: kept})
		var err error
		if said[i], err = m.Scores(t.Context(), some()); err != nil {
			t.Fatal(err)
		}
		if err := kept.Flush(); err != nil {
			t.Fatal(err)
		}
		read[i] = network.rows
	}
	if diff := cmp.Diff(said[0], said[1]); diff != "" || read[0] == 0 || read[1] != 0 {
		t.Errorf("the network read %v rows; the first run and the second:\n%s", read, diff)
	}
}
