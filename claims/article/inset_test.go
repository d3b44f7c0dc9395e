package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// TestInsets: in a line, "<" and ">" stand around what is set into it.
func TestInsets(t *testing.T) {
	for _, c := range []struct{ name, line string }{
		{"headline glued on", "Sen. Ann Lee< Ann Mary LeeTwo towns want one bridge Ferry to run later MORE> (R-Ohio) said the road was shut."},
		{"behind a title and a surname", "Mayor Lee< Ann Mary LeeMayor asks for time MORE> said the road was shut."},
		{"headline behind a blank", "Mayor Ann Lee< Ann Lee Lee: we need time MORE> said so."},
		{"nickname in brackets", "Rep. Bob Hale< Robert (Bob) James HaleHale opposes the toll MORE> said so."},
		{"initial", "Tom Hale< Tom R. HaleBridge vote put off MORE> resigned."},
		{"surname in two halves", "Gov. Jim McTarn< James (Jim) Owen McTarnMcTarn asks for time MORE> said so."},
		{"surname with a particle", "Mayor Bo de Hale< Robert de HaleThe town that waits MORE> said so."},
		{"surname of two names", "Ann Lee Hand< Ann Mary Lee HandTown in two minds MORE> said so."},
		{"glued on both sides", "Tom Tarnby<Thomas Owen TarnbyBridge vote put off MORE> resigned."},
		{"a figure glued on", "Ann Lee< Ann Lee2 towns want one bridge MORE> said so."},
		{"headline begins with the name", "Tom Hale< Thomas Owen HaleTom Hale denies he slept MORE> said so."},
		{"a junior", "Max Lee Jr.< Max Owen LeeBridge vote put off MORE> said so."},
		{"possessive behind it", "The plan is Mayor Lee< Ann Mary LeeMayor asks for time MORE>’s own."},
		{"no headline", "Ann Lee< Ann Mary LeeMORE> said so."},
		{"end of the line", "The town trusts Ann Lee< Ann Mary LeeMayor asks for time MORE>."},
		{"two in a line", "Ann Lee< Ann Mary LeeMayor asks for time MORE> and Tom Hale< Tom Owen HaleBridge vote put off MORE> agree."},
		{"repeats a word before the name", "Transport Secretary Ann Lee< Ann Mary LeeOvernight Transport: two bridges MORE> said so."},

		{"no end", "Sen. Ann Lee Ann Mary LeeTwo towns want one bridge (R-Ohio) said so."},
		{"the word in a sentence", "Ann Lee wants MORE than Tom Hale does."},
		{"no name again", "Ann Lee and Tom Hale asked for MORE time."},
		{"another sentence", "So said Lee. Ann Mary Lee wants MORE time."},
		{"a list", "They asked Lee, Ann Hale and Max Lee for MORE time."},
		{"a line in capitals", "THE TOWN BOARD ASKED THE TOWN FOR MORE TIME AND THE TOWN GAVE IT."},
		{"the end too far away", "Ann Lee Ann Mary LeeTwo towns. " + strings.Repeat("The road was shut. ", 60) + "MORE followed."},
	} {
		line := strings.NewReplacer("<", "", ">", "").Replace(c.line)
		got, at := "", 0
		for _, s := range insets(line, claims.Span{End: len(line)}) {
			got += line[at:s.Start] + "<" + s.In(line) + ">"
			at = s.End
		}
		if diff := cmp.Diff(c.line, got+line[at:]); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// TestPieces: a paragraph is parted at what is set into it.
func TestPieces(t *testing.T) {
	in := "Sen. Ann Lee Ann Mary LeeTwo towns want one bridge MORE (R-Ohio) backed Mayor Hale Tom HaleFerry to run MORE’s plan."
	want := []string{
		"paragraph: Sen. Ann Lee", "boilerplate: Ann Mary LeeTwo towns want one bridge MORE", "paragraph: (R-Ohio) backed Mayor Hale",
		"boilerplate: Tom HaleFerry to run MORE", "paragraph: ’s plan.",
	}
	if diff := cmp.Diff(want, kinds(one(t, "x.txt", in))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
