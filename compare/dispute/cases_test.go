package dispute

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/extract"
	"crosscheck/compare/term"
)

// passage is a block of testdata/cases.txt.
type passage struct {
	line int
	text []string
	want []string
}

func readPassages(t *testing.T, path string) []passage {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []passage
	var cur passage
	for n, line := range strings.Split(string(raw)+"\n", "\n") {
		key, value, ok := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			if len(cur.text) > 0 {
				out = append(out, cur)
			}
			cur = passage{}
		case ok && key == "text":
			if cur.line == 0 {
				cur.line = n + 1
			}
			cur.text = append(cur.text, value)
		case ok && key == "want":
			cur.want = append(cur.want, value)
		default:
			t.Fatalf("%s:%d: %q is neither text: nor want:", path, n+1, line)
		}
	}
	return out
}

// written is an article of the given paragraphs.
func written(paragraphs ...string) claims.Article {
	a := claims.Article{ID: "a_1", Outlet: "paper"}
	for _, p := range paragraphs {
		if a.Text != "" {
			a.Text += "\n\n"
		}
		a.Blocks = append(a.Blocks, claims.Block{Span: claims.Span{Start: len(a.Text), End: len(a.Text) + len(p)}, Kind: claims.Paragraph})
		a.Text += p
	}
	return a
}

// described tells the surest link of each dispute.
func described(a claims.Article, list []claims.Claim) []string {
	who := func(i int) string {
		if list[i].Speaker == nil {
			return a.Outlet
		}
		return list[i].Speaker.Name
	}
	var out []string
	for _, d := range Find(&term.Reader{}, &a, list) {
		if len(d.Of) > 0 {
			out = append(out, fmt.Sprintf("%s %s %s: %s", who(d.By), d.Kind, who(d.Of[0].Claim), claims.Join(a.Text, d.Of[0].At)))
		}
	}
	return out
}

// meets reports whether a dispute is the one that is wanted: the words of the
// claim are a part of it.
func meets(got, want string) bool {
	gotHead, gotWords, _ := strings.Cut(got, ": ")
	wantHead, wantWords, _ := strings.Cut(want, ": ")
	return gotHead == wantHead && strings.Contains(gotWords, wantWords)
}

func TestCases(t *testing.T) {
	for _, p := range readPassages(t, "testdata/cases.txt") {
		a := written(p.text...)
		got := described(a, extract.Claims(a))
		if !slices.EqualFunc(got, p.want, meets) {
			t.Errorf("cases.txt:%d: %s\n%s", p.line, p.text, cmp.Diff(p.want, got))
		}
	}
}
