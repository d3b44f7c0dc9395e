package quantity

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

func Example() {
	text := "More than 30 soldiers were hurt and $1.4bn was lost."
	for _, v := range Find(text, claims.Span{End: len(text)}) {
		fmt.Println(v.Span.In(text), v.Kind, v.Low, v.High, v.Unit, v.Noun)
	}
	// Output:
	// More than 30 cardinal 30 +Inf  soldier
	// $1.4bn money 1.4e+09 1.4e+09 USD
}

func ExampleCompatible() {
	read := func(s string) Value { return Find(s, claims.Span{End: len(s)})[0] }
	fmt.Println(Compatible(read("1.375 billion people"), read("about 1.4 billion people")))
	fmt.Println(Compatible(read("31 soldiers"), read("at least 40 soldiers")))
	// Output:
	// true
	// false
}

// show writes a value as the tables below do: span, kind, value, hedge, unit, noun.
func show(text string, v Value) string {
	n := strconv.FormatFloat(v.Low, 'g', 10, 64)
	if v.High != v.Low {
		n += ".." + strconv.FormatFloat(v.High, 'g', 10, 64)
	}
	return strings.Join([]string{v.Span.In(text), string(v.Kind), n, string(v.Approx), v.Unit, v.Noun}, "|")
}

var cases = []struct {
	text string
	want []string
}{
	// Figures and words.
	{"A total of 1,234 ships sank.", []string{"A total of 1,234|cardinal|1234|||ship sank"}},
	{"They need 1.375 billion doses.", []string{"1.375 billion|cardinal|1375000000|||dose"}},
	{"It has twenty-five rooms.", []string{"twenty-five|cardinal|25|||room"}},
	{"two hundred and five thousand votes", []string{"two hundred and five thousand|cardinal|205000|||vote"}},
	{"three dozen eggs, a dozen hens", []string{"three dozen|cardinal|36|||egg", "a dozen|cardinal|12|||hen"}},
	{"half a million people", []string{"half a million|cardinal|500000|||peopl"}},
	{"two and a half years", []string{"two and a half years|measure|2.5||year|"}},
	{"two and a half million dollars, $2 and a half million", []string{"two and a half million dollars|money|2500000||USD|", "$2 and a half million|money|2500000||USD|"}},
	{"two million and a half", []string{"two million and a half|cardinal|2000000|||"}},
	{"It pays 5⅛ percent.", []string{"5⅛ percent|percent|5.125||percent|"}},
	{"a 3½-year term, a 9½-point lead", []string{"3½-year|measure|3.5||year|term", "9½-point|measure|9.5||point|lead"}},
	{"hundreds of miners", []string{"hundreds|cardinal|200..1000|about||miner"}},
	{"tens of thousands of miners", []string{"tens of thousands|cardinal|20000..100000|about||miner"}},
	{"several hundred miners", []string{"several hundred|cardinal|300..900|about||miner"}},
	{"a couple of days", []string{"a couple of days|measure|2|about|day|"}},
	{"one miner and one of them, no one else", []string{"one|cardinal|1|||miner"}},
	{"31 elite mountain troops died", []string{"31|cardinal|31|||elit mountain troop"}},
	{"nine of the passengers", []string{"nine|cardinal|9|||passeng"}},
	{"300 of its 900 jobs", []string{"300|cardinal|300|||job", "900|cardinal|900|||job"}},
	{"3m people and 5m tall", []string{"3m|cardinal|3000000|||peopl", "5m|measure|5||metre|tall"}},

	// Hedges.
	{"at least 31 miners", []string{"at least 31|cardinal|31..+Inf|at least||miner"}},
	{"up to 20 miners", []string{"up to 20|cardinal|-Inf..20|at most||miner"}},
	{"nearly 30 miners", []string{"nearly 30|cardinal|30|nearly||miner"}},
	{"just over 30 miners", []string{"just over 30|cardinal|30|just over||miner"}},
	{"some 300 miners, or so", []string{"some 300|cardinal|300|about||miner"}},
	{"30 or so miners", []string{"30 or so|cardinal|30|about||miner"}},
	{"30 or more miners", []string{"30 or more|cardinal|30..+Inf|at least||miner"}},
	{"no more than 12 miners", []string{"no more than 12|cardinal|-Inf..12|at most||miner"}},
	{"The talks ran over three days.", []string{"three days|measure|3||day|"}},
	{"It ran for over three days.", []string{"over three days|measure|3..+Inf|at least|day|"}},

	// Money, percent, measures.
	{"$1.4bn", []string{"$1.4bn|money|1400000000||USD|"}},
	{"£3m in aid", []string{"£3m|money|3000000||GBP|aid"}},
	{"5 million euros", []string{"5 million euros|money|5000000||EUR|"}},
	{"US$5 and C$7", []string{"US$5|money|5||USD|", "C$7|money|7||CAD|"}},
	{"$1-2 million", []string{"$1-2 million|money|1000000..2000000||USD|"}},
	{"$10 to $15", []string{"$10 to $15|money|10..15||USD|"}},
	{"50 cents", []string{"50 cents|money|0.5||USD|"}},
	{"$50 a barrel", []string{"$50|money|50||USD|per barrel"}},
	{"three million pounds, a 200-pound man", []string{"three million pounds|money|3000000||GBP|", "200-pound|measure|200||pound|man"}},
	{"14 percent of voters", []string{"14 percent|percent|14||percent|voter"}},
	{"14.6% and 15 per cent", []string{"14.6%|percent|14.6||percent|", "15 per cent|percent|15||percent|"}},
	{"10 to 15 percent", []string{"10 to 15 percent|percent|10..15||percent|"}},
	{"from 10 percent to 15 percent", []string{"10 percent|percent|10||percent|", "15 percent|percent|15||percent|"}},
	{"two percentage points", []string{"two percentage points|percent|2||percentage point|"}},
	{"200 km of wall", []string{"200 km|measure|200||kilometre|wall"}},
	{"a three-day visit", []string{"three-day|measure|3||day|visit"}},
	{"half an hour", []string{"half an hour|measure|0.5||hour|"}},
	{"3 1/2 years and 3½ years", []string{"3 1/2 years|measure|3.5||year|", "3½ years|measure|3.5||year|"}},
	{"$2½ million, 2 1/4 percent", []string{"$2½ million|money|2500000||USD|", "2 1/4 percent|percent|2.25||percent|"}},
	{"11 9/11 families", []string{"11|cardinal|11|||", "9/11|identifier|0|||"}},

	// Parts and multiples.
	{"two thirds of voters", []string{"two thirds|fraction|0.6666666667|||voter"}},
	{"nine out of ten voters", []string{"nine out of ten|fraction|0.9|||voter"}},
	{"one in five voters", []string{"one in five|fraction|0.2|||voter"}},
	{"nearly half of voters", []string{"nearly half|fraction|0.5|nearly||voter"}},
	{"a third of voters in the first half", []string{"a third|fraction|0.3333333333|||voter", "first|ordinal|1|||half"}},
	{"a quarter of them", []string{"a quarter|fraction|0.25|||"}},
	{"three times as many", []string{"three times|multiple|3|||"}},
	{"killed two in five days", []string{"two|cardinal|2|||", "five days|measure|5||day|"}},

	// Ranges and results.
	{"between 10 and 20 miners", []string{"between 10 and 20|cardinal|10..20|||miner"}},
	{"10-20 miners", []string{"10-20|cardinal|10..20|||miner"}},
	{"10–20 miners", []string{"10–20|cardinal|10..20|||miner"}},
	{"1 to 2 million miners", []string{"1 to 2 million|cardinal|1000000..2000000|||miner"}},
	{"two or three miners", []string{"two or three|cardinal|2..3|||miner"}},
	{"passed it 48-52", []string{"48-52|score|48..52|||"}},
	{"a 5-4 ruling", []string{"5-4|score|5..4|||"}},

	// What is no amount.
	{"In 2016 and the 2018 vote", []string{"2016|year|2016|||", "2018|year|2018|||"}},
	{"2,018 people and 2000 people", []string{"2,018|cardinal|2018|||peopl", "2000|cardinal|2000|||peopl"}},
	{"the 1990s, in her 30s", []string{"1990s|year|1990..1999|||", "30s|age|30..39||year|"}},
	{"in 2015-16", []string{"2015-16|year|2015..2016|||"}},
	{"between 1985 and 1989", []string{"between 1985 and 1989|year|1985..1989|||"}},
	{"led 62%-30%", []string{"62%|percent|62||percent|", "30%|percent|30||percent|"}},
	{"a 13-year-old girl", []string{"13-year-old|age|13||year|girl"}},
	{"Ann Roe, 45, left", []string{"45|age|45||year|"}},
	{"adults aged 18 to 34", []string{"18 to 34|age|18..34||year|"}},
	{"on Nov. 18 and 20 January", []string{"18|calendar|18|||", "20|calendar|20|||"}},
	{"at 9:15 p.m., at 10am", []string{"9:15 p.m.|clock|21.25|||", "10am|clock|10|||"}},
	{"voters 30 and older, voters younger than 25", []string{"30 and older|age|30..+Inf|at least|year|", "25|age|25||year|"}},
	{"billions of dollars of aid", []string{"billions of dollars|money|2000000000..1e+10|about|USD|aid"}},
	{"a one-on-one on 5G and almost half a century", []string{"5G|identifier|0|||"}},
	{"voters 18 to 29 voted", []string{"18 to 29|cardinal|18..29|||vote"}},
	{"the 20th century", []string{"20th|ordinal|20|||centuri"}},
	{"the twenty-first case", []string{"twenty-first|ordinal|21|||case"}},
	{"at No. 10, the G20 met", []string{"10|identifier|10|||", "G20|identifier|0|||"}},
	{"a Boeing 737 fell", []string{"737|identifier|737|||"}},
	{"It flew as Air Force One", []string{"One|identifier|1|||"}},
	{"1. The first of 3 rules", []string{"1|identifier|0|||", "first|ordinal|1|||", "3|cardinal|3|||rule"}},
	{"the Group of Twenty met", []string{"Twenty|identifier|20|||"}},
	{"call 555-1234 or 202-555-0100", []string{"555-1234|identifier|0|||", "202-555-0100|identifier|0|||"}},
	{"since 9/11", []string{"9/11|identifier|0|||"}},
	{"Bomb Kills 31 Near Harbour Gate", []string{"31|cardinal|31|||"}},
	{"No numbers, no one, at all.", []string{}},
	{"", []string{}},
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		got := []string{}
		for _, v := range Find(c.text, claims.Span{End: len(c.text)}) {
			got = append(got, show(c.text, v))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Find(%q): -want +got\n%s", c.text, diff)
		}
	}
}

func TestFindWithin(t *testing.T) {
	text := "31 men, 45 women, 50 children"
	got := Find(text, claims.Span{Start: 8, End: 16})
	if len(got) != 1 || got[0].Span != (claims.Span{Start: 8, End: 10}) {
		t.Errorf("within: got %v", got)
	}
	Find(text, claims.Span{Start: -5, End: 99}) // must not panic
	Find(text, claims.Span{Start: 20, End: 5})
}

func TestCompatible(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1.375 billion people", "1.4 billion people", true},
		{"1.375 billion people", "1.3 billion people", false},
		{"nearly 30 people", "29 people", true},
		{"nearly 30 people", "31 people", false},
		{"31 people", "at least 30 people", true},
		{"29 people", "at least 30 people", false},
		{"more than 14 percent", "14.6 percent", true},
		{"14 percent", "15 percent", false},
		{"14 percent", "14.4 percent", true},
		{"14 percent", "14.6 percent", false},
		{"30 people", "31 people", false},
		{"about 30 people", "31 people", true},
		{"about 30 people", "40 people", false},
		{"1,400 people", "1,375 people", true},
		{"300 people", "340 people", false},
		{"131 people", "132 people", false},
		{"10 to 20 people", "15 people", true},
		{"10 to 20 people", "21 people", false},
		{"10 to 20 people", "18 to 25 people", true},
		{"hundreds of people", "300 people", true},
		{"hundreds of people", "20 people", false},
		{"dozens of people", "31 people", true},
		{"$5 million", "$5.2 million", true},
		{"$5 million", "$6 million", false},
		{"$5 million", "€6 million", true},
		{"100 miles", "160 km", true},
		{"100 miles", "100 km", false},
		{"two weeks", "14 days", true},
		{"three days", "four days", false},
		{"two thirds of voters", "66 percent", true},
		{"two thirds of voters", "half of voters", false},
		{"aged 13", "aged 14", false},
		{"52-48 vote", "52-47 vote", false},
		{"52-48 vote", "52-48 vote", true},
		{"up to 20 people", "at least 21 people", false},
		{"up to 20 people", "20 people", true},
		{"at 5 p.m.", "5 people", true},
		{"twice 3 percent", "3.0 percent", true},
	} {
		a := Find(c.a, claims.Span{End: len(c.a)})
		b := Find(c.b, claims.Span{End: len(c.b)})
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%q, %q: found %v, %v", c.a, c.b, a, b)
			continue
		}
		if Compatible(a[0], b[0]) != c.want || Compatible(b[0], a[0]) != c.want {
			t.Errorf("Compatible(%q, %q) != %v: %+v %+v", c.a, c.b, c.want, a[0], b[0])
		}
		if !Compatible(a[0], a[0]) {
			t.Errorf("%q is not compatible with itself", c.a)
		}
	}
}

// Every row of the lists must be read: a figure that does not parse is 0.
func TestLists(t *testing.T) {
	for kind, ws := range numbers {
		for w, v := range ws {
			if v <= 0 && w != "zero" {
				t.Errorf("numbers.txt: %s %s: value %v", kind, w, v)
			}
		}
	}
	for name, d := range dimensions {
		if d.factor <= 0 {
			t.Errorf("units.txt: %s: factor %v", name, d.factor)
		}
	}
	for form, u := range currencies {
		if u.factor <= 0 || len(u.name) != 3 {
			t.Errorf("currencies.txt: %s: %+v", form, u)
		}
	}
}

// 32 KB each, many thousand numbers: a reader that is not linear would not come back.
func TestHostile(t *testing.T) {
	const size = 1 << 15
	for _, unit := range []string{"1-", "1 to ", "hundred ", "one ", "twenty ", "and ", "of the ", "between ", "more than ", "$", "1/", "9:15 ", "half a ", "1,", "5 million "} {
		text := "5 " + strings.Repeat(unit, size/len(unit))
		Find(text, claims.Span{End: len(text)})
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		valid := utf8.ValidString(text)
		for _, v := range Find(text, claims.Span{End: len(text)}) {
			if v.Span.Start < end || v.Span.Len() <= 0 || v.Span.End > len(text) {
				t.Fatalf("span %v after %d in %q", v.Span, end, text)
			}
			if valid && !utf8.ValidString(v.Span.In(text)) {
				t.Fatalf("span %v cuts a rune in %q", v.Span, text)
			}
			if v.Low != v.Low || v.High != v.High || v.Low > v.High && v.Kind != Score {
				t.Fatalf("bounds %v, %v in %q", v.Low, v.High, text)
			}
			if !Compatible(v, v) {
				t.Fatalf("%+v is not compatible with itself", v)
			}
			end = v.Span.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("More than 30 soldiers were hurt on Nov. 18 and $1.4bn was lost in 2016, he said on Sunday in a long talk. ", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, claims.Span{End: len(text)})
	}
}

// TestFindWords reads from words split elsewhere what Find reads from the text.
func TestFindWords(t *testing.T) {
	for _, c := range cases {
		text := "Well: " + c.text
		if diff := cmp.Diff(Find(text, claims.Span{Start: 6, End: len(text)}), FindWords(word.Split(c.text, 6), text)); diff != "" {
			t.Errorf("%s: -Find +FindWords\n%s", c.text, diff)
		}
	}
}
