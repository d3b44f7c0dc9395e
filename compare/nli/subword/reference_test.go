package subword

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reference is what the plain implementation of make/pieces.py makes of texts.
type reference struct {
	Texts []struct {
		Text string
		IDs  []int32
	}
	Pairs []struct {
		A, B       string
		Most       int
		IDs, Types []int32
	}
}

// kinds are the tokenizers of testdata.
var kinds = []string{"wordpiece-uncased", "wordpiece-cased", "bpe-roberta", "bpe-modernbert", "unigram-deberta", "unigram-xlm"}

func open(t testing.TB, kind string) *Tokenizer {
	t.Helper()
	r, err := os.Open(filepath.Join("testdata", kind+".json"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	tokens, err := Read(r)
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func readReference(t *testing.T, kind string) (r reference) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", kind+".reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestReference wants of each kind of tokenizer the pieces of an implementation
// that shares no code with ours.
func TestReference(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			tokens, want := open(t, kind), readReference(t, kind)
			if len(want.Texts) < 25 || len(want.Pairs) < 25 {
				t.Fatalf("%d texts, %d pairs", len(want.Texts), len(want.Pairs))
			}
			for range 2 { // the second time from what is kept
				for _, c := range want.Texts {
					got, err := tokens.Encode(c.Text, 1<<20)
					if err != nil {
						t.Fatal(err)
					}
					if diff := cmp.Diff(c.IDs, got); diff != "" && len(c.IDs)+len(got) > 0 {
						t.Errorf("%q (-want +got):\n%s%s\n%s", c.Text, diff, written(tokens, c.IDs), written(tokens, got))
					}
				}
			}
			for _, c := range want.Pairs {
				a, err1 := tokens.Encode(c.A, 1<<20)
				b, err2 := tokens.Encode(c.B, 1<<20)
				if err1 != nil || err2 != nil {
					t.Fatal(err1, err2)
				}
				if diff := cmp.Diff(Joined{c.IDs, c.Types}, tokens.Join(a, b, c.Most)); diff != "" {
					t.Errorf("%q and %q in %d (-want +got):\n%s", c.A, c.B, c.Most, diff)
				}
			}
		})
	}
}

// written is how a vocabulary writes pieces.
func written(t *Tokenizer, ids []int32) string {
	names := map[int32]string{}
	for name, id := range t.vocab {
		names[id] = name
	}
	var out []string
	for _, id := range ids {
		out = append(out, names[id])
	}
	return strings.Join(out, " ")
}
