package hub

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// usual makes the user's cache a folder of the test's.
func usual(t *testing.T) string {
	if runtime.GOOS != "linux" {
		t.Skip("the cache is named by XDG_CACHE_HOME on Linux alone")
	}
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", dir)
	return dir
}

func TestFind(t *testing.T) {
	cache := usual(t)
	m := Models().Models[0]
	_, err := Find(m.Name)
	wantError(t, err, nil, "was not pulled yet")

	dir := filepath.Join(cache, "crosscheck", "models", m.Name)
	must(t, os.MkdirAll(dir, 0o777))
	must(t, os.WriteFile(filepath.Join(dir, "config.json"), []byte("{}"), 0o666))
	lock := Lock{Version: lockVersion, Name: m.Name, Files: []LockedFile{{"config.json", 2, sum([]byte("{}")), ByTable}}}
	must(t, lock.write(dir))
	_, err = Find(m.Name)
	wantError(t, err, nil, "not pulled to its end")

	lock.Complete = true
	must(t, lock.write(dir))
	if got, err := Find(m.Name); err != nil || got != dir {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := Resolve(m.Name); err != nil || got != dir {
		t.Errorf("by its name %q, %v", got, err)
	}
	if got, err := Resolve(cache); err != nil || got != cache {
		t.Errorf("a folder: %q, %v", got, err)
	}

	must(t, os.WriteFile(filepath.Join(dir, "config.json"), []byte("{}}"), 0o666))
	_, err = Find(m.Name)
	wantError(t, err, nil, "not whole any more: config.json")
	must(t, os.WriteFile(filepath.Join(dir, LockName), []byte("[]"), 0o666))
	_, err = Find(m.Name)
	wantError(t, err, nil, "not what we write")
}

func TestNamed(t *testing.T) {
	_, err := Named("nli-deberta-v3-bsae")
	wantError(t, err, nil, `no model "nli-deberta-v3-bsae"`)
	_, err = Resolve("./nowhere")
	wantError(t, err, nil, "no folder")
}
