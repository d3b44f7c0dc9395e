package archive

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

// newsroom is our own newsroom.
func newsroom(t testing.TB) []claims.Article {
	t.Helper()
	return read(t, filepath.Join(datatest.Root(t), "testdata", "articles"))
}

func read(t testing.TB, path string) []claims.Article {
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

// add opens an archive, adds articles and closes it.
func add(t testing.TB, dir string, articles []claims.Article, all bool) *check.Added {
	t.Helper()
	a, err := Open(context.Background(), Folder(dir), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	got, err := a.Add(context.Background(), articles, all, check.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// same compares what was found day by day with a run over everything.
func same(t *testing.T, list []claims.Article, days [][]claims.Article) {
	t.Helper()
	whole, err := check.Topics(context.Background(), list, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, day := range days {
		add(t, dir, day, false)
	}
	got := add(t, dir, nil, true).Report
	for _, c := range []struct {
		what       string
		want, have any
	}{
		{"stories", whole.Stories, got.Stories}, {"topics", whole.Topics, got.Topics}, {"copies", whole.Copies, got.Copies},
		{"articles", inOrder(whole.Articles), inOrder(got.Articles)}, {"claims", claimsByID(whole), claimsByID(got)},
	} {
		if diff := gocmp.Diff(c.want, c.have); diff != "" {
			t.Errorf("%d days: %s: -whole +day by day\n%.2000s", len(days), c.what, diff)
		}
	}
}

func inOrder(list []claims.Article) []claims.Article {
	return slices.SortedFunc(slices.Values(list), func(a, b claims.Article) int { return cmp.Compare(a.ID, b.ID) })
}

func claimsByID(r *compare.Report) map[string]claims.Claim {
	out := map[string]claims.Claim{}
	for _, c := range r.Claims {
		out[c.ID] = c
	}
	return out
}

// byDate cuts articles into n days in the order of the news.
func byDate(list []claims.Article, n int) [][]claims.Article {
	list = slices.SortedStableFunc(slices.Values(list), func(a, b claims.Article) int { return cmp.Compare(a.Date, b.Date) })
	return slices.Collect(slices.Chunk(list, (len(list)+n-1)/n))
}

// atRandom cuts articles into n days at random.
func atRandom(list []claims.Article, n int, seed uint64) [][]claims.Article {
	r := rand.New(rand.NewPCG(seed, 0))
	days := make([][]claims.Article, n)
	for _, a := range list {
		k := r.IntN(n)
		days[k] = append(days[k], a)
	}
	return days
}

func TestDayByDay(t *testing.T) {
	list := newsroom(t)
	for _, n := range []int{1, 3, len(list)} {
		same(t, list, byDate(list, n))
		same(t, list, atRandom(list, n, uint64(n)))
	}
}

// TestDayByDayOnData does so on stories of three outlets each.
func TestDayByDayOnData(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles")
	}
	list := read(t, datatest.Path(t, "data", "stories", "basil.jsonl"))
	list = list[:min(60, len(list))]
	same(t, list, atRandom(list, 3, 1))
}

func TestWhatIsNew(t *testing.T) {
	list := newsroom(t)
	slices.SortFunc(list, func(a, b claims.Article) int { return cmp.Compare(a.Date, b.Date) })
	dir := t.TempDir()
	first := add(t, dir, list[:len(list)-1], false)
	if len(first.New) != len(first.Report.Topics) || len(first.Sheets) != len(list)-1 {
		t.Errorf("at first: %d topics, %d of them new, %d articles", len(first.Report.Topics), len(first.New), len(first.Sheets))
	}
	second := add(t, dir, list, false)
	if second.Known != len(list)-1 || len(second.Sheets) != 1 || len(second.Report.Topics) == 0 {
		t.Errorf("then: %d known, %d articles, %d topics", second.Known, len(second.Sheets), len(second.Report.Topics))
	}
	if len(second.Report.Topics) >= len(first.Report.Topics) {
		t.Errorf("one article touched %d topics of %d", len(second.Report.Topics), len(first.Report.Topics))
	}
	third := add(t, dir, list, false)
	if len(third.Report.Topics) > 0 || third.Known != len(list) {
		t.Errorf("nothing is new, yet %d topics are told", len(third.Report.Topics))
	}
}

// TestReplaced: an article that came again with another text is as if it had
// come with that text at first.
func TestReplaced(t *testing.T) {
	list := newsroom(t)
	early := slices.Clone(list)
	early[2].Text, early[5].Date = early[2].Text[:len(early[2].Text)/2], "2017-01-01"
	early[2].Blocks = slices.DeleteFunc(slices.Clone(early[2].Blocks), func(b claims.Block) bool { return b.End > len(early[2].Text) })
	same(t, list, [][]claims.Article{early, {list[2]}, {list[5]}})
}

func TestRefused(t *testing.T) {
	list := newsroom(t)[:2]
	dir := t.TempDir()
	add(t, dir, list, false)
	a, err := Open(context.Background(), Folder(dir), "test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), Folder(dir), "test"); !errors.Is(err, ErrBusy) {
		t.Errorf("open twice: %v", err)
	}
	a.Close()
	if _, err := Open(context.Background(), Folder(dir), "another"); !errors.Is(err, ErrOther) {
		t.Errorf("made otherwise: %v", err)
	}
}

// TestDamaged: whatever byte is changed and wherever a file ends, it is told.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	add(t, dir, newsroom(t)[:3], false)
	for _, name := range []string{stateName, sheetsName} {
		whole, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(1, 2))
		for n := range 150 {
			bad := slices.Clone(whole)
			if n%2 == 0 {
				bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
			} else {
				bad = bad[:r.IntN(len(bad))]
			}
			if err := os.WriteFile(filepath.Join(dir, name), bad, 0o666); err != nil {
				t.Fatal(err)
			}
			if err := reread(dir); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrOther) {
				t.Errorf("%s, change %d: %v", name, n, err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, name), whole, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := reread(dir); err != nil {
			t.Fatal(err)
		}
	}
}

// reread reads everything that an archive has.
func reread(dir string) error {
	a, err := Open(context.Background(), Folder(dir), "test")
	if err != nil {
		return err
	}
	defer a.Close()
	_, err = a.Add(context.Background(), nil, true, check.Options{}, nil)
	return err
}

// TestInterrupted: a run that is cut off at any stage leaves the archive as it
// was.
func TestInterrupted(t *testing.T) {
	list := newsroom(t)
	dir := t.TempDir()
	add(t, dir, list[:6], false)
	want := add(t, dir, nil, true).Report
	for _, stage := range []string{check.StageStories, check.StageExtract, check.StageCompare, check.StageAcross} {
		ctx, cancel := context.WithCancel(context.Background())
		a, err := Open(context.Background(), Folder(dir), "test")
		if err != nil {
			t.Fatal(err)
		}
		stop := func(s string, done, total int) {
			if s == stage && done == total {
				cancel()
			}
		}
		if _, err := a.Add(ctx, list, false, check.Options{Progress: stop}, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", stage, err)
		}
		a.Close()
		if diff := gocmp.Diff(want, add(t, dir, nil, true).Report); diff != "" {
			t.Errorf("cut off at %s: %.500s", stage, diff)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, draftName)); err == nil {
		t.Error("a draft was left behind")
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "archive")
	defer os.RemoveAll(dir)
	monday, _ := article.Parse("post/monday.txt", []byte("Ferry sold\n\nThe mayor of Marlbeck said the old ferry had been sold.\n"))
	tuesday, _ := article.Parse("echo/tuesday.txt", []byte("Ferry not sold\n\nThe mayor of Marlbeck said the old ferry had not been sold.\n"))
	for _, day := range [][]claims.Article{monday, append(monday, tuesday...)} {
		a, err := Open(context.Background(), Folder(dir), "example")
		if err != nil {
			fmt.Println(err)
			return
		}
		added, err := a.Add(context.Background(), day, false, check.Options{}, nil)
		a.Close()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(added.Sheets), "new,", added.Known, "known")
	}
	// Output:
	// 1 new, 0 known
	// 1 new, 1 known
}
