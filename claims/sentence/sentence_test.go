package sentence

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func Example() {
	text := `Mr. Ode met Gen. Fay at 5 p.m. in the U.S. The talks failed. "Why?" Ode asked.`
	for _, s := range Split(text, claims.Span{End: len(text)}) {
		fmt.Println(s.In(text))
	}
	// Output:
	// Mr. Ode met Gen. Fay at 5 p.m. in the U.S.
	// The talks failed.
	// "Why?" Ode asked.
}

// Each text is split where a bar stands; the white space goes with it.
var cases = []string{
	"“I liked it.” — Ann Lee.| He left.",
	"“He said ‘no.’ ”| She left.",
	`"He said 'no?' "| She left.`,
	// Abbreviations and initials.
	"Mr. Ode left.| Mrs. Ode stayed.",
	"The U.S. State Department spoke.| It was brief.",
	"She lives at No. 10 now.| He said no.| Five left.",
	"On Jan. 3 the U.N. met.| It rose on Feb. 4.",
	"Gen. Fay and Lt. Col. Roe met at St. Anne.| They agreed.",
	"It was Lions vs. Bears.| Bears won.",
	"It opens at 9 a.m. and shuts.| It opens at 9 p.m. Monday.| It shuts at 5 p.m.| The end.",
	"J. K. Moss wrote it.| George W. Hill read it.",
	"J.K. Moss wrote it.| W. Hill read it.",
	"Ode Inc. said so.| Ode Inc. Chief Ann Roe left.",
	"He works for Ode Inc.| The firm is old.",
	"They met in Oxford, Miss.| “Women should decide for themselves, as they always have,” she said.",
	"He lives in the U.S.| \"Nobody I know wants to go back to how it was,\" he said.",
	"It is the U.S. “Deep Water” plan.| It failed.",
	"She met John Roe Jr.| Two of them left.| Ode Inc. Chief Ann Roe came.",
	"© Ode Times, LLC.| Click here.",
	"She spoke in the U.S.| The crowd left.",
	"She spoke in Washington, D.C.| But he did not.",
	"Hill, R-Ky., and Roe (D-Calif.) met.| They left.",
	"He holds a Ph.D. from Oslo.| She has a Ph.D.| Both teach.",
	"Fruit, e.g. Apples, i.e. Braeburns, sold.| It rose.",
	"They sold apples, pears, etc.| Nothing was left.",
	"John Roe Jr. Hall is old.| He met John Roe Jr.| He left.",
	"It fell in Sept.| The rest is known.",
	"See fig. 3 and p. 12.| Then go.",
	"The SEC.| The rest knew.| They met the SEC.|",
	"Sen. Roe met then-Gov. Hill.| Hill left.",
	"Vitamin C.| He took vitamin C.| It helped.",
	"GEN. ROE LEFT.| HE WAS OLD.",
	"It cost approx. 40 pounds.| It was cheap.",
	"They met Prof. Dr. Ode on Main St.| She left.",
	"The No. 1 rule: wait.| No.| Go.",

	// Figures.
	"It rose by 3.5 percent.| It fell by 5.| The rest rose.",
	"It rose by 5.| 40 men left in 2016.| 12 stayed.",
	"He hit .300 in May.| She hit .400.",
	"It cost $1.5bn.| $3 was left.",
	"1. The first.| 2. The second.",
	"A. The first.| B. The second.",
	"Version 2.0.1 is out.| Get it.",

	// Ellipses.
	"He paused ... and left.| She stayed.",
	"He paused…| She left.",
	"He paused...| Then left.",
	"“I ... I left,” he said.| She stayed.",
	"“I mean … I’m no saint,” he said.| She stayed.",
	"He went on . . . and on.| She left.",
	"He stopped....| She went on.",
	"It is in many places … [such as] Oslo.| She went on.",
	"“It was…” he said.| “It is.”",

	// Quotation marks.
	`"I left." |He said no more.`,
	`"I left." he said.| She stayed.`,
	`"Who left?" asked Roe.| "Me."`,
	`"Who left?" Roe asked.| "Me."`,
	`"Go now!" said Roe.| She went.`,
	`"Go now!" Gen. Ann Roe shouted.| She went.`,
	`"Who left?" |Roe said he did not know.`,
	`"Who left?" |He said he did not know.`,
	"“I left.”| “I stayed.”| ‘Why?’ he asked.",
	"“I left. |I came back.” |Roe stayed.",
	"‘I left.’| Roe stayed.",
	"'I left.'| Roe stayed.",
	"«I left.»| Roe stayed.| «Why?» Roe asked.",
	"He said “I left.“ |Roe stayed.",
	`He said "I left. " |Roe stayed.`,
	"He said “ I left . ” |Roe stayed .",
	`He came. |"she left," he said.`,
	`He came.| "'I left,' she told me," he said.`,
	`It was "frozen".| Roe left.`,
	`A "Why?" and a "How?" were heard.| Roe left.`,
	"“We won!”—and they had.| Roe left.",
	`Is it a "plan"?| Roe left.`,
	"He called it ‘a mess.’| “Why?”",

	// Brackets.
	"He left (at 5 p.m.).| She stayed.",
	"He left.| (She stayed.)| All was well.",
	"He (“really!”) left.| She stayed.",
	"He left.| [She] stayed.",
	"He left.[2]| She stayed.",
	"He left (really?) and came.| She stayed.",

	// Missing spaces, addresses, names.
	"The war ended.|Then he left.",
	"The war ended.”|Then he left.",
	"Is it over?|Then leave.",
	"It began in 2007.|Then it ended.",
	"See example.com or ode@example.Org now.| Then go.",
	"The U.S.-led force left.| ASP.NET stayed.",
	"He sold an iPhone.| iPads came later.",
	"The fight went on.| al-Ode said so.",
	"Yahoo! News wrote it.| Yahoo! said so.",
	"He read file.Name.txt at /a.B/c.Then it crashed.",

	// Lines, blanks, dashes.
	"He left\nthe room.| She\r\nstayed.",
	"He left\n\n|She stayed",
	"He left.| — Roe",
	"  He left.|   She stayed.  ",
	"No stop at all",
	"What?!| No!!!| Go…",
	"彼は来た。|彼女は去った。",
	"",
	" \n ",
	"...",
}

func TestSplit(t *testing.T) {
	for _, c := range cases {
		text := strings.ReplaceAll(c, "|", "")
		want := []string{}
		for s := range strings.SplitSeq(c, "|") {
			if s = strings.TrimSpace(s); s != "" {
				want = append(want, s)
			}
		}
		got := []string{}
		for _, s := range Split(text, claims.Span{End: len(text)}) {
			got = append(got, s.In(text))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Split(%q): -want +got\n%s", text, diff)
		}
	}
}

func TestSplitWithin(t *testing.T) {
	text := "One. Two. Three. Four."
	want := []claims.Span{{Start: 5, End: 9}, {Start: 10, End: 15}}
	if diff := cmp.Diff(want, Split(text, claims.Span{Start: 4, End: 15})); diff != "" {
		t.Errorf("within: -want +got\n%s", diff)
	}
	for _, within := range []claims.Span{{Start: -3, End: 99}, {Start: 90, End: 99}, {Start: 5, End: 2}, {Start: 0, End: -1}} {
		for _, s := range Split(text, within) {
			_ = s.In(text) // must not panic
		}
	}
}

// A scan that is not linear would not come back from these: a megabyte of what
// a look-ahead must pass over, and less of what it stops at.
func TestHostile(t *testing.T) {
	const long, short = 1 << 20, 1 << 16
	sizes := map[string]int{`"`: long, "(": long, "a ": long}
	for _, unit := range []string{
		`"`, "(", "a ", ".", "“", ". ", `."`, ".(", ".[1", "!", " ", "\n", "A.", "Mr. ", "?\" A", "\u200b", ".-",
	} {
		text := "A." + strings.Repeat(unit, max(sizes[unit], short)/len(unit))
		end := 0
		for _, s := range Split(text, claims.Span{End: len(text)}) {
			if s.Start < end || s.End <= s.Start {
				t.Fatalf("%q: span %v after %d", unit, s, end)
			}
			end = s.End
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, c := range cases {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		valid := utf8.ValidString(text)
		for _, s := range Split(text, claims.Span{End: len(text)}) {
			if s.Start < end || s.Len() <= 0 || s.End > len(text) {
				t.Fatalf("span %v after %d in %q", s, end, text)
			}
			if strings.TrimSpace(text[end:s.Start]) != "" && strings.Trim(text[end:s.Start], "\u200b\ufeff \t\n") == text[end:s.Start] {
				t.Fatalf("%q is in no sentence", text[end:s.Start])
			}
			if valid && !utf8.ValidString(s.In(text)) {
				t.Fatalf("span %v cuts a rune in %q", s, text)
			}
			end = s.End
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(`Mr. Ode told the U.S. envoy: "We left at 5 p.m. on Jan. 3." Nobody knew why. `, 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Split(text, claims.Span{End: len(text)})
	}
}
