package certainty

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

func find(text string) claims.Certainty { return Find(word.Split(text, 0), text) }

func Example() {
	text := "Nobody at the mill has denied that the pumps may have failed."
	c := find(text)
	fmt.Println(c.Factuality, c.Polarity)
	for _, n := range c.Negations {
		fmt.Println(n.Kind, n.Cue.In(text), "|", claims.Join(text, n.Scope))
	}
	for _, m := range c.Modals {
		fmt.Println(m.Kind, m.Span.In(text))
	}
	// Output:
	// CT- negative
	// word Nobody | at the mill has denied that the pumps may have failed
	// lexical denied | that the pumps may have failed
	// possibility may have
}

// show writes a certainty as the tables below do: factuality, then what was
// found, "*" for the main clause.
func show(text string, c claims.Certainty) string {
	out := []string{string(c.Factuality)}
	add := func(main bool, parts ...string) {
		s := strings.Join(parts, ":")
		if main {
			s = "*" + s
		}
		out = append(out, s)
	}
	for _, n := range c.Negations {
		add(n.Main, string(n.Kind), n.Cue.In(text))
	}
	for _, m := range c.Modals {
		add(m.Main, string(m.Kind), m.Span.In(text))
	}
	for _, h := range c.Hedges {
		add(h.Main, string(h.Kind), h.Span.In(text))
	}
	for _, s := range c.Conditions {
		add(false, "if", s.In(text))
	}
	for _, q := range c.Quantifiers {
		add(false, string(q.Kind), q.Span.In(text))
	}
	if c.Question {
		out = append(out, "question")
	}
	return strings.Join(out, " | ")
}

var cases = []struct{ text, want string }{
	{"The road is open.", "CT+"},
	// Negation of the main clause, and of less.
	{"The road is not open.", "CT- | *word:not"},
	{"The road isn’t open.", "CT- | *word:n’t"},
	{"The council cannot pay.", "CT- | *word:not | *ability:can"},
	{"No bridge was closed.", "CT- | *word:No | none:No"},
	{"Nobody on the council objected.", "CT- | *word:Nobody | none:Nobody"},
	{"The ferry has never sunk.", "CT- | *word:never | none:never"},
	{"They have no boats.", "CT- | *word:no | none:no"},
	{"Nobody did not vote.", "CT+ | *word:Nobody | *word:not | none:Nobody"},
	{"The ferry sailed without a pilot.", "CT+ | word:without"},
	{"The ferry sailed with no pilot.", "CT+ | word:no | none:no"},
	{"The ferry sailed because the bridge was not open.", "CT+ | word:not"},
	{"The mayor has promised not to resign.", "CT+ | word:not"},
	{"The man who did not pay was fined.", "CT+ | word:not"},
	{"While the bridge was not open, the ferry sailed.", "CT+ | word:not"},
	{"She is not only a baker.", "CT+"},
	{"He won no less than 30 votes.", "CT+ | *approximator:no less than"},
	{"No, the ferry sailed.", "CT+ | word:No"},
	{"He lives at No. 10.", "CT+"},
	{"The ferry is hardly safe.", "CT+ | weak:hardly"},
	// Lexical and affixal negation.
	{"The council failed to repair the bridge.", "CT- | *lexical:failed to"},
	{"The council was unable to pay.", "CT- | *affix:un | *ability:unable to"},
	{"He denied the theft.", "CT+ | lexical:denied"},
	{"The council is unlikely to pay.", "PR- | *affix:un | *probability:unlikely to"},
	{"The rule is unlawful.", "CT+ | affix:un"},
	{"A powerless council met.", "CT+ | affix:less"},
	{"The information is important.", "CT+"},
	// Modality.
	{"The ferry may sink.", "PS+ | *possibility:may"},
	{"The ferry may not sink.", "PS- | *word:not | *possibility:may not"},
	{"The mayor must resign.", "Uu | *obligation:must"},
	{"The mayor has to resign.", "Uu | *obligation:has to"},
	{"The pumps must have failed.", "PR+ | *probability:must have"},
	{"The ferry will sail in May.", "CT+ | *future:will"},
	{"They’ll sail.", "CT+ | *future:’ll"},
	{"The ferry can carry cars.", "Uu | *ability:can"},
	{"A new pump would have held.", "Uu | *counterfactual:would have"},
	{"A new pump could have held.", "PS+ | *possibility:could have"},
	{"The will of the council is clear.", "CT+"},
	{"Will Roe spoke in May.", "CT+"},
	{"The rains are likely to stop.", "PR+ | *probability:likely to"},
	// Hedges.
	{"The pumps have reportedly failed.", "Uu | *hearsay:reportedly"},
	{"The pumps have probably not failed.", "PR- | *word:not | *plausibility:probably"},
	{"The pumps appear to have failed.", "PR+ | *plausibility:appear to"},
	{"Perhaps the pumps failed.", "PS+ | *plausibility:Perhaps"},
	{"I think that the pumps did not fail.", "PR- | *word:not | *plausibility:I think"},
	{"I don't think the pumps failed.", "PR- | *word:n't | *plausibility:I don't think"},
	{"About 30 pumps failed.", "CT+ | *approximator:About"},
	{"The talk was about pumps.", "CT+"},
	// Conditions and questions.
	{"If the rain stops, the ferry sails.", "Uu | if:If the rain stops"},
	{"The ferry sails unless it rains.", "Uu | if:unless it rains"},
	{"The ferry sails even if it rains.", "CT+"},
	{"She asked if the ferry sails.", "CT+"},
	{"Had the ferry sailed, it would have sunk.", "Uu | *counterfactual:would have | if:Had the ferry sailed"},
	{"But were it to rain, the ferry could sink.", "Uu | possibility:could | if:were it to rain"},
	{"Had a good day, the master wrote.", "CT+"},
	{"Did the ferry sink?", "Uu | question"},
	{"Whether the ferry sank", "Uu | question"},
	{"Isn't the ferry safe?", "Uu | question"},
	// Quantifiers.
	{"All ferries sank.", "CT+ | all:All"},
	{"Not all ferries sank.", "CT- | *word:Not | not all:Not all"},
	{"Almost every ferry sank.", "CT+ | *approximator:Almost | most:Almost every"},
	{"Most ferries sank.", "CT+ | most:Most"},
	{"It is the most expensive ferry.", "CT+"},
	{"Many of the ferries sank.", "CT+ | many:Many of"},
	{"Some 30 ferries sank.", "CT+ | *approximator:Some"},
	{"Few ferries sank, but a few did.", "CT+ | few:Few | some:a few"},
	{"None of the ferries sank at all.", "CT- | *word:None | none:None of"},
	// The first sentence decides.
	{"The ferry sank. It was not old.", "CT+ | *word:not"},
	{"Mr. Roe did not sail.", "CT- | *word:not"},
}

func TestFind(t *testing.T) {
	for _, c := range cases {
		if diff := cmp.Diff(c.want, show(c.text, find(c.text))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.text, diff)
		}
	}
}

func TestScope(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The road is not open.", "The road is / open"},
		{"They didn't leave, Roe said.", "They did / leave"},
		{"The miners stopped and did not come back.", "The miners / did / come back"},
		{"Roe said that the road is not open but that the bridge is.", "the road is / open"},
		{"I think you do not know him.", "you do / know him"},
		{"The mayor, who never sails, came.", "who / sails"},
		{"He did not know, Mr Roe, that the gate was open.", "He did / know / that the gate was open"},
		{"He sailed with no pilot.", "pilot"},
		{"He sailed without a pilot or a map, and drowned.", "a pilot or a map"},
		{"The council failed to mend the bridge.", "mend the bridge"},
		{"An unlawful tax of the council was raised.", "An / lawful tax of the council"},
		{"The tax was unlawful in May.", "The tax was / lawful in May"},
		{"A powerless council met.", "A power / council met"},
		{"Surely he did not sail.", "he did / sail"},
		{"No, he sailed.", ""},
	} {
		var got []string
		for _, s := range find(c.text).Negations[0].Scope {
			got = append(got, s.In(c.text))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " / ")); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.text, diff)
		}
	}
}

// TestLists finds every entry of the lists in a sentence of its own, so that a
// class is never misspelt and no phrase hides another's first word.
func TestLists(t *testing.T) {
	for _, list := range []string{negationList, modalityList, hedgeList, conditionList, quantifierList, grammarList, affixList} {
		for line := range strings.Lines(list) {
			name, entries, ok := strings.Cut(line, ":")
			if strings.HasPrefix(line, "#") {
				continue
			}
			if !ok || classNames[name] == 0 {
				t.Errorf("no class is called %q", name)
			}
			for e := range strings.FieldsSeq(entries) {
				checkEntry(t, strings.ReplaceAll(e, "_", " "), classNames[name])
			}
		}
	}
}

func checkEntry(t *testing.T, text string, c class) {
	t.Helper()
	f := finder{lex: lists()}
	f.reset(word.Split(text, 0), text)
	if text != strings.ToLower(text) || len(f.words) == 0 {
		t.Errorf("%q is not folded", text)
		return
	}
	f.scan()
	found := f.class(0)
	for _, h := range f.hits {
		if h.from == 0 && h.to == len(f.words) {
			found |= h.class
		}
	}
	if found&c == 0 {
		t.Errorf("%q is not found", text)
	}
}

func TestHostile(t *testing.T) {
	const n = 20_000
	for _, s := range []string{"not ", "no. ", "which is not ", "if ", "n't", "un", "“", ". ) ", "to ", "i think that ", "he was, not, ", "\xff", "a lot of "} {
		text := strings.Repeat(s, n)
		check(t, text, find(text))
	}
	check(t, "", find(""))
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text, find(text)) })
}

// check wants every span inside of the text and, where the text is valid, on
// the edges of its runes.
func check(t *testing.T, text string, c claims.Certainty) {
	t.Helper()
	spans := append([]claims.Span{}, c.Conditions...)
	for _, n := range c.Negations {
		spans = append(append(spans, n.Cue), n.Scope...)
	}
	for _, m := range c.Modals {
		spans = append(spans, m.Span)
	}
	for _, h := range c.Hedges {
		spans = append(spans, h.Span)
	}
	for _, q := range c.Quantifiers {
		spans = append(spans, q.Span)
	}
	valid := utf8.ValidString(text)
	for _, s := range spans {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
			t.Fatalf("%.60q: span %v is empty or outside", text, s)
		}
		if valid && !(edge(text, s.Start) && edge(text, s.End)) {
			t.Fatalf("%.60q: span %v cuts a rune", text, s)
		}
	}
}

func edge(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for _, c := range cases {
		text.WriteString(c.text + " ")
	}
	words := word.Split(text.String(), 0)
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		Find(words, text.String())
	}
}
