package feed

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/extract"
	"crosscheck/compare/check"
	"crosscheck/report/review/postgres"
	"crosscheck/report/review/postgrestest"
)

func opened(t testing.TB, address string) *Feed {
	t.Helper()
	f, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// news writes so many invented articles as JSON Lines, of which every tenth is
// there twice, and returns the file.
func news(t testing.TB, n int) string {
	t.Helper()
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	for i := range n {
		one := map[string]any{
			"id": fmt.Sprint("pier-", i), "outlet": []string{"Harbour Post", "Coast Courier"}[i%2], "date": "2031-05-01", "title": fmt.Sprintf("Pier %d to stay open", i),
			"body": fmt.Sprintf("The council met on Tuesday.\n\n“Pier %d is safe for every visitor,” said Mara Lind, the harbour master. She added that %d boats had moored there.\n\nTom Okoye, an inspector, denied that Pier %d was safe. According to the Fisheries Office, repairs cost $%d,000.", i, i+3, i, i+40),
		}
		for range 1 + (i%10)/9 {
			if err := out.Encode(one); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "news.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// alone is what a run on one machine finds: of each article, its JSON and that of
// its claims.
func alone(t testing.TB, path string) map[string][]string {
	t.Helper()
	want := map[string][]string{}
	err := article.Walk(t.Context(), []string{path}, nil, func(a claims.Article) error {
		english, _ := check.English([]claims.Article{a})
		for _, a := range english {
			a.Line = 0 // of two that are the same the database may have either
			want[a.ID] = []string{marshal(t, Kept{a, a.Blocks, a.Given})}
			for _, c := range extract.Claims(a) {
				want[a.ID] = append(want[a.ID], marshal(t, c))
			}
		}
		return nil
	}, func(claims.Warning) {})
	if err != nil {
		t.Fatal(err)
	}
	return want
}

// kept is what the database has.
func kept(t testing.TB, f *Feed) map[string][]string {
	t.Helper()
	got := map[string][]string{}
	rows, err := f.pool.Query(t.Context(), `SELECT a.body::text, coalesce(array_agg(c.body::text ORDER BY c.n) FILTER (WHERE c.n IS NOT NULL), '{}')
		FROM crosscheck.article AS a LEFT JOIN crosscheck.claim AS c ON c.article = a.key WHERE a.body IS NOT NULL GROUP BY a.key`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var body string
		var found []string
		var k Kept
		if err := rows.Scan(&body, &found); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(body), &k); err != nil {
			t.Fatal(err)
		}
		k.Line = 0
		k.Article.Blocks = k.Blocks
		if got[k.ID] != nil {
			t.Errorf("article %s is there twice", k.ID)
		}
		got[k.ID] = append([]string{marshal(t, k)}, found...)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return got
}

func marshal(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func take(t testing.TB, f *Feed, paths ...string) Taken {
	t.Helper()
	done, err := f.TakePaths(t.Context(), paths, nil, func(w claims.Warning) { t.Log(w) })
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// TestWork reads articles, the same ones again, and what is none.
func TestWork(t *testing.T) {
	f := opened(t, postgrestest.New(t))
	path := news(t, 40)
	if diff := cmp.Diff(Taken{Parts: 44, Fresh: 40}, take(t, f, path)); diff != "" {
		t.Errorf("taken (-want +got):\n%s", diff)
	}
	folder := t.TempDir()
	for name, text := range map[string]string{
		"broken.jsonl":  `{"body": `,
		"french.txt":    strings.Repeat("Le maire a déclaré que la nouvelle gare serait ouverte au public dès la semaine prochaine, malgré les grèves. ", 20),
		"copy.jsonl":    marshal(t, map[string]any{"id": "x", "outlet": "Coast Courier", "body": "“It is shut,” said Tom Okoye, an inspector."}),
		"copy2.jsonl":   marshal(t, map[string]any{"outlet": "Coast Courier", "id": "x", "body": "“It is shut,” said Tom Okoye, an inspector."}),
		".hidden.jsonl": "{}", "README.md": "no article",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	take(t, f, folder)
	var told []string
	if err := f.WorkOff(t.Context(), Options{Failed: func(x Failure, again bool) { told = append(told, fmt.Sprint(x.Tries, again)) }}); err != nil {
		t.Fatal(err)
	}
	want := alone(t, path)
	for id, list := range alone(t, folder) {
		want[id] = list
	}
	got := kept(t, f)
	for id := range got {
		if id == "x" { // either file
			got[id], want[id] = got[id][1:], want[id][1:]
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-one machine +database):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"1 false", "1 false"}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	failed, err := f.Failed(t.Context())
	if err != nil || len(failed) != 2 {
		t.Fatalf("%d failed, %v", len(failed), err)
	}
	for _, x := range failed {
		name := filepath.Base(x.Path)
		if name != "broken.jsonl" && name != "french.txt" || x.Reason == "" || x.Tries != 1 {
			t.Errorf("%+v", x)
		}
	}
	if again := take(t, f, path, folder); again.Fresh != 0 {
		t.Errorf("%d are new the second time", again.Fresh)
	}
	if n, err := f.Replay(t.Context(), failed[0].Key[:12]); n != 1 || err != nil {
		t.Errorf("%d are read again, %v", n, err)
	}
	if n, err := f.Waiting(t.Context()); n != 1 || err != nil {
		t.Errorf("%d wait, %v", n, err)
	}
}

// TestWatch takes what appears in a folder, once it is whole.
func TestWatch(t *testing.T) {
	f := opened(t, postgrestest.New(t))
	folder := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	told := make(chan Taken, 9)
	ended := make(chan error)
	go func() {
		ended <- f.Watch(ctx, folder, 20*time.Millisecond, func(d Taken) { told <- d }, func(w claims.Warning) { t.Error(w) })
	}()
	for i := range 2 {
		text := fmt.Sprintf("“It is shut,” said Tom Okoye, inspector %d.", i)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(i, ".txt")), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if d := <-told; d != (Taken{1, 1}) {
			t.Errorf("taken %+v", d)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestFeeder works as a role that sees nothing of the desk.
func TestFeeder(t *testing.T) {
	address := postgrestest.New(t)
	owner := opened(t, address)
	role := fmt.Sprint("feeder", os.Getpid())
	postgrestest.Exec(t, address, "CREATE ROLE "+role+" LOGIN")
	if err := owner.store.Grant(t.Context(), role, postgres.Feeder); err != nil {
		t.Fatal(err)
	}
	f := opened(t, postgrestest.As(address, role))
	path := news(t, 5)
	take(t, f, path)
	if err := f.WorkOff(t.Context(), Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(alone(t, path), kept(t, f)); diff != "" {
		t.Errorf("(-one machine +database):\n%s", diff)
	}
	for _, table := range []string{"event", "record", "gate_secret"} {
		if _, err := f.pool.Exec(t.Context(), "SELECT * FROM crosscheck."+table); err == nil {
			t.Errorf("it sees the table %s", table)
		}
	}
}

func ExampleKeyOf() {
	a := KeyOf(article.Raw{Path: "monday/post/one.txt", Data: []byte("The pier is open.")})
	b := KeyOf(article.Raw{Path: "tuesday/post/one.txt", Data: []byte("The pier is open.")})
	c := KeyOf(article.Raw{Path: "monday/courier/one.txt", Data: []byte("The pier is open.")})
	fmt.Println(a == b, a == c)
	// Output: true false
}
