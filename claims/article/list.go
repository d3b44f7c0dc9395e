package article

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt
var data embed.FS

// list reads a list of the package: its lines by section, without comments.
// Lines above the first section belong to "".
func list(name string) map[string][]string {
	raw, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		return nil // a test reads every list
	}
	out := map[string][]string{}
	section := ""
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = line[1 : len(line)-1]
		default:
			out[section] = append(out[section], line)
		}
	}
	return out
}

// set reads a list without sections as a set.
func set(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, s := range list(name)[""] {
			out[s] = true
		}
		return out
	})
}

// The lists, read once, when first needed.
var (
	sectionWords = set("sections")
	stampWords   = set("stamps")
	genericNames = set("generic")
)
