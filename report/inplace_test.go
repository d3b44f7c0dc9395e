package report_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/report"
)

// ferryText is an invented article with all that makes marks hard to set:
// content in content, content in several places, and speakers of several
// claims.
const ferryText = `Home
News

Ferry strike off, says Vale Lines

  • Crews “very relieved”

    A ferry in port: Ann Ray

Ira Moss, who leads the crews' union, said on Monday that the harbour office had told him “the tide tables are wrong”, and that nobody, he insisted, would sail.

Asked about the pay talks, Moss said: “We wait. Not a day longer.

“Then we strike.”

Vale Lines denied that crews were underpaid. The ferries carry 900 people a day.

Read more
`

// ferry is the article with its blocks and its claims, in no special order.
func ferry() (claims.Article, []claims.Claim) {
	a := claims.Article{ID: "ferry", Path: "vale/ferry.txt", Outlet: "Vale Echo", Title: "Ferry strike off, says Vale Lines", Date: "2031-06-03",
		URL: "https://echo.example/ferry", Byline: "Ann Ray", Text: ferryText}
	for _, b := range []struct {
		kind claims.BlockKind
		text string
	}{
		{claims.Boilerplate, "Home"}, {claims.Boilerplate, "News"}, {claims.Headline, "Ferry strike off, says Vale Lines"},
		{claims.Summary, "Crews “very relieved”"}, {claims.Caption, "A ferry in port: Ann Ray"},
		{claims.Paragraph, "Ira Moss, who leads the crews' union, said on Monday that the harbour office had told him “the tide tables are wrong”, " +
			"and that nobody, he insisted, would sail."},
		{claims.Paragraph, "Asked about the pay talks, Moss said: “We wait. Not a day longer."}, {claims.Paragraph, "“Then we strike.”"},
		{claims.Paragraph, "Vale Lines denied that crews were underpaid. The ferries carry 900 people a day."}, {claims.Boilerplate, "Read more"},
	} {
		a.Blocks = append(a.Blocks, claims.Block{Span: words(ferryText, b.text)[0], Kind: b.kind})
	}
	lines := &claims.Speaker{ID: "vale-lines", Name: "Vale Lines"}
	moss := &claims.Speaker{ID: "ira-moss", Name: "Ira Moss", Role: "leader", Affiliation: "crews' union", Party: "Crews"}
	office := &claims.Speaker{ID: "office", Name: "the harbour office"}
	part := func(c *claims.Claim, source, cue string) {
		c.Source, c.Cue = words(ferryText, source), words(ferryText, cue)
	}
	off := claim("f1", a, claims.Titled, lines, "Ferry strike off")
	part(&off, "Vale Lines", "says")
	relieved := claim("f2", a, claims.Titled, nil, "Crews “very relieved”")
	told := claim("f3", a, claims.Reported, moss, "the harbour office had told him “the tide tables are wrong”")
	part(&told, "Ira Moss, who leads the crews' union,", "said")
	wrong := claim("f4", a, claims.Direct, office, "the tide tables are wrong")
	part(&wrong, "the harbour office", "had told")
	nobody := claim("f5", a, claims.Reported, moss, "nobody", "would sail")
	part(&nobody, "he insisted", "insisted")
	nobody.Source, nobody.Date = words(ferryText, "he insisted"), "2031-06-02"
	nobody.Source[0].End = nobody.Source[0].Start + len("he")
	wait := claim("f6", a, claims.Direct, moss, "We wait. Not a day longer.", "Then we strike.")
	part(&wait, "Moss said:", "said:")
	wait.Source[0].End -= len(" said:")
	wait.Context = words(ferryText, "the pay talks")
	underpaid := claim("f7", a, claims.Reported, lines, "crews were underpaid")
	underpaid.Source, underpaid.Cue, underpaid.Stance = words(ferryText, "Vale Lines", "Vale Lines")[1:], words(ferryText, "denied"), claims.Denied
	carry := claim("f8", a, claims.Own, nil, "The ferries carry 900 people a day.")
	carry.Worth = 0.625
	lost := claims.Claim{ID: "f9", Article: a.ID, Outlet: a.Outlet, Kind: claims.Reported, Text: "the strike is over", Content: []claims.Span{{Start: 9000, End: 9010}}}
	return a, []claims.Claim{lost, carry, off, relieved, told, wrong, nobody, wait, underpaid}
}

// listAs lists claims in the format of that name.
func listAs(t testing.TB, format string, opt report.Options, articles []claims.Article, all []claims.Claim) string {
	t.Helper()
	l, err := report.ListerByName(format, opt)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := l.List(&b, articles, all); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldenInPlace(t *testing.T) {
	r := recorded(t)
	a, own := ferry()
	articles, all := append([]claims.Article{a}, r.Articles...), append(own, r.Claims...)
	for _, c := range []struct {
		file, format string
		opt          report.Options
	}{
		{"inplace.txt", "text", report.Options{}},
		{"inplace-narrow.txt", "text", report.Options{Width: 40}},
		{"inplace-color.txt", "text", report.Options{Color: true}},
		{"inplace.html", "html", report.Options{}},
	} {
		t.Run(c.file, func(t *testing.T) { golden(t, c.file, listAs(t, c.format, c.opt, articles, all)) })
	}
	for _, format := range []string{"text", "html"} {
		golden(t, "inplace-empty."+format+".golden", listAs(t, format, report.Options{}, nil, nil))
	}
}

// outline writes a strip with its marks as brackets: part and claims.
func outline(s report.Strip) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:", s.Kind)
	for _, p := range s.Pieces {
		var over []string
		for _, m := range p.Marks {
			over = append(over, fmt.Sprintf("%s%v", m.Part[:2], m.Claims))
		}
		if p.Layout || p.Joint {
			over = append(over, "layout")
		}
		fmt.Fprintf(&b, " %q", p.Text)
		if over != nil {
			b.WriteString(strings.Join(over, "/"))
		}
	}
	for _, n := range s.Notes {
		fmt.Fprintf(&b, " %d=%s", n.Number, n.ID)
	}
	return b.String()
}

func TestInPlace(t *testing.T) {
	a, own := ferry()
	s := report.InPlace([]claims.Article{a}, own)[0]
	var got []string
	for _, strip := range s.Strips {
		got = append(got, outline(strip))
	}
	want := []string{
		`boilerplate: "Home" " · "layout "News"`,
		`headline: "Ferry strike off"co[1] ", " "says"cu[1] " " "Vale Lines"so[1] 1=f1`,
		`summary: "• "layout "Crews “very relieved”"co[2] 2=f2`,
		`caption: "A ferry in port: Ann Ray"`,
		`paragraph: "Ira Moss, who leads the crews' union,"so[3] " " "said"cu[3] " on Monday that " ` +
			`"the harbour office"co[3]/so[4] " "co[3] "had told"co[3]/cu[4] " him “"co[3] "the tide tables are wrong"co[3]/co[4] "”"co[3] ", and that " ` +
			`"nobody"co[5] ", " "he"so[5] " " "insisted"cu[5] ", " "would sail"co[5] "." 3=f3 4=f4 5=f5`,
		`paragraph: "Asked about " "the pay talks"co[6] ", " "Moss"so[6] " " "said:"cu[6] " “" "We wait. Not a day longer."co[6] 6=f6`,
		`paragraph: "“" "Then we strike."co[6] "”"`,
		`paragraph: "Vale Lines"so[7] " " "denied"cu[7] " that " "crews were underpaid"co[7] ". " "The ferries carry 900 people a day."co[8] 7=f7 8=f8`,
		`boilerplate: "Read more"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("strips (-want +got):\n%s", diff)
	}
	if len(s.Lost) != 1 || s.Lost[0].ID != "f9" || s.Lost[0].Number != 9 || s.Claims() != 9 || len(s.Notes()) != 9 {
		t.Errorf("lost %v of %d claims", s.Lost, s.Claims())
	}
	var voices []string
	for _, v := range s.Voices {
		voices = append(voices, fmt.Sprint(v.Who(), v.Claims))
	}
	if diff := cmp.Diff([]string{"Ira Moss, leader, crews' union[3 5 6]", "Vale Lines[1 7]", "the harbour office[4]", "speaker not named[9]"}, voices); diff != "" {
		t.Errorf("voices (-want +got):\n%s", diff)
	}
}

// A source that several claims share is one mark with all their numbers.
func TestInPlaceShared(t *testing.T) {
	a := claims.Article{ID: "a", Text: "Lee said one and two."}
	var own []claims.Claim
	for _, w := range []string{"one", "two"} {
		c := claim(w, a, claims.Reported, nil, w)
		c.Source, c.Cue = words(a.Text, "Lee"), words(a.Text, "said")
		own = append(own, c)
	}
	got := outline(report.InPlace([]claims.Article{a}, own)[0].Strips[0])
	if want := `paragraph: "Lee"so[1 2] " " "said"cu[1 2] " " "one"co[1] " and " "two"co[2] "." 1=one 2=two`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Claims of an article that is not listed are shown, with their words.
func TestInPlaceStray(t *testing.T) {
	own := []claims.Claim{{ID: "1", Article: "gone", Outlet: "Post", Kind: claims.Own, Text: "It rained.", Content: []claims.Span{{Start: 0, End: 10}}}}
	for _, format := range []string{"text", "html"} {
		if out := listAs(t, format, report.Options{}, nil, own); !strings.Contains(out, "It rained.") || !strings.Contains(out, "Article not listed") {
			t.Errorf("%s: the claim is not shown in\n%s", format, out)
		}
	}
}

// No word of an article is left out, whatever its blocks.
func FuzzInPlace(f *testing.F) {
	f.Add(ferryText, []byte{0, 4, 5, 9, 11, 44}, []byte{11, 27, 200, 210, 3, 5})
	f.Add("a\u200b • b\n\n\u202e\n x\t\ty\xff", []byte{2, 6, 4, 5, 9, 30}, []byte{1, 4, 4, 5})
	f.Add(" \xbb", []byte("00"), []byte{1, 2})
	f.Add("\u200d", []byte("0"), []byte("0")) // the joiner of emoji, alone
	f.Fuzz(func(t *testing.T, text string, blocks, spans []byte) {
		a := claims.Article{ID: "a", Text: text}
		for _, s := range pairs(blocks) {
			a.Blocks = append(a.Blocks, claims.Block{Span: s, Kind: []claims.BlockKind{claims.Paragraph, claims.Caption, ""}[s.Start%3]})
		}
		all := pairs(spans)
		var own []claims.Claim
		for i := range all {
			own = append(own, claims.Claim{Article: "a", Kind: claims.Direct, Content: all[i:min(i+2, len(all))], Source: all[:i], Cue: all[i:]})
		}
		s := report.InPlace([]claims.Article{a}, own)[0]
		var shown strings.Builder
		for _, strip := range s.Strips {
			for _, p := range strip.Pieces {
				if !p.Joint {
					shown.WriteString(p.Text)
				}
			}
		}
		if got, want := visible(shown.String()), visible(text); utf8.ValidString(text) && got != want {
			t.Errorf("shown %q, want %q", got, want)
		}
		if s.Claims() != len(own) {
			t.Errorf("%d notes on %d claims", s.Claims(), len(own))
		}
		for _, format := range []string{"text", "html"} {
			checkCalm(t, format, listAs(t, format, report.Options{Width: 24}, []claims.Article{a}, own))
		}
	})
}

// pairs reads two bytes as a span.
func pairs(data []byte) []claims.Span {
	var out []claims.Span
	for i := 0; i+1 < min(len(data), 24); i += 2 {
		out = append(out, claims.Span{Start: int(data[i]), End: int(data[i+1])})
	}
	return out
}

// visible is text without spaces, marks and what cannot be seen.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me) {
			return -1
		}
		return r
	}, text)
}

// The words that are marked can be had without any format.
func ExampleInPlace() {
	text := "“It is over,” Lee said."
	s := report.InPlace([]claims.Article{{ID: "a", Text: text}}, []claims.Claim{{ID: "1", Article: "a", Kind: claims.Direct,
		Source: []claims.Span{{Start: 18, End: 21}}, Cue: []claims.Span{{Start: 22, End: 26}}, Content: []claims.Span{{Start: 3, End: 14}}}})
	for _, p := range s[0].Strips[0].Pieces {
		for _, m := range p.Marks {
			fmt.Println(m.Claims, m.Part, p.Text)
		}
	}
	// Output:
	// [1] content It is over,
	// [1] source Lee
	// [1] cue said
}

// On a terminal a line below the text draws the marks.
func ExampleListerByName() {
	text := "Lee said the bridge was open, and Kay denied it."
	span := func(word string) []claims.Span {
		at := strings.Index(text, word)
		return []claims.Span{{Start: at, End: at + len(word)}}
	}
	l, err := report.ListerByName("text", report.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	err = l.List(os.Stdout, []claims.Article{{ID: "a", Outlet: "Hill News", Text: text}}, []claims.Claim{{ID: "c1", Article: "a", Kind: claims.Reported,
		Speaker: &claims.Speaker{Name: "Lee"}, Source: span("Lee"), Cue: span("said"), Content: span("the bridge was open"), Text: "the bridge was open"}})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 claim in 1 article.
	//   source, cue, context, quoted, quoted in part, reported, headline, own voice
	//   ------  ^^^  :::::::  ======  ~=~=~=~=~=~=~=  ~~~~~~~~  ________  .........
	//   | menus and captions, not read for claims
	//
	// Hill News
	//   1 claim: 1 reported
	//   Lee: 1
	//
	//   Lee said the bridge was open, and Kay denied it.
	//   1-- 1^^^ 1~~~~~~~~~~~~~~~~~~
	//
	//     1 Lee | reported | c1
	//       the bridge was open
}
