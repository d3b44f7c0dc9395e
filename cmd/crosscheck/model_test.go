package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"crosscheck/compare"
	"crosscheck/compare/nli"
	"crosscheck/compare/nli/hub"
)

// serveHub: "hub DIR" serves the files of a folder as a model hub does, whatever
// model is asked for, with the SHA-256 of each, or what FILE.sum holds in its
// place. CROSSCHECK_HUB names it from then on, and $HUB.
func serveHub(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: hub DIR")
	}
	dir := ts.MkAbs(args[0])
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		parts := strings.SplitN(strings.TrimPrefix(r.URL.Path, "/"), "/", 5) // owner, name, "resolve", revision, file
		if len(parts) < 5 || parts[2] != "resolve" {
			http.NotFound(w, r)
			return
		}
		name := filepath.Join(dir, filepath.FromSlash(parts[4]))
		content, err := os.ReadFile(name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		sum := fmt.Sprintf("%x", sha256.Sum256(content))
		if other, err := os.ReadFile(name + ".sum"); err == nil {
			sum = strings.TrimSpace(string(other))
		}
		w.Header().Set("X-Repo-Commit", parts[3])
		w.Header().Set("ETag", `"`+sum+`"`)
		http.ServeFile(w, r, name)
	}))
	ts.Defer(s.Close)
	ts.Setenv("CROSSCHECK_HUB", s.URL)
	ts.Setenv("HUB", s.URL)
}

// builtWith is the condition "[tag:NAME]": the command is built with that tag.
func builtWith(condition string) (bool, error) {
	name, ok := strings.CutPrefix(condition, "tag:")
	if !ok {
		return false, fmt.Errorf("unknown condition %q", condition)
	}
	info, _ := debug.ReadBuildInfo()
	return info != nil && slices.ContainsFunc(info.Settings, func(s debug.BuildSetting) bool {
		return s.Key == "-tags" && slices.Contains(strings.Split(s.Value, ","), name)
	}), nil
}

// TestPullInterrupted wants to be told what was kept.
func TestPullInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.Write(make([]byte, 600))
		w.(http.Flusher).Flush()
		for r.Context().Err() == nil {
			if parts, _ := filepath.Glob(filepath.Join(dir, "*.part")); len(parts) == 1 && size(parts[0]) == 600 {
				cancel()
			}
			time.Sleep(time.Millisecond)
		}
	}))
	defer s.Close()
	var stdout, stderr bytes.Buffer
	err := run(ctx, strings.NewReader(""), &stdout, &stderr, []string{"model", "pull", "nli-deberta-v3-base", "-o", dir, "--from", s.URL})
	if !errors.Is(err, context.Canceled) || !strings.Contains(stderr.String(), "600 B of the next file are kept") {
		t.Errorf("error %v, said %q", err, stderr.String())
	}
}

// size is a file's, -1 where it is not there.
func size(path string) int64 {
	now, err := os.Stat(path)
	if err != nil {
		return -1
	}
	return now.Size()
}

// knowing answers from the trials' own labels, named in an order.
type knowing struct {
	entailment, neutral compare.Label // what it calls by these names; the third follows
	err                 error
}

func (k knowing) Directed(_ context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	right := map[string]compare.Label{}
	for _, t := range hub.Trials() {
		right[t.Premise] = t.Label
	}
	out := make([]compare.Scores, len(pairs))
	for i, p := range pairs {
		switch right[p.A.Text] {
		case k.entailment:
			out[i].Entailment = 1
		case k.neutral:
			out[i].Neutral = 1
		default:
			out[i].Contradiction = 1
		}
	}
	return out, k.err
}

func (k knowing) Scores(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	return k.Directed(ctx, pairs)
}

func TestRunTrials(t *testing.T) {
	if testing.Short() {
		t.Skip("each runs against the clock")
	}
	run, sanity, err := runTrials(t.Context(), knowing{entailment: compare.Entailment, neutral: compare.Neutral})
	if err != nil || run.Right != 24 || run.Of != 24 || run.Fits != nil || run.PairsPerSecond <= 0 || len(oddities(sanity)) > 0 {
		t.Errorf("run %+v, error %v", run, err)
	}
	gone := errors.New("gone")
	if _, _, err := runTrials(t.Context(), knowing{err: gone}); !errors.Is(err, gone) {
		t.Errorf("error %v", err)
	}
}

func TestOddities(t *testing.T) {
	got := oddities(hub.Sanity{Right: 8, Of: 24, FitsRight: 23,
		Fits: hub.Order{Entailment: compare.Contradiction, Neutral: compare.Neutral, Contradiction: compare.Entailment}})
	want := []string{
		"8 of 24 plain pairs are right: do not trust what this model says",
		"the labels look mixed up: 23 of 24 would be right if what config.json calls entailment meant contradiction, neutral neutral, and contradiction entailment",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMegabytes(t *testing.T) {
	for bytes, want := range map[int64]string{875: "875 B", 8600: "9 kB", 1356048: "1 MB", 739_500_000: "740 MB", 0: "0 B"} {
		if got := megabytes(bytes); got != want {
			t.Errorf("%d bytes: %q, want %q", bytes, got, want)
		}
	}
}

// TestModelHint takes the hint out of an error's text, and keeps what it wraps.
func TestModelHint(t *testing.T) {
	err := modelHint(fmt.Errorf("opening: %w", nli.ErrNotBuilt))
	if !errors.Is(err, nli.ErrNotBuilt) || !strings.Contains(err.Error(), "\nhint: build it with") || strings.Contains(err.Error(), "; hint") {
		t.Errorf("error %q", err)
	}
	if err := modelHint(nil); err != nil {
		t.Error(err)
	}
}
