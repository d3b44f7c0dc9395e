package crate_test

import (
	"fmt"
	"testing"
	"time"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
	"crosscheck/report/review"
	"crosscheck/report/review/crate"
	"crosscheck/report/review/people"
	"crosscheck/report/review/postgres"
	"crosscheck/report/review/reviewtest"
	"crosscheck/report/review/sqlite"
)

// BenchmarkStores sets a file and a server side by side: what a check of a draft
// asks of its store (a token, the log of the story, an entry with a message), a
// decision at the desk, and 10,000 events moved.
func BenchmarkStores(b *testing.B) {
	for name, open := range map[string]func(testing.TB) desk{"file": inFile, "server": inServer} {
		b.Run("gate/"+name, func(b *testing.B) { benchGate(b, open(b)) })
		b.Run("decision/"+name, func(b *testing.B) {
			s, n := open(b), 0
			for b.Loop() {
				n++
				id := fmt.Sprint(n)
				if _, err := s.Append(b.Context(), review.Entry{Event: reviewtest.Verdict(id, "ada", id, review.Unclear)}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("move 10000/"+name, func(b *testing.B) {
			from := inFile(b)
			furnish(b, from, 10_000)
			for b.Loop() {
				b.StopTimer()
				to := open(b)
				b.StartTimer()
				if _, err := crate.Move(b.Context(), from, to); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				to.Close()
				b.StartTimer()
			}
		})
	}
}

func benchGate(b *testing.B, s desk) {
	var gate docket.Store
	switch s := s.(type) {
	case *sqlite.Store:
		gate = s.Docket()
	case *postgres.Store:
		gate = s.Docket()
	}
	book := people.NewBook(s, time.Now)
	if err := book.Add(b.Context(), "cms", "reviewer", "a long password of cms"); err != nil {
		b.Fatal(err)
	}
	token, err := book.AddToken(b.Context(), "cms", "gate", people.Gating, 0)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		if _, _, ok, err := book.Token(b.Context(), token); !ok || err != nil {
			b.Fatal(ok, err)
		}
		story := fmt.Sprint("story", n%100)
		if _, err := gate.Look(b.Context(), docket.Query{Stream: story, Newest: true, Most: 1}); err != nil {
			b.Fatal(err)
		}
		id := fmt.Sprint("c", n)
		if _, err := gate.Append(b.Context(), dockettest.Check(id, id, story), docket.Whatever, dockettest.Message(id)); err != nil {
			b.Fatal(err)
		}
	}
}
