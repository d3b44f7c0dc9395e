package main

import (
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// transcript is a command of the README with the output printed below it.
type transcript struct {
	command string
	output  string
}

// TestReadme runs what the README shows, in the repository's root, and
// compares. A line "..." in the README stands for any number of lines.
func TestReadme(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the README is written for a POSIX shell")
	}
	text, err := os.ReadFile("../../README.md")
	if os.IsNotExist(err) {
		t.Fatal("there is no README.md")
	}
	if err != nil {
		t.Fatal(err)
	}
	shown := transcripts(string(text))
	if len(shown) == 0 {
		t.Fatal("README.md shows no command: there is no ```console block with a line that begins with \"$ \"")
	}
	for _, s := range shown {
		t.Run(s.command, func(t *testing.T) { s.check(t) })
	}
}

// check runs one command. The tests themselves, which run this one, and what
// only fetches and installs are not run again.
func (s transcript) check(t *testing.T) {
	if strings.HasPrefix(s.command, "go test") || strings.HasPrefix(s.command, "go install") {
		return
	}
	cmd := exec.Command("sh", "-c", strings.ReplaceAll(s.command, "go run ./cmd/crosscheck", "crosscheck"))
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	got, err := cmd.CombinedOutput()
	if err != nil && s.output == "" {
		t.Fatalf("%v\n%s", err, got)
	}
	if !elided(s.output).Match(got) {
		t.Errorf("(-README +got):\n%s", cmp.Diff(s.output, string(got)))
	}
}

// elided is the pattern of an output in which "..." stands for lines left out.
// Output that is not shown at all is not compared.
func elided(output string) *regexp.Regexp {
	if output == "" {
		return regexp.MustCompile("")
	}
	var p strings.Builder
	for line := range strings.Lines(output) {
		if strings.TrimSpace(line) == "..." {
			p.WriteString(`(?:.*\n)*?`)
		} else {
			p.WriteString(regexp.QuoteMeta(line))
		}
	}
	return regexp.MustCompile(`\A` + p.String() + `\z`)
}

// transcripts are the commands in the ```console blocks of a Markdown text.
func transcripts(markdown string) []transcript {
	var found []transcript
	inside := false
	for line := range strings.Lines(markdown) {
		command, isCommand := strings.CutPrefix(line, "$ ")
		switch {
		case strings.HasPrefix(line, "```"):
			inside = strings.TrimSpace(line) == "```console"
		case inside && isCommand:
			found = append(found, transcript{command: strings.TrimSpace(command)})
		case inside && len(found) > 0:
			found[len(found)-1].output += line
		}
	}
	return found
}

func TestTranscripts(t *testing.T) {
	markdown := "# Title\n```console\n$ one -x\nout\n...\nend\n$ two\n```\n```go\n$ no\n```\n```console\n$ three\nout\n```\n"
	want := []transcript{{"one -x", "out\n...\nend\n"}, {"two", ""}, {"three", "out\n"}}
	if diff := cmp.Diff(want, transcripts(markdown), cmp.AllowUnexported(transcript{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for got, match := range map[string]bool{
		"out\nend\n": true, "out\n1\n2\nend\n": true, "out\n1\n": false, "a\nout\nend\n": false, "out\nend\n1\n": false,
	} {
		if elided(want[0].output).MatchString(got) != match {
			t.Errorf("%q: want match %t", got, match)
		}
	}
}
