package article

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2018-11-18", "2018-11-18"},
		{"2018-11-18T10:15:00Z", "2018-11-18"},
		{"2018-11-18 10:15:00 +0300", "2018-11-18"},
		{"2018/11/8", "2018-11-08"},
		{"20181118", "2018-11-18"},
		{"November 18, 2018", "2018-11-18"},
		{"Nov. 18, 2018", "2018-11-18"},
		{"18 November 2018", "2018-11-18"},
		{"Sunday 18th of November 2018", "2018-11-18"},
		{"Sept 3rd, 2018", "2018-09-03"},
		{"Sun, 18 Nov 2018 10:15:00 GMT", "2018-11-18"},
		{"Sun, 18 Nov 18 10:15:00 GMT", "2018-11-18"},
		{"18.11.2018", "2018-11-18"},
		{"11/18/2018", "2018-11-18"},
		{"7/7/2018", "2018-07-07"},
		{"3/4/2018", ""}, // March or April
		{"2018-02-30", ""},
		{"May 12 18:00", ""},
		{"November 18", ""},
		{"2018", ""},
		{"last week", ""},
		{"", ""},
	} {
		if got, ok := parseDate(c.in); got != c.want && ok || ok != (c.want != "") {
			t.Errorf("parseDate(%q) = %q, %t; want %q", c.in, got, ok, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	line := "OLDMOUTH, November 18. /NORDA/. The harbour board denied on Sunday that it had made an offer."
	for _, c := range []struct{ name, path, in, want, origin string }{
		{"a stamp", "x.txt", "Board denies offer\n\nPublished 18 November 2018 at 10.15am\n\n" + line, "2018-11-18", "page"},
		{"a dateline without a year", "x.txt", line, "", ""},
		{"its year in the file's name", "2018-11-19-board.txt", line, "2018-11-18", "page"},
		{"its year alone there", "board_2018.txt", line, "2018-11-18", "page"},
		{"a dateline with a year", "x.txt", "OLDMOUTH, Jan 3, 2019 (NORDA) - The board met on Thursday, a spokesman said.", "2019-01-03", "page"},
		{"the file's name", "20181119.txt", body, "2018-11-19", "file"},
		{"a date in the text is none", "x.txt", "On 18 November 2018 the board met for the first time in the old customs house.", "", ""},
		{"the address", "x.jsonl", `{"url":"https://c.example/2018/11/19/x","body":"` + body + `"}`, "2018-11-19", "metadata"},
		{"a month by its name there", "x.jsonl", `{"url":"https://c.example/2018/nov/9/x","body":"` + body + `"}`, "2018-11-09", "metadata"},
	} {
		a := one(t, c.path, c.in)
		if a.Date != c.want || string(a.Origin.Date) != c.origin {
			t.Errorf("%s: %q from %q, want %q from %q", c.name, a.Date, a.Origin.Date, c.want, c.origin)
		}
	}
}
