package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const recipes = "../../report/gate/recipes/"

// TestRecipeShell runs the shell recipe against a gate.
func TestRecipeShell(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("no curl")
	}
	n := newNewsroom(t)
	d := startDesk(t, "serve", "--gate", "--against", "../../testdata/gate/archive", "--db", n.db, "--listen", "127.0.0.1:0")
	n.ready(d.url)
	for _, c := range []struct {
		file, token string
		code        int
		says        string
	}{
		{"number.md", n.tokens["cms"], 1, `"number-against-own"`},
		{"clean.md", n.tokens["cms"], 0, `"decision":"publish"`},
		{"german.txt", n.tokens["cms"], 2, `"not-english"`},
		{"clean.md", "ck_wrong", 2, `"unauthorized"`},
		{"missing.md", n.tokens["cms"], 2, ""},
	} {
		cmd := exec.Command("sh", recipes+"shell/gate.sh", "../../testdata/gate/drafts/"+c.file)
		cmd.Env = append(os.Environ(), "CROSSCHECK_URL="+d.url, "CROSSCHECK_TOKEN="+c.token)
		out, err := cmd.Output()
		if code := exitCode(err); code != c.code || !strings.Contains(string(out), c.says) {
			t.Errorf("%s: exit code %d, want %d: %s", c.file, code, c.code, out)
		}
	}
	if err := d.stop(); err != nil {
		t.Error(err)
	}
}

func exitCode(err error) int {
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		return e.ExitCode()
	}
	if err != nil {
		return -1
	}
	return 0
}

// TestRecipeAction runs the last step of the action as GitHub's runner does: the
// script in bash, the inputs in the environment.
func TestRecipeAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	var action struct {
		Name, Description string
		Inputs            map[string]struct{ Description string }
		Outputs           map[string]struct{ Value string }
		Runs              struct {
			Using string
			Steps []struct {
				Name, ID, Uses, Shell, Run string
				Env                        map[string]string
			}
		}
	}
	readYAML(t, recipes+"github/action.yml", &action)
	last := action.Runs.Steps[len(action.Runs.Steps)-1]
	if action.Runs.Using != "composite" || action.Name == "" || action.Description == "" || last.ID != "gate" || last.Shell != "bash" {
		t.Fatalf("%+v", action)
	}
	for name := range action.Inputs {
		if last.Env[strings.ToUpper(name)] != "${{ inputs."+name+" }}" {
			t.Errorf("the input %s does not reach the script: %q", name, last.Env)
		}
	}
	temp := filepath.Dir(asCommand(t)) // $RUNNER_TEMP/crosscheck
	for draft, want := range map[string]string{"clean.md": "publish 0", "number.md": "hold 1", "german.txt": "unjudged 2", "missing.md": "unjudged 2"} {
		output := filepath.Join(temp, "output")
		os.WriteFile(output, nil, 0o600)
		sarif := filepath.Join(temp, draft+".sarif")
		cmd := exec.Command(bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", last.Run)
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_OUTPUT="+output, "DRAFTS=../../testdata/gate/drafts/"+draft, "AGAINST=../../testdata/gate/archive", "POLICY=", "SARIF="+sarif)
		out, err := cmd.CombinedOutput()
		said, _ := os.ReadFile(output)
		decision := strings.TrimPrefix(strings.TrimSpace(string(said)), "decision=")
		if got := decision + " " + string(rune('0'+exitCode(err))); got != want {
			t.Errorf("%s: %s, want %s\n%s", draft, got, want, out)
		}
		if _, err := os.Stat(sarif); (err == nil) != (draft != "missing.md") {
			t.Errorf("%s: the SARIF file: %v", draft, err)
		}
		if draft == "number.md" && !bytes.Contains(out, []byte("::error file=")) {
			t.Errorf("no annotation: %s", out)
		}
	}
}

// TestRecipeHooks: the hooks name what pre-commit needs, and a command that is there.
func TestRecipeHooks(t *testing.T) {
	type hook struct{ ID, Name, Entry, Language string }
	var shared []hook
	var config struct {
		Repos []struct {
			Repo  string
			Hooks []hook
		}
	}
	readYAML(t, "../../.pre-commit-hooks.yaml", &shared)
	readYAML(t, recipes+"pre-commit/config.yaml", &config)
	all := append(shared, config.Repos[0].Hooks...)
	for _, h := range all {
		if h.ID == "" || h.Name == "" || h.Language == "" {
			t.Errorf("%+v lacks something", h)
		}
		var said bytes.Buffer
		args := append(strings.Fields(h.Entry)[1:], "--help")
		if err := run(t.Context(), strings.NewReader(""), &said, &said, args); err != nil || !strings.Contains(said.String(), "may run") {
			t.Errorf("%s: %v: %.100s", h.Entry, err, said.String())
		}
	}
	if len(all) != 2 || config.Repos[0].Repo != "local" {
		t.Errorf("%+v", all)
	}
}

func readYAML(t *testing.T, name string, to any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err == nil {
		err = yaml.Unmarshal(data, to)
	}
	if err != nil {
		t.Fatal(name, err)
	}
}
