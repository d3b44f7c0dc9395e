package gate

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Allow is what a draft's author asks the gate to let through:
//
//	<!-- crosscheck: allow misquote because checked against the recording -->
//
// in Markdown and HTML, and in a text a line of its own without the marks of a
// comment. Several codes are parted by commas, and "for" narrows the request to
// statements that have some words:
//
//	crosscheck: allow number-against-own for "some 60 boats" because the count was corrected
type Allow struct {
	Code   Code   // "" where it was not understood
	Words  string // only for statements with these words; "" for all
	Reason string // "" where none was given
	Line   int    // where it stands in what was read, from 1
	Text   string // as it was written
}

// directive is what is written to the gate: a comment, or a line of its own.
// Only small letters count: "Crosscheck:" may begin a paragraph.
var directive = regexp.MustCompile(`(?s)<!--\s*crosscheck:(.*?)-->|(?m:^[ \t]*crosscheck:([^\r\n]*))`)

// request is what stands behind "crosscheck:".
var request = regexp.MustCompile(`(?is)^\s*allow\s+([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)(?:\s+for\s+["“']([^"”]*)["”'])?(?:\s+because\b(.*))?\s*$`)

// Allows finds what is written to the gate in a draft as it was read, before any
// markup is taken out of it, and returns the text with blanks in its place: every
// other byte stands where it stood.
func Allows(text string) (clean string, found []Allow) {
	at, line := 0, 1
	var out strings.Builder
	for _, m := range directive.FindAllStringSubmatchIndex(text, -1) {
		line += strings.Count(text[at:m[0]], "\n")
		out.WriteString(text[at:m[0]])
		out.WriteString(blank(text[m[0]:m[1]]))
		body := text[max(m[2], m[4]):max(m[3], m[5])]
		found = append(found, parseAllow(body, line)...)
		line += strings.Count(text[m[0]:m[1]], "\n")
		at = m[1]
	}
	if at == 0 {
		return text, found
	}
	out.WriteString(text[at:])
	return out.String(), found
}

// blank is as many spaces as a text has bytes, but for its line ends.
func blank(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}

// parseAllow reads what stands behind "crosscheck:".
func parseAllow(body string, line int) []Allow {
	text := plain(clip("crosscheck: "+strings.TrimSpace(body), maxSaid))
	m := request.FindStringSubmatch(body)
	if m == nil {
		return []Allow{{Line: line, Text: text}}
	}
	var out []Allow
	for _, c := range strings.Split(m[1], ",") {
		a := Allow{Code: Code(strings.ToLower(strings.TrimSpace(c))), Words: plain(m[2]), Reason: plain(m[3]), Line: line, Text: text}
		if info, ok := a.Code.Info(); !ok || info.About != OfFinding {
			a = Allow{Line: line, Text: text}
		}
		out = append(out, a)
	}
	return out
}

// allowance is what the draft itself says to let a finding through, nil where it
// says nothing or may not.
func (d *desk) allowance(m Matter, s stand) *Allow {
	x := d.drafts[s.ours.Article]
	if !d.policy.Allowed() || x == nil {
		return nil
	}
	for i := range x.Allows {
		a := &x.Allows[i]
		if a.Code != m.Code || !says(s.ours.Text, a.Words) && !(s.within && says(s.theirs.Text, a.Words)) {
			continue
		}
		d.used[a] = true
		if a.Reason != "" {
			return a
		}
	}
	return nil
}

// says reports whether a text has some words, in whatever case.
func says(text, words string) bool {
	return strings.Contains(fold(text), fold(words))
}

func fold(s string) string {
	return strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(strings.Join(strings.Fields(s), " ")))
}

// allowances says what of the drafts' requests does not count.
func (d *desk) allowances() {
	for k := range d.in.Drafts {
		x := &d.in.Drafts[k]
		for i := range x.Allows {
			a := &x.Allows[i]
			if code := d.refusal(a); code != "" {
				info, _ := code.Info()
				hint := ""
				if code == AllowNotUnderstood {
					hint = didYouMean(lastCode(a.Text), findingCodes())
				}
				d.tell(code, x.Article, strings.TrimSpace(fmt.Sprintf("%s Line %d: %s. %s", info.Doc, a.Line, cmp.Or(a.Text, string(a.Code)), hint)))
			}
		}
	}
}

// refusal is why a request does not count, "" where it does.
func (d *desk) refusal(a *Allow) Code {
	switch {
	case !d.policy.Allowed():
		return AllowRefused
	case a.Code == "":
		return AllowNotUnderstood
	case a.Reason == "":
		return AllowWithoutReason
	case !d.used[a]:
		return AllowUnused
	}
	return ""
}

// lastCode is the word in a request that looks most like a code: the one behind
// "allow".
func lastCode(text string) string {
	_, rest, _ := strings.Cut(strings.ToLower(text), "allow")
	words := strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// maxSaid is how many runes of what a draft says to the gate are shown.
const maxSaid = 200

// clip shortens a text to at most n runes.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
