package feed

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/review/postgrestest"
)

// victim is the environment variable that turns the test into a worker that is
// killed; it holds the database's address.
const victim = "CROSSCHECK_TEST_WORKER"

// soon is when another worker takes over here.
const soon = 3 * time.Second

func TestMain(m *testing.M) {
	if address := os.Getenv(victim); address != "" {
		go func() { // it ends with the test that started it, however that ends
			io.Copy(io.Discard, os.Stdin)
			os.Exit(1)
		}()
		f, err := Open(context.Background(), address)
		if err == nil {
			err = f.Work(context.Background(), Options{Rescue: soon, Index: often()})
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(postgrestest.Main(m))
}

// often is an index that is added to all the time.
func often() *Indexing {
	return &Indexing{Made: "test", Every: 50 * time.Millisecond, Told: func(got Indexed, err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "index:", err)
		}
	}}
}

// TestKill kills workers at random moments while they read articles, and wants of
// every article what one machine finds, once, and of the archive the topics that it
// finds. For the figures:
//
//	CROSSCHECK_FEED=10000 go test -run TestKill -v ./report/feed
//
// CROSSCHECK_FEED_FILE names articles of your own instead.
func TestKill(t *testing.T) {
	articles, kills := 1500, 6
	if n, err := strconv.Atoi(os.Getenv("CROSSCHECK_FEED")); err == nil {
		articles, kills = n, max(kills, n/300)
	}
	path := os.Getenv("CROSSCHECK_FEED_FILE")
	if path == "" {
		path = news(t, articles)
	}
	address := postgrestest.New(t)
	f := opened(t, address)
	done := take(t, f, path)
	begin := time.Now()
	workers := []*exec.Cmd{start(t, address), start(t, address)}
	killed, random := 0, rand.New(rand.NewPCG(1, 2))
	for {
		n, err := f.Waiting(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			break
		}
		if time.Since(begin) > 20*time.Minute {
			t.Fatalf("%d of %d articles still wait", n, done.Fresh)
		}
		time.Sleep(time.Duration(50+random.IntN(250)) * time.Millisecond)
		if killed < kills {
			i := random.IntN(len(workers))
			workers[i].Process.Kill()
			workers[i].Wait()
			killed++
			workers[i] = start(t, address)
		}
	}
	t.Logf("%d articles in %v, %d workers killed", done.Fresh, time.Since(begin).Round(time.Second), killed)
	want, got := alone(t, path), kept(t, f)
	if len(got) != len(want) {
		t.Errorf("%d articles, one machine has %d", len(got), len(want))
	}
	for id, list := range want {
		if diff := cmp.Diff(list, got[id]); diff != "" {
			t.Fatalf("article %s (-one machine +database):\n%s", id, diff)
		}
	}
	if failed, err := f.Failed(t.Context()); len(failed) > 0 || err != nil {
		t.Errorf("%d failed, %v", len(failed), err)
	}
	for _, w := range workers {
		w.Process.Kill()
		w.Wait()
	}
	sameTopics(t, f)
}

// start starts a worker of its own process.
func start(t testing.TB, address string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), victim+"="+address)
	cmd.Stderr = os.Stderr
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd
}
