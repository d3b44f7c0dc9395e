package entity

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
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
		"U.S. Treasury Department spokesman Tom Hale":  {Named, "Tom Hale", "spokesman", "U.S. Treasury Department", Male},
		"Deputy Foreign Minister Sergei Ryabkov":       {Named, "Sergei Ryabkov", "Deputy Foreign Minister", "", Male},
		"Russian president’s press secretary Ivan Lee": {Named, "Ivan Lee", "press secretary", "Russian president", Male},
		"John Kirby, a State Department spokesman":     {Named, "John Kirby", "spokesman", "State Department", Male},
		"Hugh Hill, a doctor,":                         {Named, "Hugh Hill", "doctor", "", Male},
		"The mayor, Ann Lee":                           {Named, "Ann Lee", "mayor", "", Female},
		"The senator for Arizona":                      {Description, "senator for Arizona", "senator", "Arizona", Unknown},
		"a deckhand for 14 years":                      {Description, "deckhand for 14 years", "deckhand", "", Unknown},
		"the Kremlin":                                  {Group, "Kremlin", "", "", Unknown},
		"the CIA and FBI":                              {Group, "CIA and FBI", "", "", Unknown},
		"analysts":                                     {Description, "analysts", "analysts", "", Unknown},
		"he":                                           {Pronoun, "", "", "", Male},
		"Captain Josef “Joss” Tallow":                  {Named, "Josef “Joss” Tallow", "Captain", "", Male},
		"The ministry's Ann Lee":                       {Named, "Ann Lee", "", "ministry", Female},
		"Four weeks ago Dmitry Peskov":                 {Named, "Dmitry Peskov", "", "", Unknown},
	} {
		m := Parse(text, claims.Span{End: len(text)})
		if diff := cmp.Diff(want, got{m.Form, m.Name, m.Role, m.Affiliation, m.Gender}); diff != "" {
			t.Errorf("Parse(%q): -want +got\n%s", text, diff)
		}
	}
}

// article makes an article of one paragraph.
func article(text string) claims.Article {
	return claims.Article{ID: "a_1", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
}

func TestRoster(t *testing.T) {
	a := article("Senator John Hale met Mrs Hale and Kremlin spokesman Dmitry Peskov. John Kirby, the State Department's spokesman, was late.")
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
		NewRoster(article(s))
	})
}
