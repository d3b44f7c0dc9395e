package entity

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

func ExampleParse() {
	text := "the Kremlin's chief spokesman, Dmitry Peskov"
	m := Parse(text, claims.Span{End: len(text)})
	fmt.Printf("%s; %s; %s\n", m.Name, m.Role, m.Affiliation)
	// Output: Dmitry Peskov; chief spokesman; Kremlin
}

func TestParse(t *testing.T) {
	type got struct {
		Form                    Form
		Name, Role, Affiliation string
		Gender                  Gender
	}
	for text, want := range map[string]got{
		"Peskov":                          {Named, "Peskov", "", "", Unknown},
		"Mr Peskov":                       {Named, "Peskov", "", "", Male},
		"Mrs. Hale":                       {Named, "Hale", "", "", Female},
		"Mary Hale":                       {Named, "Mary Hale", "", "", Female},
		"Kremlin spokesman Dmitry Peskov": {Named, "Dmitry Peskov", "spokesman", "Kremlin", Male},
		"U.S. Treasury Department spokesman Tom Hale":    {Named, "Tom Hale", "spokesman", "U.S. Treasury Department", Male},
		"Deputy Foreign Minister Sergei Ryabkov":         {Named, "Sergei Ryabkov", "Deputy Foreign Minister", "", Male},
		"Russian president’s press secretary Ivan Lee":   {Named, "Ivan Lee", "press secretary", "Russian president", Male},
		"John Kirby, a State Department spokesman":       {Named, "John Kirby", "spokesman", "State Department", Male},
		"Hugh Hill, a doctor,":                           {Named, "Hugh Hill", "doctor", "", Male},
		"The mayor, Ann Lee":                             {Named, "Ann Lee", "mayor", "", Female},
		"The senator for Arizona":                        {Description, "senator for Arizona", "senator", "Arizona", Unknown},
		"a deckhand for 14 years":                        {Description, "deckhand for 14 years", "deckhand", "", Unknown},
		"the Kremlin":                                    {Group, "Kremlin", "", "", Unknown},
		"the CIA and FBI":                                {Group, "CIA and FBI", "", "", Unknown},
		"analysts":                                       {Description, "analysts", "analysts", "", Unknown},
		"he":                                             {Pronoun, "", "", "", Male},
		"Captain Josef “Joss” Tallow":                    {Named, "Josef “Joss” Tallow", "Captain", "", Male},
		"The ministry's Ann Lee":                         {Named, "Ann Lee", "", "ministry", Female},
		"Four weeks ago Dmitry Peskov":                   {Named, "Dmitry Peskov", "", "", Male},
		"Rep. Michael Hale, R-Texas,":                    {Named, "Michael Hale", "Rep", "Texas", Male},
		"Gov. Paul Rook (R)":                             {Named, "Paul Rook", "Gov", "", Male},
		"Sen. Ann Lee (D-N.Y.)":                          {Named, "Ann Lee", "Sen", "New York", Female},
		"George T. Conroy III, a lawyer":                 {Named, "George T. Conroy III", "lawyer", "", Male},
		"Martin Hale Jr.":                                {Named, "Martin Hale Jr.", "", "", Male},
		"Bill de Groot":                                  {Named, "Bill de Groot", "", "", Male},
		"J. K. Marsh":                                    {Named, "J. K. Marsh", "", "", Unknown},
		"Nora O'Hara-Lund, a tram historian":             {Named, "Nora O'Hara-Lund", "tram historian", "", Female},
		"the Democratic leader of the Senate, Ann Lee":   {Named, "Ann Lee", "leader", "Senate", Female},
		"Pentagon spokesman Col. Max Hand":               {Named, "Max Hand", "spokesman", "Pentagon", Male},
		"Chief Inspector Ann Lee":                        {Named, "Ann Lee", "Chief Inspector", "", Female},
		"Ann Lee, head librarian":                        {Named, "Ann Lee", "head librarian", "", Female},
		"a spokeswoman for Speaker Paul Hale":            {Description, "spokeswoman for Speaker Paul Hale", "spokeswoman", "Paul Hale", Female},
		"Ruth Dale, director of ports for the Elm Fund":  {Named, "Ruth Dale", "director", "Elm Fund", Female},
		"White House director of ferry affairs Max Hand": {Named, "Max Hand", "director", "White House", Male},
		"Ann Lee of the Elm Institute":                   {Named, "Ann Lee", "", "Elm Institute", Female},
		"a close friend of the president":                {Description, "close friend of the president", "", "", Unknown},
		"the Texas Republican":                           {Description, "Texas Republican", "", "Texas", Unknown},
		"the South Carolina Republican":                  {Description, "South Carolina Republican", "", "South Carolina", Unknown},
		"New York Democrat":                              {Description, "New York Democrat", "", "New York", Unknown},
		"press secretary Rear Adm. Max Hand":             {Named, "Max Hand", "press secretary", "", Male},
		"Rep.-elect Ann Lee":                             {Named, "Ann Lee", "Rep", "", Female},
		"Climate activist Max Hand":                      {Named, "Max Hand", "Climate activist", "", Male},
		"Enter Ms. Lund":                                 {Named, "Lund", "", "", Female},
		"The owner, Elm Storage Inc.,":                   {Group, "Elm Storage Inc", "owner", "", Unknown},
		"the tower's owner, the Bank of Elm":             {Group, "Bank of Elm", "owner", "", Unknown},
		"The firm, Hale & Sons Ltd":                      {Group, "Hale & Sons Ltd", "", "", Unknown},
		"The minister, the Elm Party":                    {Description, "minister", "minister", "", Unknown},
		"The spokesman, Elm Storage Inc.":                {Description, "spokesman", "spokesman", "", Male},
		"The builder, Ann Lee":                           {Named, "Ann Lee", "", "", Female},
		"A crowd, led by Ann Lee":                        {Group, "crowd", "", "", Unknown},
		"Ann Lee of the tenants' league":                 {Named, "Ann Lee", "", "tenants' league", Female},
		"Ann Lee of the tenants’ league, a baker":        {Named, "Ann Lee", "baker", "tenants’ league", Female},
		"Ann Lee, of the Elm Institute":                  {Named, "Ann Lee", "", "Elm Institute", Female},
		"Ann Lee from the Elm Institute":                 {Named, "Ann Lee", "", "Elm Institute", Female},
		"the Herald News' Ann Lee":                       {Named, "Ann Lee", "", "Herald News", Female},
		"Chris 'Kit' Lee":                                {Named, "Chris 'Kit' Lee", "", "", Unknown},
		"Rep. Ann Judge":                                 {Named, "Ann Judge", "Rep", "", Female},
		"Republican":                                     {Group, "Republicans", "", "", Unknown},
		"a Democratic":                                   {Group, "Democrats", "", "", Unknown},
		"a Republican":                                   {Description, "Republican", "", "", Unknown},
		"Russian":                                        {Group, "Russia", "", "", Unknown},
		"a fellow Republican":                            {Description, "fellow Republican", "fellow", "", Unknown},
		"veteran Democratic donor Max Hand":              {Named, "Max Hand", "", "", Male},
		"they'd":                                         {Pronoun, "", "", "", Unknown},
		"Vice President Max Hand at a campaign event Wednesday in Elm": {Named, "Max Hand", "Vice President", "", Male},
		"Ruth Hand, a deckhand for 14 years and the union's voice":     {Named, "Ruth Hand", "deckhand", "", Female},
		"2008 Republican nominee Max Hand":                             {Named, "Max Hand", "nominee", "Republican", Male},
		"presumptive Republican nominee Max Hand":                      {Named, "Max Hand", "nominee", "Republican", Male},
		"Ohio Republican Sen. Max Hand":                                {Named, "Max Hand", "Sen", "Ohio", Male},
		"P.M. President Max Hand":                                      {Named, "Max Hand", "President", "", Male},
		"Will President Max Hand":                                      {Named, "Max Hand", "President", "", Male},
		"Librarian of Congress Ann Lee":                                {Named, "Ann Lee", "Librarian", "Congress", Female},
		"Elm Council -- which runs the ferry":                          {Group, "Elm Council", "", "", Unknown},
		"only 13%":                                                     {Description, "only 13%", "", "", Unknown},
		"two people familiar with the matter":                          {Description, "two people familiar with the matter", "", "", Unknown},
	} {
		m := Parse(text, claims.Span{End: len(text)})
		if diff := cmp.Diff(want, got{m.Form, m.Name, m.Role, m.Affiliation, m.Gender}); diff != "" {
			t.Errorf("Parse(%q): -want +got\n%s", text, diff)
		}
	}
}

// paragraph makes an article of one paragraph.
func paragraph(text string) claims.Article {
	return claims.Article{ID: "a_1", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
}

func TestRoster(t *testing.T) {
	a := paragraph("Senator John Hale met Mrs Hale and Kremlin spokesman Dmitry Peskov. John Kirby, the State Department's spokesman, was late.")
	r := NewRoster(a)
	end := len(a.Text)
	for phrase, want := range map[string]string{
		"Mr Hale": "John Hale", "Mrs Hale": "Hale", "Peskov": "Dmitry Peskov", "the Kremlin's spokesman": "Dmitry Peskov",
		"the State Department spokesman": "John Kirby", "the senator": "John Hale", "officials": "officials", "Moscow": "Moscow",
	} {
		a.Text += "\n" + phrase
		m := Parse(a.Text, claims.Span{Start: len(a.Text) - len(phrase), End: len(a.Text)})
		if got := r.Speaker(m, nil); got == nil || got.Name != want {
			t.Errorf("%q is %+v, want %s", phrase, got, want)
		}
	}
	peskov := r.Speaker(Parse(a.Text[:end], claims.Span{Start: 35, End: 66}), nil)
	if peskov.Party != "Russia" {
		t.Errorf("party of %+v: want Russia", peskov)
	}
	lady := r.Speaker(Mention{Form: Named, Name: "Hale", Gender: Female, Span: claims.Span{Start: end, End: end}}, nil)
	if got := r.Speaker(PronounMention("he"), []*claims.Speaker{lady, peskov}); got != peskov {
		t.Errorf("he is %+v, want the man", got)
	}
}

// TestWho reads an article's people and asks whom phrases at its end mean.
func TestWho(t *testing.T) {
	for _, c := range []struct{ name, text, phrase, want, role, affiliation, party string }{
		{"suffix", "Max Hand Jr., a baker, met President Hand.", "Mr. Hand", "Hand", "President", "", ""},
		{"by label", "Rep. Ann Lee, R-Texas, was late. Rep. Max Hand, D-Ohio, was not.", "the Texas Republican", "Ann Lee", "Rep", "Texas", ""},
		{"name behind a description", "The club's treasurer, Ann Lee, was late.", "the treasurer", "Ann Lee", "treasurer", "club", ""},
		{"family name first", "North Korean leader Kim Jong Un met Moon Jae-in.", "Kim", "Kim Jong Un", "leader", "North Korean", "North Korea"},
		{"nickname", "Captain Joseph “Joss” Tallow was late.", "Joss Tallow", "Joseph “Joss” Tallow", "Captain", "", ""},
		{"particle", "Chris Van Holt was late.", "Mr. Van Holt", "Chris Van Holt", "", "", ""},
		{"source taken up", "", "a source with knowledge of the talks", "source with knowledge of the talks", "", "", ""},
		{"president at home", "President Ann Lee spoke at the White House.", "Ms. Lee", "Ann Lee", "President", "", "United States"},
		{"prime minister abroad", "Prime Minister Max Hand spoke at the White House.", "Mr. Hand", "Max Hand", "Prime Minister", "", ""},
		{"spokesman of a person", "Mayor Ann Lee was late. Lee spokesman Max Hand was not.", "Hand", "Max Hand", "spokesman", "Lee", "Ann Lee"},
		{"ambassador", "U.N. Ambassador Ann Lee spoke at the White House.", "Lee", "Ann Lee", "Ambassador", "U.N.", "United States"},
		{"several", "Senator Ann Lee met Max Hand.", "Lee and Hand", "Ann Lee and Max Hand", "", "", ""},
		{"former", "Former Kremlin spokesman Ivan Petrov was late.", "Petrov", "Ivan Petrov", "Former spokesman", "Kremlin", ""},
		{"body by acronym", "", "the F.B.I.", "Federal Bureau of Investigation", "", "", "Federal Bureau of Investigation"},
		{"campaign", "", "the Romley campaign", "Romley campaign", "", "", "Romley campaign"},
		{"firm by its first word", "Elm Pharma closed its mill.", "Elm", "Elm", "", "", "Elm"},
		{"firm by its people", "Tens of Brack employees were late.", "Brack", "Brack", "", "", "Brack"},
		{"no firm", "Mayor Ann Elm was late. Elm Pharma closed its mill.", "Elm", "Ann Elm", "Mayor", "", ""},
		{"no firm by its founder", "The Corbould Foundation closed its mill.", "Corbould", "Corbould", "", "", ""},
		{"no firm by its university", "Elm University closed its mill.", "Elm", "Elm", "", "", ""},
		{"a surname and a colour", "The brown dog was late.", "Brown", "Brown", "", "", ""},
		{"a surname behind a small word", "The banks were late, but Banks was not.", "Banks", "Banks", "", "", ""},
		{"common noun", "The town has employers.", "Employers", "employers", "", "", ""},
		{"state", "", "Ohio", "Ohio", "", "", "Ohio"},
		{"one of several", "", "one", "one", "", "", ""},
		{"one of a party", "", "another Republican", "another Republican", "", "", ""},
		{"one of a party, at the head", "", "Another Republican", "Another Republican", "", "", ""},
		{"one counted", "", "One Democrat", "One Democrat", "", "", ""},
		{"a people in a poll", "", "Americans", "Americans", "", "", ""},
		{"a town is nobody's spokesman", "Boston lawyer Ann Lee was late.", "Lee", "Ann Lee", "lawyer", "Boston", ""},
	} {
		a := paragraph(c.text + "\n" + c.phrase)
		a.Blocks[0].End = len(c.text)
		r := NewRoster(a)
		got := r.Speaker(r.Parse(a.Text, claims.Span{Start: len(c.text) + 1, End: len(a.Text)}), nil)
		if got == nil {
			t.Errorf("%s: nobody", c.name)
			continue
		}
		want := claims.Speaker{ID: got.ID, Name: c.want, Role: c.role, Affiliation: c.affiliation, Party: c.party}
		if diff := cmp.Diff(want, *got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// TestParty: whoever speaks for one side has one party.
func TestParty(t *testing.T) {
	for party, phrases := range map[string][]string{
		"Russia":           {"the Kremlin", "Russia", "Moscow", "the Russian government", "Russia's foreign ministry", "Kremlin spokesman Dmitry Lund"},
		"Britain":          {"Downing Street", "No 10", "the UK", "London", "the Foreign Office", "UK Prime Minister Ann Lee"},
		"United States":    {"the White House", "the State Department", "the Pentagon", "Washington", "the U.S.", "State Department spokesman Max Hand", "US officials"},
		"China":            {"Beijing", "China", "the Chinese foreign ministry"},
		"France":           {"the Élysée", "Paris"},
		"European Union":   {"Brussels", "the EU", "the European Commission"},
		"NATO":             {"NATO", "NATO Secretary-General Ann Lee"},
		"Trump campaign":   {"the Trump campaign", "Trump campaign spokesman Max Hand", "Trump's campaign"},
		"Republican Party": {"Republicans", "the GOP", "the Republican National Committee", "RNC spokesman Max Hand", "House Republicans"},
		"Elm Bank":         {"Elm Bank", "Elm Bank spokesman Max Hand"},
		"":                 {"Max Hand", "Senator Ann Lee", "analysts", "the company", "Judge Ann Lee", "former US ambassador Max Hand"},
	} {
		for _, phrase := range phrases {
			a := paragraph(phrase)
			r := NewRoster(a)
			if got := r.Speaker(r.Parse(a.Text, claims.Span{End: len(a.Text)}), nil); got == nil || got.Party != party {
				t.Errorf("%q is %+v; want party %q", phrase, got, party)
			}
		}
	}
}

// TestAnaphora: "the source", "one of them" and "his lawyer" take up somebody.
func TestAnaphora(t *testing.T) {
	a := paragraph("Max Hand")
	r := NewRoster(a)
	say := func(phrase string, before ...*claims.Speaker) *claims.Speaker {
		a.Text += "\n" + phrase
		return r.Speaker(r.Parse(a.Text, claims.Span{Start: len(a.Text) - len(phrase), End: len(a.Text)}), before)
	}
	source := say("a source with knowledge of the talks")
	if got := say("the source"); got != source {
		t.Errorf("the source is %+v", got)
	}
	officials := say("three senior ferry officials")
	if got := say("one of them", officials); got == nil || got.Name != "one of three senior ferry officials" {
		t.Errorf("one of them is %+v", got)
	}
	if got := say("they", officials); got != officials {
		t.Errorf("they are %+v", got)
	}
	hand := say("Max Hand")
	if got := say("his lawyer", hand); got == nil || got.Name != "Max Hand's lawyer" || got.Affiliation != "Max Hand" {
		t.Errorf("his lawyer is %+v", got)
	}
	office := say("Max Hand's office")
	for _, phrase := range []string{"his office", "His office"} {
		if got := say(phrase, hand); got != office || got.Party != "Max Hand" {
			t.Errorf("%s is %+v, want %+v", phrase, got, office)
		}
	}
	if got := say("Its office", hand); got == nil || got.Name != "Its office" {
		t.Errorf("its office is %+v, and no man's", got)
	}
	firm := say("the owner, Elm Storage Inc.")
	if got := say("The owner"); got != firm || got.Role != "owner" {
		t.Errorf("the owner is %+v, want %+v", got, firm)
	}
	if got := say("she", hand); got != nil {
		t.Errorf("she is %+v, want nobody", got)
	}
}

// TestSame tells spellings of one name from names of two people.
func TestSame(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Dmitry Peskov", "Dmitri Peskov", true}, {"Robert Hale", "Bob Hale", true}, {"A. Barry Rand", "Barry Rand", true},
		{"Michael R. Hale", "Mike Hale", true}, {"John Hale", "Joan Hale", false}, {"Max Hale", "Tom Hale", false},
		{"Bernard Hale Jr.", "Bernard Hale", false}, {"Marina Hale", "Martina Hale", false}, {"Mohammed Sadr", "Muhammad Sadr", true},
		{"Chris Van Holt", "Van Holt", true}, {"Kim Jong Un", "Kim Jong Il", false}, {"Ann Hale", "Anna Hale", false},
	} {
		p, q := g.newIdentity(claims.Speaker{Name: c.a}), g.newIdentity(claims.Speaker{Name: c.b})
		if got := g.same(p, q); got != c.want {
			t.Errorf("same(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestUnify(t *testing.T) {
	speak := func(id, name, role, affiliation, party string) claims.Claim {
		return claims.Claim{Speaker: &claims.Speaker{ID: id, Name: name, Role: role, Affiliation: affiliation, Party: party}}
	}
	list := []claims.Claim{
		speak("person:dmitry-peskov", "Dmitry Peskov", "spokesman", "Kremlin", "Russia"),
		speak("person:dmitry-peskov", "Dmitry Peskov", "", "", ""),
		speak("person:dmitri-peskov", "Dmitri Peskov", "spokesman", "Russian government", "Russia"),
		speak("person:peskov", "Peskov", "", "", ""),
		speak("unnamed:kremlin-spokesman@a_2", "Kremlin spokesman", "spokesman", "Kremlin", "Russia"),
		speak("unnamed:spokesman@a_2", "spokesman", "spokesman", "", ""),
		speak("person:bill-clinton", "Bill Clinton", "", "", ""),
		speak("person:hillary-clinton", "Hillary Clinton", "", "", ""),
		speak("person:clinton", "Clinton", "", "", ""),
		speak("group:kremlin", "Kremlin", "", "", "Russia"),
	}
	want := []string{"person:dmitry-peskov", "person:dmitry-peskov", "person:dmitry-peskov", "person:dmitry-peskov", "person:dmitry-peskov",
		"unnamed:spokesman@a_2", "person:bill-clinton", "person:hillary-clinton", "person:clinton", "group:kremlin"}
	list = append(list,
		speak("person:j-lee", "Jane Lee", "", "", "Jane Lee"), speak("person:max-hand", "Max Hand", "spokesman", "Jane Lee", "Jane Lee"),
		speak("person:jane-q-lee", "Jane Q. Lee", "mayor", "", ""))
	want = append(want, "person:j-lee", "person:max-hand", "person:j-lee")
	Unify(list, nil)
	var got []string
	for _, c := range list {
		got = append(got, c.Speaker.ID)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if list[3].Speaker.Affiliation == "" || list[3].Speaker.Party != "Russia" {
		t.Errorf("a bare surname gets role and party of its person, got %+v", list[3].Speaker)
	}
}

// TestUnifySlip: what one line of a page makes of somebody in many claims is no post.
func TestUnifySlip(t *testing.T) {
	var list []claims.Claim
	for i := range 60 {
		s := claims.Speaker{ID: "person:ann-lee", Name: "Ann Lee", Role: "mayor"}
		if i == 0 {
			s.Affiliation = "Related Links"
		}
		list = append(list, claims.Claim{Article: fmt.Sprint(i), Speaker: &s})
	}
	Unify(list, nil)
	if got := list[9].Speaker.Affiliation; got != "" {
		t.Errorf("got %q", got)
	}
}

// manyNames is an article of n people of one surname and role, and of as many
// descriptions of them.
func manyNames(n int) claims.Article {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Mayor %c%c%c Hale and the mayor met Hale. ", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	return paragraph(b.String())
}

// TestManyNames: the work on an article that is a list of names is linear; a
// quadratic one takes minutes here.
func TestManyNames(t *testing.T) {
	a := manyNames(15_000)
	r := NewRoster(a)
	for i := range 15_000 {
		r.Speaker(Mention{Form: Description, Role: "mayor", Name: "mayor", definite: true, Span: claims.Span{Start: i * 30, End: i*30 + 5}}, nil)
		r.Speaker(Mention{Form: Named, Name: "Hale", Span: claims.Span{Start: i * 30, End: i*30 + 4}}, nil)
	}
}

func BenchmarkNewRoster(b *testing.B) {
	text := strings.Repeat("Kremlin spokesman Dmitry Peskov met Rep. Ann Lee, R-Texas, who was late, at the White House on Tuesday. “It was good,” "+
		"the spokesman said. A source with knowledge of the talks said that nothing had been decided, but that the two would meet again. ", 20)
	a := paragraph(text)
	words := [][]word.Word{word.Split(text, 0)}
	b.Run("with words", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			Default().Roster(a, words)
		}
	})
	b.Run("without", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			NewRoster(a)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("Kremlin spokesman Dmitry “D” Peskov, a ’ man")
	f.Add("U.S. , of for the president of")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		m := Parse(s, claims.Span{End: len(s)})
		if !utf8.ValidString(m.Name + m.Role + m.Affiliation) {
			t.Fatalf("invalid UTF-8 in %+v", m)
		}
		r := NewRoster(paragraph(s))
		r.Speaker(r.Parse(s, claims.Span{End: len(s)}), nil)
	})
}
