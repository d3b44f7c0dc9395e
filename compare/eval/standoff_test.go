package eval

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// words are the spans' words, joined by "|".
func words(text string, spans []claims.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.In(text))
	}
	return strings.Join(parts, "|")
}

func TestParseStandoff(t *testing.T) {
	const text = "Café owner Ines said it rained, and it poured."
	//            0    5     11   16   21           35
	type marked struct{ Source, Cue, Content string }
	for _, c := range []struct {
		name, data string
		want       []marked
		warnings   []string // "LINE beginning of the reason"
	}{
		{"offsets are characters", "T1\tSource 5 15\towner Ines\nT2\tCue 16 20\tsaid\nT3\tContent 21 30\tit rained\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n",
			[]marked{{"owner Ines", "said", "it rained"}}, nil},
		{"two stretches in the wrong order", "T1\tContent 36 45;21 30\tit poured it rained\nE1\tAttribution:T4 Content:T1",
			[]marked{{"", "", "it rained|it poured"}}, nil},
		{"numbered roles", "T1\tContent 21 30\tit rained\nT2\tContent 36 45\tit poured\nE1\tAttribution-no-source:T4 Content:T1 Content2:T2",
			[]marked{{"", "", "it rained|it poured"}}, nil},
		{"the E line first, CR at the ends, a byte order mark", "\ufeffE1\tAttribution:T4 Content:T1\r\nT1\tContent 21 30\tit rained\r\n",
			[]marked{{"", "", "it rained"}}, nil},
		{"words cut short", "T1\tContent 21 45\tit rained,\nE1\tAttribution:T4 Content:T1",
			[]marked{{"", "", "it rained, and it poured"}}, nil},
		{"dangling", "T1\tContent 21 30\tit rained\nE1\tAttribution:T4 Content:T1 Source:T8",
			[]marked{{"", "", "it rained"}}, []string{"2 E1: Source:T8 points at nothing"}},
		{"no content", "\nE1\tAttribution:T4", nil, []string{"2 E1 has no content"}},
		{"unknown role", "T1\tContent 21 30\tit rained\nE1\tAttribution:T4 Content:T1 Mood:T1",
			[]marked{{"", "", "it rained"}}, []string{"2 E1: the role"}},
		{"broken lines", "and so on\nT1 Content 21 30\nT\tx\nT1\tContent\nT2\tContent 3 x\nT3\tContent 3 3\t\nT4\tContent 40 99\tx\nT5\tContent -1 3\tx\nT6\tContent 0 99999999999999999999\tx\n",
			nil, []string{"1 is no line", "2 is no line", "3 is no line", "4 T1: \"\" is no pair", "5 T2: \"3 x\"", "6 T3: offsets 3 to 3", "7 T4: offsets", "8 T5: offsets -1", "9 T6:"}},
		{"wrong words", "T1\tContent 5 10\tit rained\n", nil, []string{"1 T1: the words"}},
		{"twice", "T1\tContent 21 30\tit rained\nT1\tContent 36 45\tit poured\nE1\tAttribution:T4 Content:T1",
			[]marked{{"", "", "it rained"}}, []string{"2 T1 is there already"}},
		{"the rest of the format", "A1\tSure T1\nR1\tSame Arg1:T1\nM1\tx\nN1\tx\n#1\tAnnotatorNotes T1\tx\n*\tEquiv T1 T2\nE1\tDiscuss:T1 Content:T1\n", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, warnings := parseStandoff("a.ann", c.data, text)
			var all []marked
			for _, a := range got {
				all = append(all, marked{words(text, a.Source), words(text, a.Cue), words(text, a.Content)})
			}
			if diff := cmp.Diff(c.want, all); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(warnings) != len(c.warnings) {
				t.Fatalf("warnings %+v, want %q", warnings, c.warnings)
			}
			for i, w := range warnings {
				line, reason, _ := strings.Cut(c.warnings[i], " ")
				if w.Path != "a.ann" || string(rune('0'+w.Line)) != line || !strings.HasPrefix(w.Reason, reason) {
					t.Errorf("warning %+v, want %q", w, c.warnings[i])
				}
			}
		})
	}
}

func FuzzParseStandoff(f *testing.F) {
	f.Add("T1\tSource 5 15\towner Ines\nE1\tAttribution:T4 Content:T1 Cue2:T1", "Café owner Ines said it rained.")
	f.Add("T1\tContent 0 1;2 3;1 2\t\nE1\tAttribution:T1 Content:T1", "“é”\xff")
	f.Add("T1\tContent 0 9999999999999999999\t\n\n#\t\nE\tAttribution", "")
	f.Fuzz(func(t *testing.T, data, text string) {
		text = strings.ToValidUTF8(text, "?") // as claims.Article.Text is
		got, warnings := parseStandoff("a.ann", data, text)
		for _, a := range got {
			if len(a.Content) == 0 {
				t.Error("an attribution without content")
			}
			for _, spans := range [][]claims.Span{a.Source, a.Cue, a.Content} {
				checkSpans(t, text, spans)
			}
		}
		for _, w := range warnings {
			if w.Line < 1 || w.Reason == "" {
				t.Errorf("a warning without place or reason: %+v", w)
			}
		}
		newRuler(text, paragraphs(text))
	})
}

// checkSpans wants ordered spans on the edges of characters.
func checkSpans(t *testing.T, text string, spans []claims.Span) {
	t.Helper()
	last := 0
	for _, s := range spans {
		if s.Start < last || s.End <= s.Start || s.End > len(text) || !utf8.ValidString(s.In(text)) ||
			!utf8.RuneStart(text[s.Start]) {
			t.Fatalf("spans %v in a text of %d bytes", spans, len(text))
		}
		last = s.End
	}
}
