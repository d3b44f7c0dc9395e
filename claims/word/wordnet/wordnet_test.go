package wordnet_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims/word"
	"crosscheck/claims/word/wordnet"
)

// member is a file of an archive.
type member struct{ name, text string }

// pack makes a release of files.
func pack(files ...member) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	t := tar.NewWriter(z)
	for _, f := range files {
		if err := t.WriteHeader(&tar.Header{Name: f.name, Mode: 0o644, Size: int64(len(f.text))}); err != nil {
			panic(err)
		}
		if _, err := t.Write([]byte(f.text)); err != nil {
			panic(err)
		}
	}
	if t.Close() != nil || z.Close() != nil {
		panic("writing to memory failed")
	}
	return b.Bytes()
}

// A made-up tongue, in the shape of a release.
const (
	words = `Blick:
  n-1:
    form:
    - blickan
    - 'blick''s'
    pronunciation:
    - value: blɪk
      variety: XX
    sense:
    - derivation:
      - 'blicken%2:30:00::'
      id: 'blick%1:04:00::'
      synset: 00000001-n
    - antonym:
      - 'blorn%1:26:00::'
      id: 'blick%1:26:00::'
      subcat:
      - via
      synset: 00000002-n
  v:
    sense:
    - id: 'blicken%2:30:00::'
      synset: 00000003-v
`
	quoted = "'''blorn off''':\n  r:\n    sense:\n    - id: 'blorn%4:02:00::'\n\"0\":\n  a:\n    sense:\n    - synset: 00000004-a\n"
	acts   = `00000001-n:
  definition:
  - the act of one who blicks
    and goes on doing it
  hypernym:
  - 00000005-n
  - 00000006-n
  members:
  - Blick
  - 'blick''n'
  partOfSpeech: n
00000005-n:
  members:
  - doing
`
)

func Example() {
	release := pack(member{"net/entries-b.yaml", words}, member{"net/noun.act.yaml", acts})
	net, err := wordnet.Read(bytes.NewReader(release))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range net.Entries {
		for _, s := range e.Senses {
			fmt.Printf("%s, %c: a sense of file %s\n", e.Word, e.Part, s.File())
		}
	}
	fmt.Println(net.Synsets[0].Members)
	fmt.Printf("%s", wordnet.List("the example from "+wordnet.Credit, "act", []string{"blick", "doing"}))
	// Output:
	// Blick, n: a sense of file 04
	// Blick, n: a sense of file 26
	// Blick, v: a sense of file 30
	// [Blick blick'n]
	// # Made by the example from Open English WordNet (CC BY 4.0). Do not edit.
	// act: blick doing
}

func TestRead(t *testing.T) {
	stray := "words: that are passed over\n  in: files of other names\n"
	got, err := wordnet.Read(bytes.NewReader(pack(
		member{"net/README.md", stray}, member{"net/frames.yaml", stray}, member{"net/entries-b.yaml", words},
		member{"net/noun.act.yaml", acts}, member{"net/entries-0.yaml", quoted})))
	want := &wordnet.Net{
		Entries: []wordnet.Entry{
			{Word: "Blick", Part: 'n', Forms: []string{"blickan", "blick's"}, Senses: []wordnet.Sense{
				{Key: "blick%1:04:00::", Synset: "00000001-n", Derived: []string{"blicken%2:30:00::"}},
				{Key: "blick%1:26:00::", Synset: "00000002-n", Antonyms: []string{"blorn%1:26:00::"}},
			}},
			{Word: "Blick", Part: 'v', Senses: []wordnet.Sense{{Key: "blicken%2:30:00::", Synset: "00000003-v"}}},
			{Word: "'blorn off'", Part: 'r', Senses: []wordnet.Sense{{Key: "blorn%4:02:00::"}}},
			{Word: "0", Part: 'a', Senses: []wordnet.Sense{{Synset: "00000004-a"}}},
		},
		Synsets: []wordnet.Synset{
			{ID: "00000001-n", Members: []string{"Blick", "blick'n"}, Hypernyms: []string{"00000005-n", "00000006-n"}},
			{ID: "00000005-n", Members: []string{"doing"}},
		},
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
}

// Every error names the archive, and what in it is wrong.
func TestFaults(t *testing.T) {
	whole := pack(member{"net/entries-b.yaml", words}, member{"net/entries-z.yaml", strings.Repeat(quoted, 2000)})
	for name, c := range map[string]struct {
		release []byte
		want    []string
	}{
		"text":      {[]byte("no archive at all"), []string{"unpacking", "hint:"}},
		"empty":     {nil, []string{"unpacking: EOF", "hint:"}},
		"no words":  {pack(member{"net/noun.act.yaml", acts}), []string{"entries-*.yaml", "hint:"}},
		"cut off":   {whole[:len(whole)/2], []string{"net/entries-z.yaml: line ", "unexpected EOF"}},
		"long line": {pack(member{"net/entries-b.yaml", "a:\n" + strings.Repeat("b", 1<<17)}), []string{"net/entries-b.yaml: line 2: ", "too long"}},
		"no word":   {pack(member{"net/entries-b.yaml", "\n  n:\n"}), []string{"net/entries-b.yaml: line 2: ", "under no entry"}},
		"no part":   {pack(member{"net/entries-b.yaml", words + "Blorn:\n    sense:\n"}), []string{"net/entries-b.yaml: line 25: ", "under no entry"}},
		"no sense":  {pack(member{"net/entries-b.yaml", "a:\n  n:\n    sense:\n      id: b\n"}), []string{"net/entries-b.yaml: line 4: ", "under no entry"}},
		"no synset": {pack(member{"net/noun.act.yaml", "  members:\n"}), []string{"net/noun.act.yaml: line 1: ", "under no synset"}},
		"no tar":    {zipped(strings.Repeat("no archive ", 100)), []string{"after the beginning: ", "tar", "hint:"}},
	} {
		file := filepath.Join(t.TempDir(), "release.tar.gz")
		if err := os.WriteFile(file, c.release, 0o600); err != nil {
			t.Fatal(err)
		}
		net, err := wordnet.ReadFile(file)
		if net != nil || err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, part := range append(c.want, file) {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %q does not have %q", name, err, part)
			}
		}
	}
	if _, err := wordnet.ReadFile("nowhere.tar.gz"); err == nil || !strings.Contains(err.Error(), "nowhere.tar.gz") {
		t.Errorf("a file that is not there: %v", err)
	}
}

func zipped(text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.Bytes()
}

func TestFile(t *testing.T) {
	for key, want := range map[string]string{"blick%1:04:00::": "04", "blick%5:00:00:blorn:01": "00", "blick%1:0": "", "blick%1204": "", "blick": "", "": ""} {
		if got := (wordnet.Sense{Key: key}).File(); got != want {
			t.Errorf("File of %q = %q, want %q", key, got, want)
		}
	}
}

// What List writes, package word reads.
func TestList(t *testing.T) {
	want := map[string]string{}
	var words []string
	for i := range 100 {
		w := fmt.Sprintf("word%d", i)
		words, want[w] = append(words, w), "class"
	}
	list := string(wordnet.List("nobody: it is a test", "class", words))
	if got := maps.Collect(swap(list)); !cmp.Equal(want, got) {
		t.Errorf("read again: %s", cmp.Diff(want, got))
	}
	lines := strings.Split(strings.TrimSuffix(list, "\n"), "\n")
	for _, line := range lines {
		if len(line) > 140 {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
	if len(lines) != 7 {
		t.Errorf("%d lines, want the note and 6", len(lines))
	}
}

// swap yields each word of a list before its class.
func swap(list string) func(func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for class, w := range word.Listed(list) {
			if !yield(w, class) {
				return
			}
		}
	}
}
