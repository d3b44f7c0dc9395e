package hub

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const revision = "0123456789abcdef0123456789abcdef01234567"

// The files of the test's model: one that our table knows, one that only the
// hub announces, as large files are and as small ones are, one that nobody does.
var (
	known   = []byte(`{"id2label": {"0": "entailment"}}`)
	small   = []byte(`{"version": "1.0"}`)
	large   = bytes.Repeat([]byte("weights "), 9000)
	nowhere = []byte("notes")
)

func testModel() Model {
	return Model{Name: "tiny", Kind: NLI, About: "for tests", Repository: "owner/tiny", Revision: revision, Licence: "MIT", Files: []File{
		{Path: "config.json", Size: int64(len(known)), SHA256: sum(known)},
		{Path: "tokenizer.json"},
		{Path: "onnx/model.onnx", Size: 70000, Rounded: true},
		{Path: "notes.txt"},
	}}
}

func sum(b []byte) string { s := sha256.Sum256(b); return hex.EncodeToString(s[:]) }
func blob(b []byte) string {
	s := sha1.Sum(fmt.Appendf(nil, "blob %d\x00%s", len(b), b))
	return hex.EncodeToString(s[:])
}

// server is a hub with one model, that redirects large files to a store of its
// own, as the real one does.
type server struct {
	*httptest.Server
	store *httptest.Server
	mu    sync.Mutex
	asked []string // "GET tokenizer.json bytes=5-"
	// before may answer in the hub's place, and then returns true.
	before func(w http.ResponseWriter, r *http.Request, file string) bool
}

func newServer(t *testing.T) *server {
	s := &server{}
	files := map[string][]byte{"config.json": known, "tokenizer.json": small, "onnx/model.onnx": large, "notes.txt": nowhere}
	serve := func(w http.ResponseWriter, r *http.Request, file string) {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(files[file]))
	}
	s.store = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"`+strings.Repeat("e", 64)+`"`) // the store's own, which is no SHA-256 of ours
		serve(w, r, "onnx/model.onnx")
	}))
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, ok := strings.CutPrefix(r.URL.Path, "/owner/tiny/resolve/"+revision+"/")
		s.mu.Lock()
		s.asked = append(s.asked, strings.TrimSpace(file+" "+r.Header.Get("Range")))
		s.mu.Unlock()
		if s.before != nil && s.before(w, r, file) {
			return
		}
		w.Header().Set("X-Repo-Commit", revision)
		switch {
		case !ok || files[file] == nil:
			http.NotFound(w, r)
		case file == "onnx/model.onnx":
			w.Header().Set("X-Linked-Etag", `"`+sum(large)+`"`)
			w.Header().Set("X-Linked-Size", strconv.Itoa(len(large)))
			http.Redirect(w, r, s.store.URL+"/blob", http.StatusFound)
		case file == "tokenizer.json":
			w.Header().Set("ETag", `W/"`+blob(small)+`"`)
			serve(w, r, file)
		default:
			serve(w, r, file)
		}
	}))
	t.Cleanup(s.Close)
	t.Cleanup(s.store.Close)
	return s
}

// options pull from the server into a folder, without waiting.
func (s *server) options(dir string) Options {
	return Options{Hub: s.URL, Dir: dir, sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }}
}

func TestPull(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	got, err := Pull(t.Context(), testModel(), s.options(dir))
	if err != nil {
		t.Fatal(err)
	}
	want := []Outcome{
		{LockedFile{"config.json", int64(len(known)), sum(known), ByTable}, false},
		{LockedFile{"tokenizer.json", int64(len(small)), sum(small), ByHub}, false},
		{LockedFile{"onnx/model.onnx", int64(len(large)), sum(large), ByHub}, false},
		{LockedFile{"notes.txt", int64(len(nowhere)), sum(nowhere), ByNone}, false},
	}
	if diff := cmp.Diff(want, got.Files); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for path, content := range map[string][]byte{"config.json": known, "onnx/model.onnx": large} {
		if b, err := os.ReadFile(filepath.Join(dir, path)); err != nil || !bytes.Equal(b, content) {
			t.Errorf("%s: %d bytes, %v", path, len(b), err)
		}
	}
	lock, faults, err := Verify(t.Context(), dir)
	if err != nil || len(faults) > 0 || !lock.Complete || lock.FetchedFrom != s.URL || lock.Licence != "MIT" {
		t.Errorf("lock %+v, faults %v, error %v", lock, faults, err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*", "*"+draftSuffix)); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// TestPullAgain asks for nothing that is there, and mends what was changed.
func TestPullAgain(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	m := testModel()
	must(t, pulled(Pull(t.Context(), m, s.options(dir))))
	s.asked = nil
	got, err := Pull(t.Context(), m, s.options(dir))
	must(t, err)
	if len(s.asked) > 0 || !got.Files[2].Kept || got.Files[2].Checked != ByHub {
		t.Errorf("asked for %q; %+v", s.asked, got.Files)
	}
	must(t, os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("other"), 0o666))
	if _, faults, err := Verify(t.Context(), dir); err != nil || len(faults) != 1 || faults[0].Path != "notes.txt" {
		t.Errorf("faults %v, error %v", faults, err)
	}
	got, err = Pull(t.Context(), m, s.options(dir))
	must(t, err)
	if diff := cmp.Diff([]string{"notes.txt"}, s.asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	if got.Files[3].Checked != ByLock {
		t.Errorf("the mended file was compared with %q", got.Files[3].Checked)
	}
}

// TestLockHolds refuses another content under the revision that was locked.
func TestLockHolds(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	must(t, pulled(Pull(t.Context(), testModel(), s.options(dir))))
	must(t, os.Remove(filepath.Join(dir, "notes.txt")))
	s.before = func(w http.ResponseWriter, _ *http.Request, file string) bool {
		io.WriteString(w, "swapped")
		return true
	}
	_, err := Pull(t.Context(), testModel(), s.options(dir))
	wantError(t, err, ErrSum, LockName)
	if _, err := os.Stat(filepath.Join(dir, "notes.txt")); err == nil {
		t.Error("the swapped file was kept")
	}
}

func TestResume(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	first := true
	s.before = func(w http.ResponseWriter, r *http.Request, file string) bool {
		if file != "onnx/model.onnx" || !first {
			return false
		}
		first = false
		w.Header().Set("X-Linked-Etag", sum(large))
		w.Header().Set("Content-Length", strconv.Itoa(len(large)))
		w.Write(large[:30000]) // and then the connection breaks off
		panic(http.ErrAbortHandler)
	}
	got, err := Pull(t.Context(), testModel(), s.options(dir))
	must(t, err)
	var asked []string
	for _, a := range s.asked {
		if strings.HasPrefix(a, "onnx") {
			asked = append(asked, a)
		}
	}
	if len(asked) != 2 || !strings.HasPrefix(asked[1], "onnx/model.onnx bytes=") || got.Files[2].SHA256 != sum(large) {
		t.Errorf("asked for %q, got %+v", asked, got.Files)
	}
}

// TestResumeAcrossRuns goes on where an earlier run stopped, and starts again
// where what it left belongs to another file.
func TestResumeAcrossRuns(t *testing.T) {
	for _, c := range []struct {
		name, left string
		first      string
	}{
		{"goes on", string(large[:500]), "onnx/model.onnx bytes=500-"},
		{"was whole", string(large), fmt.Sprintf("onnx/model.onnx bytes=%d-", len(large))},
		{"too long", string(large) + "more", fmt.Sprintf("onnx/model.onnx bytes=%d-", len(large)+4)},
		{"another file's", strings.Repeat("x", 500), "onnx/model.onnx bytes=500-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, dir := newServer(t), t.TempDir()
			path := filepath.Join(dir, "onnx", "model.onnx")
			must(t, os.MkdirAll(filepath.Dir(path), 0o777))
			must(t, os.WriteFile(draftOf(path, revision).name, []byte(c.left), 0o666))
			got, err := Pull(t.Context(), testModel(), s.options(dir))
			must(t, err)
			if s.asked[2] != c.first || got.Files[2].SHA256 != sum(large) {
				t.Errorf("asked for %q, got %+v", s.asked, got.Files[2])
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	status := func(code int) func(http.ResponseWriter, *http.Request, string) bool {
		return func(w http.ResponseWriter, _ *http.Request, _ string) bool { w.WriteHeader(code); return true }
	}
	for _, c := range []struct {
		name   string
		before func(http.ResponseWriter, *http.Request, string) bool
		want   error
		says   string
		asked  int
	}{
		{"gated", status(403), ErrRefused, "403 Forbidden", 1},
		{"closed", status(401), ErrRefused, "401", 1},
		{"missing", status(404), ErrMissing, "404 Not Found", 1},
		{"teapot", status(418), ErrAnswer, "418", 1},
		{"down", status(503), ErrBusy, "503 Service Unavailable, 5 times", attempts},
		{"busy", status(429), ErrBusy, "429", attempts},
		{"changed", func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			w.Write(bytes.ToUpper(known))
			return true
		}, ErrSum, "our table", 1},
		{"another size", func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			io.WriteString(w, "short")
			return true
		}, ErrSum, "5 bytes", 1},
		{"another revision", func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			w.Header().Set("X-Repo-Commit", strings.Repeat("f", 40))
			w.Write(known)
			return true
		}, ErrAnswer, "revision ffff", 1},
		{"endless", func(w http.ResponseWriter, r *http.Request, _ string) bool {
			for r.Context().Err() == nil {
				if _, err := w.Write(large); err != nil {
					break
				}
			}
			return true
		}, ErrTooLarge, "larger than", 1},
		{"cut", func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			w.Header().Set("Content-Length", strconv.Itoa(len(known)))
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, ErrCut, "broke off", attempts},
		{"to plain http", func(w http.ResponseWriter, r *http.Request, _ string) bool {
			http.Redirect(w, r, "http://models.example/config.json", http.StatusFound)
			return true
		}, ErrAnswer, "not https", 1},
		{"in a circle", func(w http.ResponseWriter, r *http.Request, _ string) bool {
			http.Redirect(w, r, r.URL.Path, http.StatusFound)
			return true
		}, ErrAnswer, "without end", mostRedirects},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, dir := newServer(t), t.TempDir()
			s.before = c.before
			_, err := Pull(t.Context(), testModel(), s.options(dir))
			wantError(t, err, c.want, c.says)
			if len(s.asked) != c.asked {
				t.Errorf("asked %d times, want %d", len(s.asked), c.asked)
			}
			left, _ := filepath.Glob(filepath.Join(dir, "*"))
			for _, name := range left {
				if now, err := os.Stat(name); err != nil || now.Size() > 0 {
					t.Errorf("left behind: %q", name)
				}
			}
		})
	}
}

// TestRetryAfter waits as long as the hub asks, and comes back.
func TestRetryAfter(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	times := 0
	s.before = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
		if times++; times > 2 {
			return false
		}
		w.Header().Set("Retry-After", "7")
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	}
	var waited []time.Duration
	opt := s.options(dir)
	opt.sleep = func(_ context.Context, d time.Duration) error { waited = append(waited, d); return nil }
	var told []string
	opt.Waiting = func(path string, why error, wait time.Duration) {
		told = append(told, fmt.Sprint(path, ": ", why, ", ", wait))
	}
	must(t, pulled(Pull(t.Context(), testModel(), opt)))
	if diff := cmp.Diff([]string{"config.json: the hub answers 429 Too Many Requests, 7s", "config.json: the hub answers 429 Too Many Requests, 7s"}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]time.Duration{7 * time.Second, 7 * time.Second}, waited); diff != "" {
		t.Errorf("waited (-want +got):\n%s", diff)
	}
}

// TestStall gives a silent hub up.
func TestStall(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	s.before = func(w http.ResponseWriter, r *http.Request, _ string) bool {
		w.Header().Set("Content-Length", strconv.Itoa(len(known)))
		w.(http.Flusher).Flush()
		select {
		case <-release:
		case <-r.Context().Done():
		}
		return true
	}
	opt := s.options(dir)
	opt.patience = 20 * time.Millisecond
	_, err := Pull(t.Context(), testModel(), opt)
	wantError(t, err, ErrCut, "broke off")
}

// TestCancelled keeps what has come, and says how much.
func TestCancelled(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	s.before = func(w http.ResponseWriter, r *http.Request, file string) bool {
		if file != "onnx/model.onnx" {
			return false
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(large)))
		w.Write(large[:20000])
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		return true
	}
	opt := s.options(dir)
	opt.Progress = func(path string, done, _ int64) {
		if path == "onnx/model.onnx" && done >= 20000 {
			cancel()
		}
	}
	got, err := Pull(ctx, testModel(), opt)
	if !errors.Is(err, context.Canceled) || got.Partial != 20000 || len(got.Files) != 2 {
		t.Fatalf("error %v, result %+v", err, got)
	}
	lock, err := ReadLock(dir)
	if err != nil || lock.Complete || len(lock.Files) != 2 {
		t.Errorf("lock %+v, %v", lock, err)
	}
	s.before, s.asked = nil, nil
	must(t, pulled(Pull(t.Context(), testModel(), s.options(dir))))
	if diff := cmp.Diff([]string{"onnx/model.onnx bytes=20000-", "notes.txt"}, s.asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
}

func TestUnreachable(t *testing.T) {
	s := newServer(t)
	s.Close()
	_, err := Pull(t.Context(), testModel(), s.options(t.TempDir()))
	wantError(t, err, ErrUnreachable, "cannot be reached")
}

// TestForeignFolder leaves other people's files alone.
func TestForeignFolder(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	path := filepath.Join(dir, "config.json")
	must(t, os.WriteFile(path, []byte("mine"), 0o666))
	_, err := Pull(t.Context(), testModel(), s.options(dir))
	wantError(t, err, os.ErrExist, "is not the model's")
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("it holds %q now", b)
	}
	other, dir := testModel(), t.TempDir()
	other.Name = "other"
	must(t, pulled(Pull(t.Context(), other, s.options(dir))))
	_, err = Pull(t.Context(), testModel(), s.options(dir))
	wantError(t, err, nil, "has model other")
}

func TestAddress(t *testing.T) {
	for address, ok := range map[string]bool{
		"https://hub.example": true, "https://hub.example/mirror/": true, "http://127.0.0.1:80": true, "http://[::1]:8": true, "http://localhost": true,
		"http://hub.example": false, "ftp://hub.example": false, "hub.example": false, "": false, "https://": false,
		"https://me:secret@hub.example": false, "https://hub.example?x=1": false,
	} {
		_, err := Address(address)
		if (err == nil) != ok {
			t.Errorf("%q: %v", address, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the error gives a password away: %v", err)
		}
	}
}

// TestDisk says what to do where there is no room, and where one may not write.
func TestDisk(t *testing.T) {
	for kind, says := range map[error]string{syscall.ENOSPC: "make room", os.ErrPermission: "can be written to"} {
		err := disk(&os.PathError{Op: "write", Path: "model.onnx.part", Err: kind})
		own, ok := errors.AsType[*Error](err)
		if !ok || !errors.Is(err, kind) || !strings.Contains(own.Hint, says) {
			t.Errorf("%v: %v", kind, err)
		}
	}
	if err := disk(nil); err != nil {
		t.Error(err)
	}
}

// TestUnwritable fails before anything is fetched to its end, with a hint.
func TestUnwritable(t *testing.T) {
	s, dir := newServer(t), t.TempDir()
	file := filepath.Join(dir, "file")
	must(t, os.WriteFile(file, nil, 0o666))
	_, err := Pull(t.Context(), testModel(), s.options(file))
	wantError(t, err, nil, "file")
}

func pulled(_ Result, err error) error { return err }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wantError wants an *Error of a kind, with words and a hint.
func wantError(t *testing.T, err, kind error, says string) {
	t.Helper()
	own, ok := errors.AsType[*Error](err)
	if !ok || kind != nil && !errors.Is(err, kind) || !strings.Contains(err.Error(), says) || own.Hint == "" {
		t.Errorf("error %v (%T), want %v that says %q, with a hint", err, err, kind, says)
	}
}
