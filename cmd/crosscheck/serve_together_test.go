package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/review/postgres"
	"crosscheck/report/review/postgrestest"
)

// TestServeTogether has people decide at once at three "crosscheck serve" on one
// PostgreSQL: each on pairs of his own, and all on some that all want. While they
// do, each of the three is ended and started again. Whoever finds no connection
// asks the next, with the same ID, as a proxy does. Every decision that was
// answered is there once; a pair that all want has one; and what was accepted is
// answered. For the figures, five times a second each for a minute:
//
//	CROSSCHECK_LOAD=60s go test -run TestServeTogether -v ./cmd/crosscheck
func TestServeTogether(t *testing.T) {
	const crowd, accounts, rate, contested = 48, 4, 5, 6
	each, pause := 3, 30*time.Millisecond
	if long := os.Getenv("CROSSCHECK_LOAD"); long != "" {
		d, err := time.ParseDuration(long)
		if err != nil {
			t.Fatal(err)
		}
		each, pause = int(d.Seconds()*rate), time.Second/rate
	}
	db := postgrestest.New(t)
	store, err := postgres.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	tokens := newTokens(t, people.NewBook(store, time.Now), accounts, crowd)
	row := &processes{T: t, db: db, report: savedReport(t, crowd*4), program: asCommand(t)}
	for i := range row.at {
		row.start(i, "127.0.0.1:0")
	}
	pairs := row.pairs(tokens[0])
	if len(pairs) < crowd+contested {
		t.Fatalf("only %d pairs", len(pairs))
	}
	var mu sync.Mutex
	var took []time.Duration
	confirmed, lost := map[string]string{}, atomic.Int64{} // event -> pair
	var wait sync.WaitGroup
	for p, token := range tokens {
		wait.Go(func() {
			for i := range each {
				time.Sleep(pause)
				d := deed{id: fmt.Sprint(p, "-", i), token: token, verb: "decide", pair: pairs[contested+p%(len(pairs)-contested)]}
				switch {
				case i < contested && i%2 == 1:
					d.pair = pairs[i]
				case i > 0:
					d.verb = "note" // the person's own pair is decided
				}
				began := time.Now()
				e, err := row.ask(p+i, d)
				if errors.Is(err, errTaken) {
					lost.Add(1)
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				took = append(took, time.Since(began))
				confirmed[e.ID] = d.pair
				mu.Unlock()
			}
		})
	}
	for i := range row.at {
		time.Sleep(time.Duration(each) * pause / 5)
		row.restart(i)
	}
	wait.Wait()
	checkTogether(t, store, confirmed, pairs[:contested])
	slices.Sort(took)
	t.Logf("%d deeds of %d people at %d processes, each started again once, %d refused since another was faster, %d asked again elsewhere: half within %v, 99 of 100 within %v, all within %v",
		len(took), crowd, len(row.at), lost.Load(), row.again.Load(), took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
}

// checkTogether looks for every confirmed event, once.
func checkTogether(t *testing.T, store *postgres.Store, confirmed map[string]string, contested []string) {
	t.Helper()
	seen, decided := map[string]int{}, map[string]int{}
	for e, err := range store.Events(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		seen[e.ID]++
		if e.Action == review.Decide {
			decided[e.Subject]++
		}
	}
	for id, pair := range confirmed {
		if seen[id] != 1 {
			t.Errorf("event %s on pair %s is there %d times", id, pair, seen[id])
		}
	}
	if len(seen) != len(confirmed) {
		t.Errorf("%d events, %d were answered", len(seen), len(confirmed))
	}
	for pair, n := range decided {
		if n != 1 {
			t.Errorf("pair %s was decided %d times", pair, n)
		}
	}
	if decided[contested[1]] != 1 {
		t.Error("nobody decided what all wanted")
	}
	if _, err := review.Verify(store.Events(t.Context(), 0)); err != nil {
		t.Error(err)
	}
}

// newTokens are the tokens of a crowd, on few accounts: a password is slow to hash.
func newTokens(t *testing.T, book *people.Book, accounts, crowd int) (tokens []string) {
	t.Helper()
	for i := range accounts {
		if err := book.Add(t.Context(), fmt.Sprint("person", i), "reviewer", "correct horse battery"); err != nil {
			t.Fatal(err)
		}
	}
	for i := range crowd {
		token, err := book.AddToken(t.Context(), fmt.Sprint("person", i%accounts), "load", people.Writing, 0)
		if err != nil {
			t.Fatal(err)
		}
		tokens = append(tokens, token)
	}
	return tokens
}

// asCommand is the path of the test binary under the name of the command.
func asCommand(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "crosscheck")
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, path)
	}
	if err != nil {
		t.Skip("no second name for the command: ", err)
	}
	return path
}

// savedReport is a report with nearly so many pairs.
func savedReport(t *testing.T, pairs int) string {
	t.Helper()
	folder := t.TempDir()
	for i := range pairs {
		for name, text := range map[string]string{
			"a": "outlet: Harbour Post\ndate: 2031-05-01\n---\n\n\"Pier %d is safe for every visitor,\" said Mara Lind on Tuesday.\n",
			"b": "outlet: Coast Courier\ndate: 2031-05-01\n---\n\n\"Pier %d is not safe for any visitor,\" said Tom Okoye on Tuesday.\n",
		} {
			path := filepath.Join(folder, fmt.Sprint(i, name, ".md"))
			if err := os.WriteFile(path, fmt.Appendf(nil, "---\ntitle: Pier %d\n"+text, i, i), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	out := filepath.Join(t.TempDir(), "report.json")
	if err := run(t.Context(), strings.NewReader(""), io.Discard, io.Discard, []string{"report", folder, "-o", out}); err != nil {
		t.Fatal(err)
	}
	return out
}

// processes are three desks on one database.
type processes struct {
	*testing.T
	db, report, program string
	at                  [3]process
	again               atomic.Int64 // requests that found no connection
}

type process struct {
	mu      sync.Mutex
	address string // HOST:PORT
	cmd     *exec.Cmd
	said    *bufio.Reader
}

// start starts a process and waits until it listens.
func (row *processes) start(i int, listen string) {
	row.Helper()
	cmd := exec.CommandContext(row.Context(), row.program, "serve", "--from", row.report, "--db", row.db, "--listen", listen)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		row.Fatal(err)
	}
	said := bufio.NewReader(out)
	line, err := said.ReadString('\n')
	if err != nil {
		row.Fatal("the desk does not say where it listens: ", err)
	}
	u, err := url.Parse(strings.TrimSpace(line))
	if err != nil {
		row.Fatal(err)
	}
	p := &row.at[i]
	p.mu.Lock()
	p.address, p.cmd, p.said = u.Host, cmd, said
	p.mu.Unlock()
	row.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
}

// restart ends a process as a service manager does, and starts it again.
func (row *processes) restart(i int) {
	row.Helper()
	p := &row.at[i]
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		row.Fatal(err)
	}
	io.Copy(io.Discard, p.said)
	p.cmd.Wait() // 2: interrupted
	row.start(i, p.address)
}

// pairs are the keys of the pairs, as the desk tells a program.
func (row *processes) pairs(token string) (keys []string) {
	row.Helper()
	for page := 1; ; page++ {
		var q struct {
			Rows []struct {
				Key string `json:"key"`
			} `json:"rows"`
		}
		if err := row.fetch(row.at[0].address, fmt.Sprintf("/queue?page=%d", page), token, &q); err != nil {
			row.Fatal(err)
		}
		if len(q.Rows) == 0 || slices.Contains(keys, q.Rows[0].Key) {
			return keys
		}
		for _, r := range q.Rows {
			keys = append(keys, r.Key)
		}
	}
}

func (row *processes) fetch(address, path, token string, into any) error {
	req, err := http.NewRequestWithContext(row.Context(), "GET", "http://"+address+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	return json.NewDecoder(res.Body).Decode(into)
}

// deed is what somebody does.
type deed struct{ id, token, verb, pair string }

// errTaken says that somebody else was faster.
var errTaken = errors.New("somebody else was faster")

// ask has a process do a deed, or the next one where there is no connection.
func (row *processes) ask(first int, d deed) (e review.Event, err error) {
	ctx, cancel := context.WithTimeout(row.Context(), time.Minute)
	defer cancel()
	for try := 0; ctx.Err() == nil; try++ {
		p := &row.at[(first+try)%len(row.at)]
		p.mu.Lock()
		address := p.address
		p.mu.Unlock()
		if e, err = d.send(ctx, address); err == nil || !unconnected(err) {
			return e, err
		}
		row.again.Add(1)
		time.Sleep(10 * time.Millisecond)
	}
	return e, err
}

// unconnected reports whether a request ended without any answer.
func unconnected(err error) bool {
	_, broken := errors.AsType[*net.OpError](err)
	return broken || errors.Is(err, io.EOF) || errors.Is(err, syscall.ECONNRESET)
}

// send sends a deed and reads the answer to the end: once it has begun, it comes.
func (d deed) send(ctx context.Context, address string) (review.Event, error) {
	form := url.Values{"id": {d.id}, "verdict": {string(review.Contradiction)}, "why": {"load"}}
	req, err := http.NewRequestWithContext(ctx, "POST", "http://"+address+"/pair/"+d.pair+"/"+d.verb, strings.NewReader(form.Encode()))
	if err != nil {
		return review.Event{}, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", "Bearer "+d.token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return review.Event{}, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	switch {
	case err != nil:
		return review.Event{}, fmt.Errorf("an answer that had begun broke off: %v", err) // not wrapped: this is not asked again
	case res.StatusCode == http.StatusConflict:
		return review.Event{}, errTaken
	case res.StatusCode != http.StatusOK:
		return review.Event{}, fmt.Errorf("%s %s of %s: status %d, %.300s", d.verb, d.pair, d.id, res.StatusCode, body)
	}
	var done struct {
		Event review.Event `json:"event"`
	}
	return done.Event, json.Unmarshal(body, &done)
}
