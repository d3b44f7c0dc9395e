package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// TestKinds asks for the kind of one line in the middle of an article, or at
// its end.
func TestKinds(t *testing.T) {
	para := "The council met on Monday and voted to keep the old bridge open until the spring."
	article := func(line string) string {
		return strings.Join([]string{"Bridge stays open until spring", para, para, line, para, para, para, para}, "\n\n")
	}
	for _, c := range []struct {
		kind claims.BlockKind
		line string
	}{
		{claims.Boilerplate, "ADVERTISEMENT"},
		{claims.Boilerplate, "Story continues below"},
		{claims.Boilerplate, "Follow Ann Brown on Twitter"},
		{claims.Boilerplate, "Sign up for our newsletter"},
		{claims.Boilerplate, "READ MORE: Why the tower was sold"},
		{claims.Boilerplate, "Share this"},
		{claims.Boilerplate, "MAYOR OF TARN ASKS FOR NEW VOTE ON BRIDGE"},
		{claims.Boilerplate, "Related:Why the tower was sold"},
		{claims.Boilerplate, "( PHOTOS: Ten old bridges)"},
		{claims.Boilerplate, "bridge-in-winter_2.jpg"},
		{claims.Boilerplate, "https://post.example/bridge"},
		{claims.Boilerplate, `{"slot":"mpu","size":[300,250]}`},
		{claims.Boilerplate, "* * *"},
		{claims.Boilerplate, "€2,700"},
		{claims.Boilerplate, "Ann Brown and Bo Grey contributed to this report."},
		{claims.Boilerplate, "Inspectors are to be sent this week Read more"},
		{claims.Caption, "Image copyright Getty Images"},
		{claims.Caption, "Media caption The mayor speaks to the crowd"},
		{claims.Caption, "The bridge on Monday (Photo: Ann Brown, Tarn Post)"},
		{claims.Caption, "The bridge on Monday: Getty"},
		{claims.Caption, "The mayor (pictured) said the bridge was 'sound'"},
		{claims.Caption, "FILE PHOTO: The bridge in winter. REUTERS/Ann Brown"},
		{claims.Caption, "The bridge needs repairs. Photograph: Ann Brown/Tarn Post"},
		{claims.Caption, "The mayor on the bridge in May. (Tarn Post photo: Ann Brown)"},
		{claims.Summary, "What happens next"},

		// Body text that has something of the above.
		{claims.Paragraph, "The mayor (pictured), who is 45, said that the bridge was sound."},
		{claims.Paragraph, "“Sign up for our newsletter,” the mayor told the crowd."},
		{claims.Paragraph, "Sign up for the vote by Friday, the mayor said, or lose your say."},
		{claims.Paragraph, "The report by Reuters was denied by the council on Tuesday."},
		{claims.Paragraph, "The letter was first shown to AP."},
		{claims.Paragraph, "He did."},
		{claims.Paragraph, "“No.”"},
		{claims.Paragraph, "Advertisement for the new bridge will cost the town a million, by one estimate."},
		{claims.Paragraph, "The mayor said:"},
		{claims.Paragraph, "“NO, NO, NO!” SHE SAID. Then she left the room."},
		{claims.Paragraph, "The phone call came a day after the minister named the bridge as one of the reasons for the delay"},
	} {
		a := one(t, "x.txt", article(c.line))
		found := false
		for _, b := range a.Blocks {
			if s := b.In(a.Text); s == c.line || strings.Contains(c.line, s) && len(s) > len(c.line)-4 {
				found = true
				if b.Kind != c.kind {
					t.Errorf("%q is %s, want %s", c.line, b.Kind, c.kind)
				}
			}
		}
		if !found {
			t.Errorf("%q is no block of %q", c.line, kinds(a))
		}
	}
}

func TestHead(t *testing.T) {
	para := "The council met on Monday and voted to keep the old bridge open until the spring."
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"paragraph alone", para, []string{"paragraph: " + para}},
		{"no headline", para + "\n" + para, []string{"paragraph: " + para, "paragraph: " + para}},
		{"two words", "Bridge stays\n\n" + para, []string{"headline: Bridge stays", "paragraph: " + para}},
		{"section above", "World news\nBridge stays open\n\n" + para, []string{"boilerplate: World news", "headline: Bridge stays open", "paragraph: " + para}},
		{"unknown section above", "Waterways\nBridge stays open\n\n" + para, []string{"boilerplate: Waterways", "headline: Bridge stays open", "paragraph: " + para}},
		{"bare name below", "Bridge stays open\nAnn van der Brown\n" + para, []string{"headline: Bridge stays open", "boilerplate: Ann van der Brown", "paragraph: " + para}},
		{"question", "Will the bridge stay open?\n" + para, []string{"headline: Will the bridge stay open?", "paragraph: " + para}},
		{"dateline first", "TARN — " + para, []string{"paragraph: TARN — " + para}},
		{"only one line", "Bridge stays open until spring", []string{"paragraph: Bridge stays open until spring"}},
		{"list of lines", "A poem\nof lines\nthat never end\nas sentences do\nand go on", []string{"headline: A poem", "paragraph: of lines", "paragraph: that never end", "paragraph: as sentences do", "paragraph: and go on"}},
		{"glued end", "Bridge stays open\n" + para + "Comments", []string{"headline: Bridge stays open", "paragraph: " + para}},
	} {
		if diff := cmp.Diff(c.want, kinds(one(t, "x.txt", c.in))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func TestLineEnds(t *testing.T) {
	a := one(t, "x.txt", "One line is here.\r\nTwo lines are here.\rThree are.\u0085Four are.\u2028Five are.\u2029\u00a0\u200bSix are.\u00a0\n\n\n")
	want := []string{"One line is here.", "Two lines are here.", "Three are.", "Four are.", "Five are.", "Six are."}
	var got []string
	for _, b := range a.Blocks {
		got = append(got, b.In(a.Text))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
