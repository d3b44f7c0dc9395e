package when

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func Example() {
	ref, err := ParseDate("2018-11-18") // a Sunday
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "The envoy left on Wednesday and returns next month."
	for _, e := range Find(text, claims.Span{End: len(text)}, ref) {
		fmt.Println(e.Span.In(text), e.Grain, e.Start, e.End)
	}
	// Output:
	// Wednesday day 2018-11-14 2018-11-14
	// next month month 2018-12-01 2018-12-31
}

func ExampleDay() {
	ref := Date{2018, time.November, 18}
	text := "Roe told reporters on Friday that the talks of last month had failed."
	day, ok := Day(text, claims.Span{End: len(text)}, ref)
	fmt.Println(day, ok)
	// Output: 2018-11-16 true
}

// ref is a Sunday.
var ref = Date{2018, time.November, 18}

var cases = []struct {
	text string
	want []string // span|grain|start..end, "?" where not resolved
}{
	// Months and days.
	{"It fell on Nov. 18.", []string{"Nov. 18|day|2018-11-18"}},
	{"It fell on 18 November 2016.", []string{"18 November 2016|day|2016-11-18"}},
	{"It fell on the 18th of November.", []string{"18th of November|day|2018-11-18"}},
	{"On January 20, 2017, he left.", []string{"January 20, 2017|day|2017-01-20"}},
	{"It lasts from November 30 through December 1.", []string{"November 30 through December 1|day|2018-11-30..2018-12-01"}},
	{"It lasts Dec. 30 to Jan. 2.", []string{"Dec. 30 to Jan. 2|day|2018-12-30..2019-01-02"}},
	{"Nov. 14-15 and 14–15 May", []string{"Nov. 14-15|day|2018-11-14..2018-11-15", "14–15 May|day|2018-05-14..2018-05-15"}},
	{"It was Sept. 14, then Jan. 5.", []string{"Sept. 14|day|2018-09-14", "Jan. 5|day|2019-01-05"}},
	{"In March 2016 and in May", []string{"March 2016|month|2016-03-01..2016-03-31", "May|month|2018-05-01..2018-05-31"}},
	{"last November, next March", []string{"last November|month|2017-11-01..2017-11-30", "next March|month|2019-03-01..2019-03-31"}},
	{"the December election", []string{"December|month|2018-12-01..2018-12-31"}},
	{"It is due on May 3.", []string{"May 3|day|2019-05-03"}},
	{"In May 30 people left.", []string{"May|month|2018-05-01..2018-05-31"}},
	{"2016-11-18 and 11/18/2016 and 18/11/2016", []string{"2016-11-18|day|2016-11-18", "11/18/2016|day|2016-11-18", "18/11/2016|day|2016-11-18"}},

	// Weekdays.
	{"He said on Sunday it was over.", []string{"Sunday|day|2018-11-18"}},
	{"He said on Wednesday it was over.", []string{"Wednesday|day|2018-11-14"}},
	{"He will speak on Wednesday.", []string{"Wednesday|day|2018-11-21"}},
	{"last Sunday, next Sunday", []string{"last Sunday|day|2018-11-11", "next Sunday|day|2018-11-25"}},
	{"On Wednesday, Nov. 14, he left.", []string{"Wednesday, Nov. 14|day|2018-11-14"}},
	{"On Wednesday, Nov. 16, he left.", []string{"Wednesday, Nov. 16|day|2016-11-16"}},
	{"It was Wednesday night.", []string{"Wednesday night|part|2018-11-14"}},
	{"Tuesday’s vote", []string{"Tuesday’s|day|2018-11-13"}},

	// Years and longer.
	{"in 2018, the 2016 race, 2010-15", []string{"2018|year|2018-01-01..2018-12-31", "2016|year|2016-01-01..2016-12-31", "2010-15|year|2010-01-01..2015-12-31"}},
	{"the mid-1800s", []string{"mid-1800s|century|1800-01-01..1899-12-31"}},
	{"the 1990s and the '80s", []string{"1990s|decade|1990-01-01..1999-12-31", "'80s|decade|1980-01-01..1989-12-31"}},
	{"the third quarter of 2016, Q1 2017", []string{"third quarter of 2016|quarter|2016-07-01..2016-09-30", "Q1 2017|quarter|2017-01-01..2017-03-31"}},
	{"last summer, the spring of 2015", []string{"last summer|season|2018-06-01..2018-08-31", "spring of 2015|season|2015-03-01..2015-05-31"}},

	// Told from the day of writing.
	{"yesterday, today and tomorrow", []string{"yesterday|day|2018-11-17", "today|day|2018-11-18", "tomorrow|day|2018-11-19"}},
	{"this morning and last night", []string{"this morning|part|2018-11-18", "last night|part|2018-11-17"}},
	{"this week and last week", []string{"this week|week|2018-11-12..2018-11-18", "last week|week|2018-11-05..2018-11-11"}},
	{"last month, last year", []string{"last month|month|2018-10-01..2018-10-31", "last year|year|2017-01-01..2017-12-31"}},
	{"three days ago, two years ago", []string{"three days ago|day|2018-11-15", "two years ago|year|2016-01-01..2016-12-31"}},
	{"in the past three days", []string{"past three days|day|2018-11-15..2018-11-18"}},
	{"over the last two months", []string{"last two months|month|2018-09-18..2018-11-18"}},

	{"a decade ago, the past century", []string{"a decade ago|decade|2003-01-01..2012-12-31", "past century|century|1918-11-18..2018-11-18"}},
	{"over the next decade", []string{"next decade|decade|2018-11-18..2028-11-18"}},
	{"The fair, which starts Tuesday, is new.", []string{"Tuesday|day|2018-11-20"}},

	// Told from something else.
	{"three days earlier, the same day", []string{"three days earlier|day|?", "same day|day|?"}},
	{"three days before the vote", nil},

	// No dates.
	{"It cost $41 and $2018.", nil},
	{"May said it may rain; a march in the sun.", nil},
	{"the March on Washington", nil},
	{"2,018 people, 2000 people, about 2000", nil},
	{"Black Friday and the Sunday Times", nil},
	{"the Daily Today and the coming days", nil},
	{"Jan Roe met April Hill.", nil},
	{"February 31", nil},
	{"", nil},
}

func show(text string, e Expression) string {
	days := "?"
	if e.Resolved {
		days = e.Start.String()
		if e.End != e.Start {
			days += ".." + e.End.String()
		}
	}
	return strings.Join([]string{e.Span.In(text), string(e.Grain), days}, "|")
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		var got []string
		for _, e := range Find(c.text, claims.Span{End: len(c.text)}, ref) {
			got = append(got, show(c.text, e))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Find(%q): -want +got\n%s", c.text, diff)
		}
	}
}

// Without a reference only what names its own year is resolved.
func TestFindUnknown(t *testing.T) {
	text := "On Wednesday, yesterday, Nov. 18, last month, in May 2016"
	want := []string{"Wednesday|day|?", "yesterday|day|?", "Nov. 18|day|?", "last month|month|?", "May 2016|month|2016-05-01..2016-05-31"}
	var got []string
	for _, e := range Find(text, claims.Span{End: len(text)}, Date{}) {
		got = append(got, show(text, e))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestFindWithin(t *testing.T) {
	text := "Sunday, Monday, Tuesday"
	got := Find(text, claims.Span{Start: 8, End: 14}, ref)
	if len(got) != 1 || got[0].Span != (claims.Span{Start: 8, End: 14}) {
		t.Errorf("within: got %v", got)
	}
	Find(text, claims.Span{Start: -5, End: 99}, ref) // must not panic
	Find(text, claims.Span{Start: 20, End: 5}, ref)
}

func TestDay(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Roe said on Wednesday that it was over.", "2018-11-14"},
		{"Roe told reporters in Oslo late Friday it was over.", "2018-11-16"},
		{"On Wednesday, Roe said it was over.", "2018-11-14"},
		{"Roe on Wednesday denied it.", "2018-11-14"},
		{"“It is over,” Roe said yesterday.", "2018-11-17"},
		{"Roe said on Nov. 2, 2016, that it was over.", "2016-11-02"},
		{"Roe said that on Wednesday the fleet sailed.", ""},
		{"Roe said “we met on Wednesday” and left.", ""},
		{"The fleet sailed on Wednesday.", ""},
		{"Roe said the fleet will sail.", ""},
		{"Roe will say it, he said, next Wednesday.", ""},
		{"Roe said last month it was over.", ""},
	} {
		got, ok := Day(c.text, claims.Span{End: len(c.text)}, ref)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Day(%q) = %q, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, s := range []string{"", "2017-1-20", "2017-02-30", "20 Jan"} {
		if d, err := ParseDate(s); err == nil || !d.IsZero() || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
	if got := (Date{2016, time.February, 28}).AddDays(2).String(); got != "2016-03-01" {
		t.Errorf("AddDays over a leap day: %s", got)
	}
	if got := (Date{}).String(); got != "" {
		t.Errorf("the zero date is %q", got)
	}
}

// Every row of the list must be read: a value that does not parse is 0.
func TestList(t *testing.T) {
	for kind, forms := range calendar {
		for form, v := range forms {
			if v <= 0 {
				t.Errorf("calendar.txt: %s %s: value %d", kind, form, v)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text, "2018-11-18")
	}
	f.Fuzz(func(t *testing.T, text, day string) {
		ref, _ := ParseDate(day)
		end := 0
		valid := utf8.ValidString(text)
		for _, e := range Find(text, claims.Span{End: len(text)}, ref) {
			if e.Span.Start < end || e.Span.Len() <= 0 || e.Span.End > len(text) {
				t.Fatalf("span %v after %d in %q", e.Span, end, text)
			}
			if valid && !utf8.ValidString(e.Span.In(text)) {
				t.Fatalf("span %v cuts a rune in %q", e.Span, text)
			}
			if e.Resolved && (e.End.Before(e.Start) || !e.Start.valid() || !e.End.valid()) {
				t.Fatalf("days %v to %v of %q", e.Start, e.End, e.Span.In(text))
			}
			end = e.Span.End
		}
		Day(text, claims.Span{End: len(text)}, ref)
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("More than 30 soldiers were hurt on Nov. 18 and $1.4bn was lost in 2016, he said on Sunday in a long talk. ", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, claims.Span{End: len(text)}, ref)
	}
}
