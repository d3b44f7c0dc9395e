package article

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRunInCaption(t *testing.T) {
	const para = "The council voted on Monday to keep the old bridge open until the spring."
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Lee at the bridge. | Getty Bridge stays open " + para, []string{"headline: Bridge stays open", "caption: Lee at the bridge. | Getty", "boilerplate: Bridge stays open", "paragraph: " + para}},
		{"Lee at the bridge. | Bo Hale/AFP/Getty Images Bridge stays open " + para, []string{"headline: Bridge stays open", "caption: Lee at the bridge. | Bo Hale/AFP/Getty Images", "boilerplate: Bridge stays open", "paragraph: " + para}},
		{"“It holds,” Lee said. | AP Photo/Bo Hale, File towns Bridge stays open " + para, []string{"headline: Bridge stays open", "caption: “It holds,” Lee said. | AP Photo/Bo Hale, File", "boilerplate: towns", "boilerplate: Bridge stays open", "paragraph: " + para}},
		{"Lee at the bridge. | Bo Hale for the Ferry via AP " + para, []string{"headline: Bridge stays open", "paragraph: Lee at the bridge. | Bo Hale for the Ferry via AP " + para}}, // no name we know
		{"The bridge | Reuters staff say it holds. " + para, []string{"headline: Bridge stays open", "paragraph: The bridge | Reuters staff say it holds. " + para}},
		{"Old towers | Facebook opens a house in Tarn | Ferry runs late. " + para, []string{"headline: Bridge stays open", "paragraph: Old towers | Facebook opens a house in Tarn | Ferry runs late. " + para}},
		{"Lee at the bridge. Bo Hale | AFP | Getty Images", []string{"headline: Bridge stays open", "caption: Lee at the bridge. Bo Hale | AFP | Getty Images"}},
	} {
		want := append(c.want, "paragraph: "+para)
		if diff := cmp.Diff(want, kinds(one(t, "x.txt", "Bridge stays open\n\n"+c.in+"\n\n"+para))); diff != "" {
			t.Errorf("%q: -want +got\n%s", c.in, diff)
		}
	}
}
