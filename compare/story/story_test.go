package story

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare/term"
)

func Example() {
	fmt.Println(Of([]claims.Article{
		{ID: "post", Date: "2021-03-02", Title: "Ferry sinks off Veldar", Text: "The ferry Maid of Ossick sank off Veldar."},
		{ID: "echo", Date: "2021-03-01", Title: "Veldar ferry lost", Text: "A ferry has sunk near Veldar, the Maid of Ossick."},
		{ID: "herald", Date: "2021-03-02", Title: "Orchestra finds conductor", Text: "The orchestra has a conductor again."},
	}))
	// Output: [echo echo herald]
}

// press is n articles about n/3 events, one event a day.
func press(n int) []claims.Article {
	things := strings.Fields("bridge tunnel ferry hospital school airport dam museum railway stadium")
	out := make([]claims.Article, n)
	for i := range out {
		event := i / 3
		place := fmt.Sprintf("Place%c%c", 'a'+event%26, 'a'+event/26%26)
		out[i] = claims.Article{
			ID: fmt.Sprintf("a%05d", i), Date: fmt.Sprintf("2021-%02d-%02d", 1+event/28%12, 1+event%28),
			Title: fmt.Sprintf("%s of %s", things[event%10], place),
			Text:  strings.Repeat(fmt.Sprintf("The %s of %s met inspector %c%cson. ", things[event%10], place, 'a'+event%26, 'b'+event/26%26), 5),
		}
	}
	return out
}

func profiles(articles []claims.Article) []Profile {
	var r term.Reader
	var out []Profile
	for i := range articles {
		out = append(out, Read(&r, &articles[i]))
	}
	return out
}

// byID are the stories of a desk by the articles' IDs.
func byID(d *Desk) map[string]string {
	out := map[string]string{}
	for i, first := range d.Stories() {
		out[d.Profiles()[i].ID] = d.Profiles()[first].ID
	}
	return out
}

// TestAnyOrderAnyDay: the stories are the same whether articles come at once,
// in pieces, in another order, or to a desk that was put away in between.
func TestAnyOrderAnyDay(t *testing.T) {
	all := profiles(press(120))
	var once Desk
	once.Add(all...)
	want := byID(&once)
	if n := once.Statistics().Linked; n < 100 {
		t.Fatalf("only %d links", n)
	}
	for seed := range uint64(10) {
		rng := rand.New(rand.NewPCG(seed, 1))
		mixed := append([]Profile(nil), all...)
		rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		cut := rng.IntN(len(mixed))
		var before Desk
		before.Add(mixed[:cut]...)
		after := Restore(before.Profiles(), before.Edges())
		after.Add(mixed[cut:]...)
		if diff := cmp.Diff(want, byID(after)); diff != "" {
			t.Fatalf("seed %d, cut at %d: -once +pieces\n%s", seed, cut, diff)
		}
	}
}

func TestDaysApart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		one  bool
	}{
		{"2021-03-01", "2021-03-05", true},
		{"2021-03-01", "2021-03-06", false},
		{"2021-03-01", "", true}, // what is not known does not speak against
		{"", "", true},
	} {
		list := press(2)
		list[0].Date, list[1].Date = c.a, c.b
		if got := Of(list); (got[0] == got[1]) != c.one {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// TestBadStatistics: whatever comes, every article has a story, the work is
// bounded and the bound is reported.
func TestBadStatistics(t *testing.T) {
	same := func(n int) []claims.Article {
		out := make([]claims.Article, n)
		for i := range out {
			out[i] = claims.Article{ID: fmt.Sprint(i), Date: "2021-03-01", Title: "Ferry sinks off Veldar", Text: "The ferry Maid of Ossick sank off Veldar."}
		}
		return out
	}
	for _, c := range []struct {
		name    string
		list    []claims.Article
		stories int
		capped  bool
	}{
		{"none", nil, 0, false},
		{"one", same(1), 1, false},
		{"empty", make([]claims.Article, 50), 50, false},
		{"one repeated word", []claims.Article{{ID: "1", Text: strings.Repeat("ferry ", 20_000)}, {ID: "2", Text: "ferry"}}, 1, false},
		{"one article five thousand times", same(5000), -1, true},
	} {
		var d Desk
		d.Add(profiles(c.list)...)
		seen := map[int32]bool{}
		for _, first := range d.Stories() {
			seen[first] = true
		}
		if c.stories >= 0 && len(seen) != c.stories {
			t.Errorf("%s: %d stories, want %d", c.name, len(seen), c.stories)
		}
		if s := d.Statistics(); s.Articles != len(c.list) || (s.Capped > 0) != c.capped || s.Compared > len(c.list)*bucket*(2*window+2) {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}

func TestDay(t *testing.T) {
	for date, want := range map[string]int{"1970-01-01": 1, "1970-02-01": 32, "": 0, "soon": 0, "2021-02-30": 0} {
		if got := Day(date); got != want {
			t.Errorf("Day(%q) = %d, want %d", date, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Ferry sinks", "The ferry sank off Veldar.", "2021-03-01")
	f.Fuzz(func(t *testing.T, title, text, date string) {
		got := Of([]claims.Article{{ID: "a", Title: title, Text: text, Date: date}, {ID: "b", Title: text, Text: title}})
		if got[0] != "a" && got[0] != "b" {
			t.Errorf("story %q", got[0])
		}
	})
}

// BenchmarkOf shows the growth: run it with -bench Of and divide.
func BenchmarkOf(b *testing.B) {
	for _, n := range []int{1_000, 4_000, 16_000} {
		list := press(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Of(list)
			}
		})
	}
}
