package check

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/compare"
)

// pile is a shelf in memory.
type pile []Sheet

func (p *pile) Sheet(i int32) (Sheet, error) {
	s := (*p)[i]
	return Sheet{Article: s.Article, Claims: slices.Clone(s.Claims)}, nil
}

// put puts away the articles that came, with their speakers as they were found.
func (p *pile) put(list []Sheet) {
	for _, s := range list {
		s.Claims = slices.Clone(s.Claims)
		for i := range s.Claims {
			s.Claims[i].Speaker = s.Found[i]
		}
		*p = append(*p, s)
	}
}

// inSteps adds articles to a ledger part by part, and returns everything.
func inSteps(t *testing.T, parts [][]claims.Article, opt Options) *compare.Report {
	t.Helper()
	var l Ledger
	var shelf pile
	for _, part := range parts {
		got, err := l.Add(context.Background(), &shelf, part, false, opt)
		if err != nil {
			t.Fatal(err)
		}
		shelf.put(got.Sheets)
	}
	all, err := l.Add(context.Background(), &shelf, nil, true, opt)
	if err != nil {
		t.Fatal(err)
	}
	if len(all.New) > 0 {
		t.Errorf("%d topics are new and nothing was added", len(all.New))
	}
	return all.Report
}

// same compares what was found part by part with a run over everything.
func same(t *testing.T, name string, whole, parts *compare.Report) {
	t.Helper()
	for _, c := range []struct {
		what      string
		want, got any
	}{
		{"stories", whole.Stories, parts.Stories}, {"topics", whole.Topics, parts.Topics}, {"copies", whole.Copies, parts.Copies},
		{"claims", byID(whole.Claims), byID(parts.Claims)}, {"warnings", whole.Warnings, parts.Warnings},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s: -whole +part by part\n%.3000s", name, c.what, diff)
		}
	}
}

func byID(list []claims.Claim) map[string]claims.Claim {
	out := map[string]claims.Claim{}
	for _, c := range list {
		out[c.ID] = c
	}
	return out
}

// split cuts articles into n parts, some of which may be empty.
func split(articles []claims.Article, n int, r *rand.Rand) [][]claims.Article {
	parts := make([][]claims.Article, n)
	for _, a := range articles {
		k := r.IntN(n)
		parts[k] = append(parts[k], a)
	}
	return parts
}

// read reads the articles under a folder.
func read(t *testing.T, path string) []claims.Article {
	t.Helper()
	var list []claims.Article
	err := article.Walk(context.Background(), []string{path}, os.Stdin, func(a claims.Article) error {
		list = append(list, a)
		return nil
	}, func(claims.Warning) {})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestAddIsRun(t *testing.T) {
	list := read(t, filepath.Join(datatest.Root(t), "testdata", "articles"))
	whole, err := Topics(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 0))
		same(t, "random days", whole, inSteps(t, split(list, 1+int(seed), r), Options{}))
	}
}
