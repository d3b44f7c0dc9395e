package postgres

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"crosscheck/report/review"
	"crosscheck/report/review/postgrestest"
	"crosscheck/report/review/reviewtest"
)

// victim is the environment variable that turns the test into the process that
// is killed; it holds the ledger's address.
const victim = "CROSSCHECK_TEST_VICTIM"

func TestMain(m *testing.M) {
	if address := os.Getenv(victim); address != "" {
		writeForever(address)
	}
	os.Exit(postgrestest.Main(m))
}

// writeForever writes events of four people at once and prints the ID of each
// once it is confirmed.
func writeForever(address string) {
	s, err := Open(context.Background(), address)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for p := range 4 {
		go func() {
			for {
				id := review.NewID()
				e := reviewtest.Verdict(id, fmt.Sprint("person", p), id, review.Contradiction)
				if _, err := s.Append(context.Background(), review.Entry{Event: e}); err == nil {
					fmt.Println(id)
				}
			}
		}()
	}
	select {}
}

// TestKill kills processes that are writing, three at a time, again and again,
// and looks for every event that they had confirmed.
func TestKill(t *testing.T) {
	const times, at = 5, 3
	address := postgrestest.New(t)
	s := opened(t, address)
	confirmed := map[string]bool{}
	for i := range times {
		ids := make(chan []string)
		for v := range at {
			go func() { ids <- killed(t, address, 5+7*i+v) }()
		}
		for range at {
			for _, id := range <-ids {
				confirmed[id] = true
			}
		}
		if n, err := review.Verify(s.Events(t.Context(), 0)); err != nil {
			t.Fatalf("after %d kills, at event %d: %v", at*(i+1), n, err)
		}
		missing, seen := len(confirmed), map[string]bool{}
		for _, e := range reviewtest.All(t, s, 0) {
			if confirmed[e.ID] {
				missing--
			}
			if seen[e.ID] {
				t.Errorf("event %s is there twice", e.ID)
			}
			seen[e.ID] = true
		}
		if missing != 0 {
			t.Fatalf("after %d kills %d of %d confirmed events are lost", at*(i+1), missing, len(confirmed))
		}
	}
	if len(confirmed) < times*at {
		t.Errorf("only %d events were confirmed: the test proves nothing", len(confirmed))
	}
}

// killed runs the victim until it has confirmed some events, kills it in the
// middle of the next, and returns those that it had confirmed.
func killed(t *testing.T, address string, some int) []string {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), victim+"="+address)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Error(err)
		return nil
	}
	var ids []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if ids = append(ids, lines.Text()); len(ids) == some {
			cmd.Process.Kill()
		}
	}
	cmd.Wait()
	if ctx.Err() != nil {
		t.Error("the process that was to be killed wrote too little in a minute")
	}
	return ids
}

// TestLostConnections ends every connection while people write: nobody is told,
// and nothing is lost or doubled.
func TestLostConnections(t *testing.T) {
	const people, each = 4, 30
	address := postgrestest.New(t)
	s := opened(t, address)
	done := make(chan error)
	for p := range people {
		go func() {
			for i := range each {
				id := fmt.Sprint(p, "-", i)
				if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict(id, fmt.Sprint("person", p), id, review.Unclear)}); err != nil {
					done <- err
					return
				}
				time.Sleep(time.Millisecond)
			}
			done <- nil
		}()
	}
	for cut := range 6 {
		time.Sleep(time.Duration(5+cut) * time.Millisecond)
		postgrestest.Exec(t, address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
	}
	for range people {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if n, err := review.Verify(s.Events(t.Context(), 0)); n != people*each || err != nil {
		t.Errorf("verified %d events, want %d: %v", n, people*each, err)
	}
}
