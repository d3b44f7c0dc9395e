package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"crosscheck/report/review"
	"crosscheck/report/review/sqlite"
)

// TestLoad has fifty people decide at once, each on pairs of his own, over HTTP
// and into a ledger on disk, and then looks for every decision that was answered
// with 200: none may be lost, none doubled. As it stands each decides four times
// without a pause. For the figures, five times a second for a minute:
//
//	CROSSCHECK_LOAD=60s go test -run TestLoad -v ./report/web
func TestLoad(t *testing.T) {
	const people, rate = 50, 5 // decisions a second, each
	each, pause := 4, time.Duration(0)
	if long := os.Getenv("CROSSCHECK_LOAD"); long != "" {
		d, err := time.ParseDuration(long)
		if err != nil {
			t.Fatal(err)
		}
		each, pause = int(d.Seconds()*rate), time.Second/rate
	}
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	door := anybody{}
	for p := range people {
		door[fmt.Sprint("person", p)] = Reviewer
	}
	s := newStand(t, sample(people*each), store, Options{Door: door})
	keys := s.keys()
	var mu sync.Mutex
	var took []time.Duration
	confirmed := map[string]bool{}
	var wait sync.WaitGroup
	for p := range people {
		wait.Go(func() {
			client := &http.Client{Jar: jar(t, s.url, fmt.Sprint("person", p)), Transport: &http.Transport{MaxIdleConnsPerHost: 1}}
			next := time.Now().Add(pause * time.Duration(p) / people)
			for i := range each {
				time.Sleep(time.Until(next))
				next = next.Add(pause)
				begin := time.Now()
				e, err := decideOnce(client, s.url, keys[p*each+i], fmt.Sprint(p, "-", i))
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				took = append(took, time.Since(begin))
				confirmed[e.ID] = true
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	seen := map[string]int{}
	for e, err := range store.Events(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		seen[e.Subject]++
		delete(confirmed, e.ID)
	}
	if len(confirmed) > 0 || len(seen) != people*each {
		t.Errorf("%d confirmed decisions are lost, %d of %d pairs are decided", len(confirmed), len(seen), people*each)
	}
	for key, n := range seen {
		if n != 1 {
			t.Errorf("pair %s was decided %d times", key, n)
		}
	}
	if n, err := review.Verify(store.Events(t.Context(), 0)); n != people*each || err != nil {
		t.Errorf("verified %d events: %v", n, err)
	}
	slices.Sort(took)
	t.Logf("%d decisions of %d people on %d pairs: half within %v, 99 of 100 within %v, all within %v",
		len(took), people, len(keys), took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
}

func jar(t *testing.T, address, who string) http.CookieJar {
	j, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	j.SetCookies(u, []*http.Cookie{{Name: "person", Value: who}})
	return j
}

// decideOnce sends one verdict and reads the answer to the end.
func decideOnce(client *http.Client, address, key, id string) (review.Event, error) {
	form := url.Values{"id": {id}, "verdict": {string(review.Contradiction)}, "why": {"load"}}
	req, err := http.NewRequest("POST", address+"/pair/"+key+"/decide", strings.NewReader(form.Encode()))
	if err != nil {
		return review.Event{}, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	res, err := client.Do(req)
	if err != nil {
		return review.Event{}, err
	}
	defer res.Body.Close()
	var done Done
	if err := json.NewDecoder(res.Body).Decode(&done); err != nil || res.StatusCode != http.StatusOK {
		return review.Event{}, fmt.Errorf("pair %s: status %d, %v", key, res.StatusCode, err)
	}
	return done.Event, nil
}

func BenchmarkBoard(b *testing.B) {
	r := sample(10_000)
	for b.Loop() {
		newBoard(r, nil)
	}
}

func BenchmarkPages(b *testing.B) {
	l, err := review.NewLedger(b.Context(), &review.Memory{}, time.Now)
	if err != nil {
		b.Fatal(err)
	}
	d, err := New(b.Context(), sample(10_000), l, Options{Door: anybody{"ada": Admin}})
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range []string{"/queue", "/queue?state=all&q=pier+77", "/pair/" + d.board.Load().items[5000].Key} {
		b.Run(path[:6], func(b *testing.B) {
			req := httptest.NewRequest("GET", path, nil)
			req.Header.Set("X-Test-Person", "ada")
			for b.Loop() {
				w := httptest.NewRecorder()
				if d.Handler().ServeHTTP(w, req); w.Code != http.StatusOK {
					b.Fatal(w.Code)
				}
			}
		})
	}
}
