package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

// victim is the environment variable that turns the test into the process that
// is killed; it names the ledger.
const victim = "CROSSCHECK_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		writeForever(path)
	}
	os.Exit(m.Run())
}

// writeForever writes events of four people at once and prints the ID of each
// once it is confirmed.
func writeForever(path string) {
	s, err := Open(context.Background(), path)
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

// TestKill kills a process that is writing, again and again, and looks for every
// event that it had confirmed.
func TestKill(t *testing.T) {
	const times = 12
	path := filepath.Join(t.TempDir(), "ledger.db")
	confirmed := map[string]bool{}
	for i := range times {
		for _, id := range killed(t, path, 5+7*i) {
			confirmed[id] = true
		}
		s := opened(t, path)
		if n, err := review.Verify(s.Events(t.Context(), 0)); err != nil {
			t.Fatalf("after %d kills, at event %d: %v", i+1, n, err)
		}
		var sound string
		if err := s.read.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
			t.Fatalf("after %d kills: %s, %v", i+1, sound, err)
		}
		missing := len(confirmed)
		for _, e := range reviewtest.All(t, s, 0) {
			if confirmed[e.ID] {
				missing--
			}
		}
		if missing != 0 {
			t.Fatalf("after %d kills %d of %d confirmed events are lost", i+1, missing, len(confirmed))
		}
		s.Close()
	}
	if len(confirmed) < times {
		t.Errorf("only %d events were confirmed: the test proves nothing", len(confirmed))
	}
}

// killed runs the victim until it has confirmed some events, kills it in the
// middle of the next, and returns those that it had confirmed.
func killed(t *testing.T, path string, some int) []string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), victim+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if ids = append(ids, lines.Text()); len(ids) == some {
			cmd.Process.Kill()
		}
	}
	cmd.Wait()
	if ctx.Err() != nil {
		t.Fatal("the process that was to be killed wrote too little in a minute")
	}
	return ids
}
