package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/extract"
	"crosscheck/compare/eval"
)

// sentenceOf makes a sentence of a text in which blanks part the tokens.
func sentenceOf(text string) (s extract.Sentence) {
	at := 0
	for _, w := range strings.Split(text, " ") {
		t := attribution.Token{Norm: strings.ToLower(w)}
		if strings.Trim(w, ",.:;()%$-") == "" {
			t.Kind = attribution.Mark
		}
		s.Tokens = append(s.Tokens, t)
		s.Spans = append(s.Spans, claims.Span{Start: at, End: at + len(w)})
		at += len(w) + 1
	}
	return s
}

// spans are where parts of a text are.
func spans(text string, parts ...string) (out []claims.Span) {
	for _, p := range parts {
		at := strings.Index(text, p)
		out = append(out, claims.Span{Start: at, End: at + len(p)})
	}
	return out
}

func TestAlign(t *testing.T) {
	type parts = []string
	for _, c := range []struct {
		name, text           string
		source, cue, content parts
		want                 string
	}{
		{"plain", "Lee said it rained .", parts{"Lee"}, parts{"said"}, parts{"it rained"}, "Lee | said | it rained"},
		{"marks at the ends", "Lee , who left , said , it rained .", parts{"Lee , who left ,"}, parts{"said"}, parts{", it rained ."}, "Lee , who left | said | it rained"},
		{"a mark that is a cue", "Lee : it rained", parts{"Lee"}, parts{":"}, parts{"it rained"}, "Lee | : | it rained"},
		{"marks that belong to it", "Lee said ( so ) costs rose 3 % .", parts{"Lee"}, parts{"said"}, parts{"( so ) costs rose 3 % ."}, "Lee | said | ( so ) costs rose 3 %"},
		{"marks left out in the middle", "Lee said rain , hail and snow fell .", parts{"Lee"}, parts{"said"}, parts{"rain", "hail and snow fell"}, "Lee | said | rain , hail and snow fell"},
		{"a word left out in the middle", "Lee said rain and hail fell .", parts{"Lee"}, parts{"said"}, parts{"rain", "hail fell"}, "Lee | said | rain ... hail fell"},
		{"most of a token", "Lee said it rained .", parts{"Le"}, parts{"aid"}, parts{"d it rai"}, "Lee | said | it rained"},
		{"less than half of one", "Lee said it rained .", parts{"L"}, parts{"said"}, parts{"it ra"}, " | said | it"},
		{"no cue", "Lee said it rained .", parts{"Lee"}, nil, parts{"it rained"}, ""},
		{"elsewhere", "Lee said it rained .", nil, nil, nil, ""},
	} {
		s := sentenceOf(c.text)
		gold := []eval.Attribution{{Source: spans(c.text, c.source...), Cue: spans(c.text, c.cue...), Content: spans(c.text, c.content...)}}
		var lines []string
		for _, a := range align(s, gold) {
			lines = append(lines, words(c.text, a.Source)+" | "+words(c.text, a.Cue)+" | "+words(c.text, a.Content))
		}
		if diff := cmp.Diff(c.want, strings.Join(lines, "\n")); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func words(text string, list []attribution.Range) string {
	var out []string
	for _, r := range list {
		out = append(out, strings.Join(strings.Split(text, " ")[r.From:r.To], " "))
	}
	return strings.Join(out, " ... ")
}

// TestGather: parts of two that take turns stay apart.
func TestGather(t *testing.T) {
	got := gather([]part{{4, source}, {4, cue}, {9, source}, {4, content}, nowhere, {4, content}, {9, cue}, {9, cue}, {7, content}})
	want := []attribution.Attribution{
		{Source: []attribution.Range{{From: 0, To: 1}}, Cue: []attribution.Range{{From: 1, To: 2}}, Content: []attribution.Range{{From: 3, To: 4}, {From: 5, To: 6}}},
		{Source: []attribution.Range{{From: 2, To: 3}}, Cue: []attribution.Range{{From: 6, To: 8}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestAlignTwo: a token in two attributions is of that which covers more of it,
// and of the first where both cover all.
func TestAlignTwo(t *testing.T) {
	text := "Lee said Hale claimed it rained"
	got := align(sentenceOf(text), []eval.Attribution{
		{Source: spans(text, "Lee"), Cue: spans(text, "said"), Content: spans(text, "Hale claimed it rained")},
		{Source: spans(text, "Hale"), Cue: spans(text, "claimed"), Content: spans(text, "it rained")},
	})
	if len(got) != 1 || words(text, got[0].Content) != "Hale claimed it rained" {
		t.Errorf("got %v", got)
	}
}
