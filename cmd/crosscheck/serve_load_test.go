//go:build unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestGateLoad sends drafts to the gate over loopback, one after another at a
// steady pace whether those before are answered or not, and wants each answered
// with a decision: none dropped, none refused. As it stands it sends a few, held
// against a few invented articles. For the figures, twenty a second for a minute
// and 1,000 invented articles; or with a collection of one's own, a file of JSON
// Lines, from which the drafts are taken, too:
//
//	CROSSCHECK_LOAD=60s go test -run TestGateLoad -v ./cmd/crosscheck
//	CROSSCHECK_LOAD=60s CROSSCHECK_LOAD_ARTICLES=news.jsonl go test -run TestGateLoad -timeout 1h -v ./cmd/crosscheck
func TestGateLoad(t *testing.T) {
	const rate = 20 // drafts a second
	n, articles := newNewsroom(t), 30
	drafts, pause := 10, 200*time.Millisecond
	if long := os.Getenv("CROSSCHECK_LOAD"); long != "" {
		d, err := time.ParseDuration(long)
		if err != nil {
			t.Fatal(err)
		}
		drafts, pause, articles = int(d.Seconds()*rate), time.Second/rate, 1000
	}
	path := os.Getenv("CROSSCHECK_LOAD_ARTICLES")
	if path == "" {
		path = n.file("invented.jsonl", invented(articles))
	}
	index := filepath.Join(filepath.Dir(n.db), "news")
	begin := time.Now()
	if err := run(t.Context(), strings.NewReader(""), os.Stdout, os.Stderr, []string{"index", path, "--db", index}); err != nil {
		t.Fatal(err)
	}
	t.Logf("indexed in %v", time.Since(begin).Round(time.Second))
	bodies := draftsOf(t, path, drafts)
	d := startDesk(t, "serve", "--gate", "--against", index, "--db", n.db, "--listen", "127.0.0.1:0")
	n.ready(d.url)
	client := &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	if _, status, err := n.ask(client, "cms", "POST", d.url+"/v1/gate", "application/json", bodies[0]); status != http.StatusOK || err != nil { // warm
		t.Fatal(status, err)
	}
	var mu sync.Mutex
	var took []time.Duration
	outcomes := map[string]int{}
	before := cpuSeconds()
	var wait sync.WaitGroup
	next := time.Now()
	for i := range drafts {
		time.Sleep(time.Until(next))
		next = next.Add(pause)
		wait.Go(func() {
			begin := time.Now()
			a, status, err := n.ask(client, "cms", "POST", d.url+"/v1/gate", "application/json", bodies[i%len(bodies)])
			mu.Lock()
			defer mu.Unlock()
			took = append(took, time.Since(begin))
			if err != nil || status != http.StatusOK {
				outcomes[fmt.Sprint(status, " ", a.Code, " ", err)]++
				return
			}
			outcomes[a.Decision]++
		})
	}
	wait.Wait()
	slices.Sort(took)
	decided := max(outcomes["publish"]+outcomes["hold"], 1)
	t.Logf("%d drafts, one every %v: half within %v, 95 of 100 within %v, 99 of 100 within %v, all within %v; %.0f ms of processor time each; %v",
		drafts, pause, took[len(took)/2], took[len(took)*95/100], took[len(took)*99/100], took[len(took)-1], 1000*(cpuSeconds()-before)/float64(decided), outcomes)
	if done := outcomes["publish"] + outcomes["hold"]; done != drafts {
		t.Errorf("%d of %d drafts were not decided: %v", drafts-done, drafts, outcomes)
	}
	if err := d.stop(); err != nil {
		t.Error(err)
	}
}

// cpuSeconds is the processor time that this process has used: the sender's part and
// the gate's. On a machine with other work it tells more than the clock.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

// invented are articles about storms in many towns, three on each: two outlets and
// a later report.
func invented(articles int) string {
	var b strings.Builder
	for i := range articles {
		town := fmt.Sprintf("%s%s", []string{"Os", "Har", "Lin", "Tor", "Vel", "Mar", "Bren", "Cas", "Dun", "Fel"}[i/3%10], []string{"sick", "wick", "burg", "mouth", "ford", "holm", "stead", "ton", "haven", "bridge"}[i/30%10])
		if i >= 300 {
			town += " " + []string{"North", "South", "East", "West"}[i/300%4]
		}
		json.NewEncoder(&b).Encode(map[string]string{
			"id": fmt.Sprint("i", i), "outlet": []string{"Harbour Post", "Coast Courier", "Daily Lantern"}[i%3], "title": "Storm tears boats from the pier of " + town, "date": fmt.Sprintf("2031-%02d-%02d", 1+i/90%12, 1+i/3%28),
			"body": fmt.Sprintf("A storm tore %d boats from the pier of %s on Monday night, the harbour office said. “Nobody was hurt, and the pier is safe,” said Mara Lind, the harbour master of %s.\n\n"+
				"The council of %s has set aside %d million crowns for the repair. “We will open the pier again in May,” said Tom Okoye, who leads it. Fishermen said they had not been warned.\n\n"+
				"Divers went down at noon and found that the piles were sound. The road to %s was closed until the evening, and %d houses were without power.\n",
				10+i%7, town, town, town, 2+i/3%5, town, 100+i),
		})
	}
	return b.String()
}

// draftsOf makes drafts of the articles in a file: each as it would look with a
// line added to it, under no name.
func draftsOf(t *testing.T, path string, most int) (out [][]byte) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() && len(out) < most {
		var x struct{ Outlet, Title, Date, Body string }
		if err := json.Unmarshal(in.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		body, err := json.Marshal(map[string]string{"outlet": x.Outlet, "title": x.Title, "date": x.Date, "body": x.Body + "\n\nThis report is being updated."})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, body)
	}
	if in.Err() != nil || len(out) == 0 {
		t.Fatal("no drafts: ", in.Err())
	}
	return out
}
