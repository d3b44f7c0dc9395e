package entity

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// TestDirectoryIsUnify: a directory made of rolls puts in the place of a speaker
// whom Unify does.
func TestDirectoryIsUnify(t *testing.T) {
	who := func(name, role, affiliation, party string) *claims.Speaker {
		id := "person:" + key(name)
		if name == "the spokesman" {
			id = "unnamed:spokesman of " + affiliation
		}
		return &claims.Speaker{ID: id, Name: name, Role: role, Affiliation: affiliation, Party: party}
	}
	peskov := who("Dmitry Peskov", "spokesman", "Kremlin", "Russia")
	list := []claims.Claim{
		{ID: "1", Article: "a", Speaker: peskov}, {ID: "2", Article: "a", Speaker: peskov}, {ID: "3", Article: "a"},
		{ID: "4", Article: "b", Speaker: who("Dmitri Peskov", "press secretary", "Kremlin", "Russia")},
		{ID: "5", Article: "b", Speaker: who("Peskov", "", "", "")},
		{ID: "6", Article: "c", Speaker: who("the spokesman", "spokesman", "Kremlin", "Russia")},
		{ID: "7", Article: "c", Speaker: who("Jane Lee", "mayor", "", "Jane Lee")}, {ID: "9", Article: "c", Speaker: who("Jane Lee", "", "", "")}, {ID: "8", Article: "d", Speaker: who("J. Lee", "", "", "")},
	}
	story := func(article string) string { return map[string]string{"a": "a", "b": "a"}[article] }
	var rolls []Roll
	for part := range byArticle(list) {
		rolls = append(rolls, RollOf(part[0].Article, story(part[0].Article), part))
	}
	byID := map[string][]Appearance{}
	for i, r := range slices.Backward(rolls) { // in any order
		for _, a := range slices.Backward(r.Appearances(fmt.Sprint(i))) {
			byID[a.Speaker.ID] = append(byID[a.Speaker.ID], a)
		}
	}
	var records []Record
	for _, list := range byID {
		records = append(records, RecordOf(slices.Values(list)))
	}
	d, o := Default().Directory(rolls), Default().DirectoryOf(records)
	var got, other, want []claims.Speaker
	for _, c := range list {
		if c.Speaker != nil {
			got = append(got, d.Unified(*c.Speaker, story(c.Article)))
			other = append(other, o.Unified(*c.Speaker, story(c.Article)))
		}
	}
	if diff := cmp.Diff(got, other); diff != "" {
		t.Errorf("-of rolls +of records\n%s", diff)
	}
	if n := rolls[0].Speakers[0].Claims; n != 2 {
		t.Errorf("Peskov makes %d claims of his first article, want 2", n)
	}
	Unify(list, story)
	for _, c := range list {
		if c.Speaker != nil {
			want = append(want, *c.Speaker)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-Unify +Directory\n%s", diff)
	}
	if got[2] != got[0] {
		t.Errorf("two spellings are two people: %+v, %+v", got[0], got[2])
	}
}
