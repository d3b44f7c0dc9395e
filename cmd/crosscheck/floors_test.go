package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// The house: every package, the floor it stands on, and the packages of this
// module that it may import. Imports only go down. Do not edit this table to
// mend a build: an import that it refuses is a thing in the wrong room.
//
// The idea is go/build/deps_test.go's. The sources are read, not asked for
// with "go list", whose answer the test cache would keep.
var house = map[string]room{
	// What was said.
	"claims":             {floor: 0},
	"claims/cores":       {0, nil},
	"claims/pack":        {0, nil},
	"claims/word":        {1, []string{"claims"}},
	"claims/word/class":  {1, nil},
	"claims/sentence":    {1, []string{"claims"}},
	"claims/quantity":    {1, []string{"claims"}},
	"claims/when":        {1, []string{"claims"}},
	"claims/article":     {1, []string{"claims"}},
	"claims/entity":      {2, []string{"claims", "claims/word", "claims/sentence"}},
	"claims/entity/make": {10, []string{"claims/word", "claims/word/wordnet"}},
	"claims/quote":       {2, []string{"claims", "claims/word", "claims/sentence"}},
	"claims/worth":       {2, []string{"claims/word"}},
	"claims/certainty":   {2, []string{"claims", "claims/word"}},
	"claims/attribution": {2, []string{"claims/word/class"}},
	"claims/extract": {3, []string{"claims", "claims/cores", "claims/attribution", "claims/certainty", "claims/word", "claims/sentence",
		"claims/quantity", "claims/when", "claims/entity", "claims/quote", "claims/worth"}},

	// For tests: it finds the measuring data. Nothing may import it but tests.
	"claims/datatest": {0, nil},

	// Does it agree?
	"compare":         {4, []string{"claims"}},
	"compare/lexicon": {5, []string{"claims", "claims/word"}},
	"compare/vector":  {5, []string{"claims", "claims/word"}},
	"compare/token":   {5, []string{"claims"}},
	"compare/align": {6, []string{"claims", "claims/certainty", "claims/word", "claims/quantity", "claims/when", "compare",
		"compare/lexicon", "compare/vector"}},
	"compare/star":          {5, nil},
	"compare/term":          {6, []string{"claims", "claims/word", "compare/lexicon", "compare/vector"}},
	"compare/wire":          {6, []string{"claims", "claims/word", "claims/quantity", "claims/when", "compare", "compare/lexicon"}},
	"compare/story":         {7, []string{"claims", "compare/star", "compare/term"}},
	"compare/dispute":       {7, []string{"claims", "claims/word", "claims/sentence", "claims/quote", "compare/term"}},
	"compare/topic":         {7, []string{"claims/cores", "compare/star", "compare/term", "compare/vector"}},
	"compare/trained/boost": {5, nil},
	"compare/nli/subword":   {5, nil},
	"compare/nli":           {6, []string{"claims", "claims/cores", "compare", "compare/nli/subword"}},
	"compare/nli/hub":       {5, []string{"compare"}},
	"compare/trained/cross": {6, []string{"claims", "claims/cores", "compare", "compare/token"}},
	"compare/trained": {7, []string{"claims", "claims/cores", "claims/quantity", "compare", "compare/align", "compare/lexicon",
		"compare/trained/boost"}},
	"compare/rule": {7, []string{"claims", "claims/cores", "claims/word", "claims/sentence", "claims/quantity", "claims/when",
		"claims/entity", "compare", "compare/lexicon", "compare/vector", "compare/align"}},
	"compare/jury": {8, []string{"claims", "claims/cores", "claims/word/class", "compare", "compare/align", "compare/lexicon", "compare/rule",
		"compare/trained", "compare/trained/boost"}},
	// How far to believe what the jury found, where a slower judge is asked too.
	"compare/second": {8, []string{"compare"}},
	"compare/check": {9, []string{"claims", "claims/cores", "claims/pack", "claims/word", "claims/sentence", "claims/entity", "claims/extract",
		"compare", "compare/dispute", "compare/story", "compare/term", "compare/topic", "compare/wire", "compare/rule", "compare/jury", "compare/second"}},
	"compare/archive":             {10, []string{"claims", "claims/pack", "compare/check", "compare/story", "compare/topic"}},
	"compare/archive/archivetest": {11, []string{"claims", "claims/article", "compare/archive", "compare/check"}},
	"compare/eval":                {10, []string{"claims", "claims/word", "claims/sentence", "claims/article", "claims/quote", "claims/extract", "compare", "compare/term", "compare/story", "compare/check", "compare/trained/boost"}},

	// What is shown? Plain data, and the sentences around it.
	"report": {9, []string{"claims", "claims/sentence", "compare"}},

	// For tests: pages in a real browser, a real PostgreSQL.
	"report/browsertest":         {0, nil},
	"report/review/postgrestest": {0, nil},

	// What was decided? The ledger knows no page and no database.
	"report/review":            {9, []string{"claims", "claims/word", "claims/sentence", "compare"}},
	"report/review/people":     {9, nil},
	"report/review/crate":      {9, nil},
	"report/review/sqlite":     {10, []string{"report/gate/docket", "report/review", "report/review/crate", "report/review/people"}},
	"report/review/postgres":   {11, []string{"compare/archive", "report/gate/docket", "report/review", "report/review/crate", "report/review/people"}},
	"report/review/reviewtest": {10, []string{"report/review"}},
	"report/gate":              {10, []string{"claims", "compare", "report", "report/review"}},
	"report/web":               {11, []string{"claims", "compare", "report", "report/review", "report/review/people"}},

	// The gate over HTTP. Its log has codes and hashes, and no text of a draft.
	"report/gate/docket":            {9, nil},
	"report/gate/docket/dockettest": {10, []string{"report/gate/docket"}},
	"report/gate/hook":              {10, []string{"report/gate/docket"}},
	"report/gate/intake":            {11, []string{"claims", "claims/article", "report/gate"}},
	"report/gate/metric":            {0, nil},
	"report/gate/serve": {12, []string{"claims", "report/gate", "report/gate/docket", "report/gate/intake", "report/gate/metric",
		"report/review/people"}},

	// Articles that come in one after another, in a database.
	"report/feed": {12, []string{"claims", "claims/article", "claims/entity", "claims/extract", "compare/archive", "compare/check", "report/review/postgres"}},

	// The door.
	"cmd/crosscheck": {13, []string{"claims", "claims/article", "claims/entity", "claims/extract", "compare", "compare/archive", "compare/check", "compare/eval", "compare/jury", "compare/lexicon", "compare/nli", "compare/nli/hub", "compare/rule", "compare/second", "compare/topic", "compare/trained", "compare/trained/cross", "report", "report/feed", "report/gate", "report/gate/docket", "report/gate/hook", "report/gate/intake", "report/gate/metric", "report/gate/serve", "report/review", "report/review/crate", "report/review/people", "report/review/postgres", "report/review/sqlite", "report/web"}},

	// The same stages on Apache Beam: a module of its own.
	"cmd/crosscheck-beam": {12, []string{"claims", "claims/article", "claims/entity", "claims/extract", "claims/pack", "compare", "compare/check", "compare/jury",
		"compare/star", "compare/story", "compare/term", "compare/topic", "report"}},
	"cmd/crosscheck-beam/cost": {12, nil},

	// The programs that make a package's data files, each beside its package,
	// and what reads WordNet for four of them.
	"claims/word/wordnet":      {1, nil},
	"claims/word/class/make":   {10, []string{"claims", "claims/word", "claims/sentence", "claims/word/class"}},
	"claims/certainty/make":    {10, []string{"claims/word/wordnet"}},
	"claims/attribution/train": {11, []string{"claims", "claims/attribution", "claims/extract", "compare/eval"}},
	"compare/lexicon/make":     {10, []string{"claims/word", "claims/word/wordnet"}},
	"compare/jury/fit":         {10, []string{"claims", "claims/article", "compare", "compare/check", "compare/jury", "compare/second", "compare/trained/boost", "compare/trained/cross"}},
	"compare/rule/make":        {10, []string{"claims/word/wordnet", "compare/lexicon"}},
	"compare/term/count":       {10, []string{"claims/word", "compare/vector"}},
	"compare/trained/train": {10, []string{"claims", "claims/article", "claims/cores", "claims/quantity", "claims/sentence", "compare", "compare/align", "compare/check",
		"compare/lexicon", "compare/jury", "compare/rule", "compare/trained", "compare/trained/boost"}},
	"compare/token/train": {10, []string{"compare/token"}},
	"compare/trained/cross/training/prepare": {10, []string{"claims", "claims/sentence", "compare/lexicon", "compare/token",
		"compare/trained/cross"}},
	"compare/topic/bench":    {10, []string{"compare/term", "compare/topic"}},
	"compare/vector/pack":    {10, []string{"claims/word", "compare/vector"}},
	"compare/vector/prepare": {10, []string{"compare/vector"}},
}

// neighbours are the imports between two packages of one floor, which
// otherwise do not know one another, each with its reason.
var neighbours = []neighbour{
	{"claims/quantity", "claims/word", "a figure is a run of words, and there is one tokenizer"},
	{"claims/when", "claims/word", "a date is a run of words, and there is one tokenizer"},
}

// foreign are packages of others that only tests may import, and packages
// that are there for tests, whose names end in "test".
var foreign = map[string]string{
	"C":                                     "no cgo",
	"testing":                               "for tests only",
	"github.com/chromedp":                   "for tests only",
	"github.com/google/go-cmp":              "for tests only",
	"github.com/joshdk/go-junit":            "for tests only",
	"github.com/owenrumney/go-sarif":        "for tests only",
	"github.com/rogpeppe/go-internal":       "for tests only",
	"github.com/santhosh-tekuri/jsonschema": "for tests only",
}

type room struct {
	floor int
	may   []string
}

type neighbour struct{ from, to, why string }

func TestFloors(t *testing.T) {
	for _, fault := range append(planFaults(house, neighbours), treeFaults(os.DirFS("../.."), house, neighbours)...) {
		t.Error(fault)
	}
}

// planFaults are the contradictions of the table with itself.
func planFaults(house map[string]room, neighbours []neighbour) []string {
	var faults []string
	for name, r := range house {
		for _, to := range r.may {
			if below, known := house[to]; !known || below.floor >= r.floor {
				faults = append(faults, fmt.Sprintf("the table lets %s import %s, which is not below it", name, to))
			}
		}
	}
	for _, n := range neighbours {
		if house[n.from].floor != house[n.to].floor || n.why == "" {
			faults = append(faults, fmt.Sprintf("%s and %s are no neighbours with a reason", n.from, n.to))
		}
	}
	slices.Sort(faults)
	return faults
}

// treeFaults are the places where the sources differ from the table.
func treeFaults(tree fs.FS, house map[string]room, neighbours []neighbour) []string {
	var faults []string
	seen := map[string]bool{}
	err := fs.WalkDir(tree, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		seen[path.Dir(file)] = true
		faults = append(faults, fileFaults(tree, file, house, neighbours)...)
		return nil
	})
	if err != nil {
		faults = append(faults, err.Error())
	}
	for name := range house {
		if !seen[name] {
			faults = append(faults, name+" is in the table, but not in the tree")
		}
	}
	slices.Sort(faults)
	return faults
}

// fileFaults are the imports of one file that the table refuses.
func fileFaults(tree fs.FS, file string, house map[string]room, neighbours []neighbour) []string {
	src, err := fs.ReadFile(tree, file)
	if err != nil {
		return []string{err.Error()}
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
	if err != nil {
		return []string{err.Error()}
	}
	from := path.Dir(file)
	r, known := house[from]
	if !known {
		return []string{file + ": " + from + " is not in the table"}
	}
	var faults []string
	for _, spec := range parsed.Imports {
		to, _ := strconv.Unquote(spec.Path.Value)
		if why := refusal(from, to, r, neighbours); why != "" {
			faults = append(faults, fmt.Sprintf("%s imports %s: %s", file, to, why))
		}
	}
	return faults
}

// refusal is why a package may not import another, "" where it may.
func refusal(from, to string, r room, neighbours []neighbour) string {
	for prefix, why := range foreign {
		if (to == prefix || strings.HasPrefix(to, prefix+"/")) && !strings.HasSuffix(from, "test") {
			return why
		}
	}
	own, ours := strings.CutPrefix(to, "crosscheck/")
	if !ours || slices.Contains(r.may, own) {
		return ""
	}
	for _, n := range neighbours {
		if n.from == from && n.to == own {
			return ""
		}
	}
	return "the table does not let it"
}

// TestFloorsHold plants violations and wants every one of them found.
func TestFloorsHold(t *testing.T) {
	house := map[string]room{
		"low":  {floor: 0},
		"mid":  {1, []string{"low"}},
		"side": {1, []string{"low"}},
		"top":  {2, []string{"low", "mid"}},
	}
	source := func(imports ...string) *fstest.MapFile {
		text := "package p\n"
		for _, i := range imports {
			text += "import _ " + strconv.Quote(i) + "\n"
		}
		return &fstest.MapFile{Data: []byte(text)}
	}
	tree := fstest.MapFS{
		"low/a.go":          source("crosscheck/top"),
		"low/a_test.go":     source("testing", "github.com/google/go-cmp/cmp"),
		"low/testdata/x.go": source("crosscheck/top"),
		"mid/a.go":          source("crosscheck/low", "strings"),
		"mid/b.go":          source("crosscheck/side"),
		"side/a.go":         source("crosscheck/mid", "github.com/google/go-cmp/cmp", "C"),
		"new/a.go":          source(),
	}
	want := []string{
		"low/a.go imports crosscheck/top: the table does not let it",
		"mid/b.go imports crosscheck/side: the table does not let it",
		"new/a.go: new is not in the table",
		"side/a.go imports C: no cgo",
		"side/a.go imports github.com/google/go-cmp/cmp: for tests only",
		"top is in the table, but not in the tree",
	}
	got := treeFaults(tree, house, []neighbour{{"side", "mid", "a reason"}})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	plan := planFaults(map[string]room{"low": {0, []string{"top"}}, "top": {1, nil}}, []neighbour{{"low", "top", "no"}})
	if len(plan) != 2 {
		t.Errorf("faults of the plan: %q, want two", plan)
	}
}
