package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// months are the beginnings that tell English months apart.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// token is a run of digits or of letters in a date.
type token struct {
	text string // lower case
	num  int    // its value where it is of digits, else -1
	end  int    // offset behind it
}

// maxDate is how many bytes of a text are searched for a date.
const maxDate = 200

// dateTokens parts s into runs of digits and runs of letters.
func dateTokens(s string) []token {
	if len(s) > maxDate {
		s = s[:maxDate]
	}
	var out []token
	start, class := 0, 0
	flush := func(end int) {
		if class > 0 {
			t := token{strings.ToLower(s[start:end]), -1, end}
			if n, err := strconv.Atoi(t.text); err == nil && class == 1 {
				t.num = n
			}
			out = append(out, t)
		}
	}
	for i, r := range s {
		c := 0
		if r >= '0' && r <= '9' {
			c = 1
		} else if unicode.IsLetter(r) {
			c = 2
		}
		if c != class {
			flush(i)
			start, class = i, c
		}
	}
	flush(len(s))
	return out
}

// parseDate reads a date in any usual form: ISO 8601 with or without a time,
// 20170120, "November 18, 2018", "18 Nov 2018", "Sun, 18 Nov 2018 10:00:00
// GMT" (RFC 822, the year in two digits as well). Of dates in figures alone it
// reads those that can mean one day only, so 3/4/2017 is refused.
func parseDate(s string) (iso string, ok bool) {
	iso, _, ok = findDate(dateTokens(s))
	return iso, ok
}

// findDate finds the first full date in t; used tells which tokens it is made
// of.
func findDate(t []token) (iso string, used [2]int, ok bool) {
	for i := range t {
		if iso, ok := compact(t[i]); ok {
			return iso, [2]int{i, i + 1}, true
		}
		u := withoutOrdinals(t[i:])
		for _, form := range []func([3]token) (string, bool){yearFirst, dayFirst, monthFirst, figures} {
			if len(u) < 3 {
				break
			}
			if iso, ok := form([3]token{u[0], u[1], u[2]}); ok {
				return iso, [2]int{i, i + indexOf(t[i:], u[2])}, true
			}
		}
	}
	return "", used, false
}

// indexOf is the number of tokens up to and with x.
func indexOf(t []token, x token) int {
	for i := range t {
		if t[i].end == x.end {
			return i + 1
		}
	}
	return len(t)
}

// withoutOrdinals leaves out "th" and "of" among the next few tokens.
func withoutOrdinals(t []token) []token {
	var out []token
	for _, x := range t[:min(len(t), 6)] {
		switch x.text {
		case "st", "nd", "rd", "th", "of":
		default:
			out = append(out, x)
		}
	}
	return out
}

func compact(t token) (string, bool) {
	if len(t.text) != 8 || t.num < 0 {
		return "", false
	}
	return day(t.num/10000, t.num/100%100, t.num%100)
}

func yearFirst(t [3]token) (string, bool) {
	if len(t[0].text) != 4 || t[0].num < 0 || t[1].num < 0 || t[2].num < 0 || len(t[2].text) > 2 {
		return "", false
	}
	return day(t[0].num, t[1].num, t[2].num)
}

func dayFirst(t [3]token) (string, bool) { return day(year(t[2]), month(t[1]), t[0].num) }

func monthFirst(t [3]token) (string, bool) {
	if len(t[2].text) != 4 { // "May 12 18:00" has no year
		return "", false
	}
	return day(year(t[2]), month(t[0]), t[1].num)
}

// figures reads 20/1/2017 and 1/20/2017: one of the two is above twelve.
func figures(t [3]token) (string, bool) {
	a, b := t[0].num, t[1].num
	if a < 1 || b < 1 || len(t[2].text) != 4 || t[2].num < 0 || len(t[0].text) > 2 || len(t[1].text) > 2 {
		return "", false
	}
	switch {
	case a > 12 && b <= 12 || a == b:
		return day(t[2].num, b, a)
	case b > 12 && a <= 12:
		return day(t[2].num, a, b)
	}
	return "", false
}

// month is the number of a month by its name, 0 for another word.
func month(t token) int {
	if len(t.text) < 3 || t.num >= 0 {
		return 0
	}
	for i, m := range months {
		if strings.HasPrefix(t.text, m) && strings.HasPrefix(strings.ToLower(time.Month(i+1).String()), t.text) || t.text == "sept" && m == "sep" {
			return i + 1
		}
	}
	return 0
}

// year is a year of four digits, or of two as RFC 822 has it; 0 for others.
func year(t token) int {
	switch {
	case t.num < 0:
		return 0
	case len(t.text) == 4:
		return t.num
	case len(t.text) == 2 && t.num < 70:
		return 2000 + t.num
	case len(t.text) == 2:
		return 1900 + t.num
	}
	return 0
}

// day formats a date where it is one, from 1800 to 2199.
func day(y, m, d int) (string, bool) {
	if y < 1800 || y > 2199 || m < 1 || m > 12 || d < 1 || d > 31 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Format(time.DateOnly), t.Day() == d
}

// pathDate finds a date in a URL or a file name: /2017/01/20/, 2017-01-20 or
// 20170120, with no digit beside it.
var pathDates = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)[-_/.]?(\d\d)[-_/.]?(\d\d)(?:\D|$)|/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)|/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?:/|$)`)

func pathDate(s string) string {
	for _, m := range pathDates.FindAllStringSubmatch(s, -1) {
		for i := 1; i < len(m); i += 3 {
			if m[i] == "" {
				continue
			}
			if iso, ok := parseDate(m[i] + "-" + m[i+1] + "-" + m[i+2]); ok {
				return iso
			}
			if iso, ok := parseDate(m[i+2] + " " + m[i+1] + " " + m[i]); ok {
				return iso
			}
		}
	}
	return ""
}

// pathYear finds a year that stands alone in a URL or a file name, 0 without.
var pathYears = regexp.MustCompile(`(?:^|[-_/.])((?:19|20)\d\d)(?:[-_/.]|$)`)

func pathYear(s string) int {
	m := pathYears.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// nearest is the date of that month and day nearest to another date; "" for a
// day that is none.
func nearest(m, d int, to string) string {
	t, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return ""
	}
	best, gap := "", time.Duration(1<<62)
	for y := t.Year() - 1; y <= t.Year()+1; y++ {
		iso, ok := day(y, m, d)
		if !ok {
			continue
		}
		at, _ := time.Parse(time.DateOnly, iso)
		if g := t.Sub(at).Abs(); g < gap {
			best, gap = iso, g
		}
	}
	return best
}

// isoYear is the first day of a year.
func isoYear(y int) string { return fmt.Sprintf("%04d-07-01", y) }
