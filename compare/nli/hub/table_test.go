package hub

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEmbedded reads the table that is in the binary: each model has what
// package nli needs, on the two architectures that newsrooms have.
func TestEmbedded(t *testing.T) {
	table, err := ParseTable(embedded)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Models) == 0 {
		t.Error("it has no models")
	}
	for _, m := range table.Models {
		for _, arch := range []string{"amd64", "arm64"} {
			has := map[string]int{}
			for _, f := range m.For(arch) {
				has[filepath.Ext(f.Path)]++
				has[f.Path]++
			}
			if m.Kind == NLI && (has[".onnx"] != 1 || has["config.json"] != 1 || has["tokenizer.json"] != 1) {
				t.Errorf("%s for %s has %v", m.Name, arch, has)
			}
		}
		if strings.HasSuffix(m.Name, "-int8") && len(m.Figures) > 0 {
			t.Errorf("%s: nobody published figures of the quantised weights", m.Name)
		}
	}
}

// TestOneHub keeps the hub's address in one place, the table.
func TestOneHub(t *testing.T) {
	_, host, _ := strings.Cut(Models().Hub, "://")
	if host == "" {
		t.Fatal("no hub")
	}
	var found []string
	names, err := filepath.Glob("*")
	must(t, err)
	for _, name := range names {
		b, err := os.ReadFile(name)
		must(t, err)
		if strings.Contains(strings.ToLower(string(b)), host) {
			found = append(found, name)
		}
	}
	if diff := cmp.Diff([]string{"models.json"}, found); diff != "" {
		t.Errorf("files that name the hub (-want +got):\n%s", diff)
	}
}

func TestFor(t *testing.T) {
	m := Model{Files: []File{{Path: "config.json"}, {Path: "a.onnx", Arch: "amd64"}, {Path: "b.onnx", Arch: "arm64"}}}
	for arch, want := range map[string]int{"amd64": 2, "arm64": 2, "riscv64": 0} {
		if got := m.For(arch); len(got) != want {
			t.Errorf("for %s: %v", arch, got)
		}
	}
	if got := (Model{Files: []File{{Path: "a"}}}).For("riscv64"); len(got) != 1 {
		t.Errorf("a model for all: %v", got)
	}
}

const goodTable = `{"hub": "https://hub.example", "models": [{
  "name": "tiny", "kind": "nli", "about": "for tests", "repository": "owner/tiny",
  "revision": "0123456789abcdef0123456789abcdef01234567", "licence": "MIT",
  "figures": [{"set": "MNLI matched", "accuracy": 0.5, "source": "a card"}],
  "files": [{"path": "config.json"}]}]}
`

func TestParseTable(t *testing.T) {
	table, err := ParseTable([]byte(goodTable))
	if err != nil || len(table.Models) != 1 || table.Models[0].Accuracy("MNLI matched") != .5 || table.Models[0].Accuracy("SNLI test") != 0 {
		t.Fatalf("%+v, %v", table, err)
	}
	for _, c := range []struct{ old, new, says string }{
		{`https://hub.example`, `http://hub.example`, "no https address"},
		{`https://hub.example`, `https://hub.example/`, "no https address"},
		{`"name": "tiny"`, `"name": "../tiny"`, "small letters"},
		{`"nli"`, `"gan"`, "neither"},
		{`owner/tiny`, `owner/../tiny`, "owner/name"},
		{`0123456789abcdef0123456789abcdef01234567`, `main`, "no commit"},
		{`"MIT"`, `"see the page"`, "SPDX"},
		{`0.5`, `50`, "accuracy between"},
		{`"a card"`, `""`, "a source"},
		{`"config.json"`, `"../config.json"`, "does not name a file"},
		{`"config.json"`, `"/etc/passwd"`, "does not name a file"},
		{`"config.json"`, `"a\\b"`, "does not name a file"},
		{`"config.json"`, `"` + LockName + `"`, "does not name a file"},
		{`"config.json"`, `"config.json.part"`, "does not name a file"},
		{`{"path": "config.json"}`, `{"path": "config.json"}, {"path": "config.json"}`, "twice"},
		{`{"path": "config.json"}`, `{"path": "config.json", "sha256": "abc"}`, "no SHA-256"},
		{`{"path": "config.json"}`, `{"path": "config.json", "size": -1}`, "-1 bytes"},
		{`[{"path": "config.json"}]`, `[]`, "no files"},
		{`"about"`, `"abuot"`, "unknown field"},
		{"]}\n", "]} {}", "behind its end"},
	} {
		_, err := ParseTable([]byte(strings.Replace(goodTable, c.old, c.new, 1)))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q for %q: %v, want %q", c.new, c.old, err, c.says)
		}
	}
}

func FuzzParseTable(f *testing.F) {
	f.Add([]byte(goodTable))
	f.Add(embedded)
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := ParseTable(data)
		if err != nil {
			return
		}
		for _, m := range table.Models {
			for _, file := range m.Files {
				inside(t, file.Path)
			}
		}
	})
}

func FuzzParseLock(f *testing.F) {
	f.Add([]byte(`{"version": 1, "name": "tiny", "files": [{"path": "onnx/model.onnx", "size": 5, "sha256": "` + strings.Repeat("a", 64) + `"}]}`))
	f.Add([]byte(`{"version": 1, "files": [{"path": "../../x", "sha256": "a"}]}`))
	f.Add([]byte(`{"version": 2}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		lock, err := ParseLock(data)
		if err != nil {
			return
		}
		for _, file := range lock.Files {
			inside(t, file.Path)
			if !sumForm.MatchString(file.SHA256) {
				t.Errorf("checksum %q", file.SHA256)
			}
		}
	})
}

// inside wants a path that stays below the folder.
func inside(t *testing.T, path string) {
	if !filepath.IsLocal(filepath.FromSlash(path)) || strings.ContainsAny(path, "\\:\x00") {
		t.Errorf("path %q leaves the folder", path)
	}
}

func FuzzContentRange(f *testing.F) {
	f.Add("bytes 5-9/10")
	f.Add("bytes */10")
	f.Fuzz(func(t *testing.T, value string) {
		if from, total := contentRange(value); from < -1 || total < -1 {
			t.Errorf("%q: %d, %d", value, from, total)
		}
	})
}
