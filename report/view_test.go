package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// flat writes a passage with evidence in [[ ]], neighbours in ( ) and
// paragraphs parted by /.
func flat(p report.Passage) string {
	var paras []string
	for _, para := range p {
		var b strings.Builder
		for _, s := range para {
			switch {
			case s.Marked:
				b.WriteString("[[" + s.Text + "]]")
			case s.Near:
				b.WriteString("(" + s.Text + ")")
			default:
				b.WriteString(s.Text)
			}
		}
		paras = append(paras, b.String())
	}
	return strings.Join(paras, "/")
}

// one is a report with one article, one claim and one finding of the claim
// against itself.
func one(text string, kind claims.Kind, content, evidence []claims.Span) *compare.Report {
	return &compare.Report{
		Articles: []claims.Article{{ID: "a", Outlet: "Post", Text: text}},
		Claims:   []claims.Claim{{ID: "c", Article: "a", Outlet: "Post", Kind: kind, Content: content, Text: "the claim"}},
		Findings: []compare.Finding{{ID: "f", A: "c", B: "c", Evidence: compare.Evidence{A: evidence}}},
	}
}

func TestPassage(t *testing.T) {
	const text = "First here. The depot is shut. Third here.\n\nFourth here. “It is\nshut, and\n\nstays shut.” Last here."
	span := func(w ...string) []claims.Span { return words(text, w...) }
	for _, c := range []struct {
		name              string
		kind              claims.Kind
		content, evidence []claims.Span
		want              string
	}{
		{"neighbours", claims.Own, span("The depot is shut."), span("is shut"),
			"(First here.) The depot [[is shut]].( Third here.)"},
		{"across a paragraph break", claims.Own, span("Third here."), span("Third"),
			"(The depot is shut.) [[Third]] here./(Fourth here.)"},
		{"a mark over a paragraph break", claims.Direct, nil, span("shut, and\n\nstays"),
			"“It is [[shut, and]]/[[stays]] shut.”( Last here.)"},
		{"pieces in any order, twice", claims.Own, nil, append(span("depot", "shut"), span("depot is")...),
			"(First here.) The [[depot is]] [[shut]].( Third here.)"},
		{"sentences left out between", claims.Own, nil, append(span("First"), span("Last")...),
			"[[First]] here./([…])/[[Last]] here."},
		{"one sentence left out between", claims.Own, nil, append(span("First"), span("Third")...),
			"[[First]] here.( The depot is shut.) [[Third]] here./(Fourth here.)"},
		{"no evidence", claims.Own, span("Third here."), nil,
			"(The depot is shut.) Third here./(Fourth here.)"},
		{"a headline stands alone", claims.Titled, nil, span("depot"), "The [[depot]] is shut."},
		{"no span at all", claims.Own, nil, nil, "the claim"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := flat(report.Fill(one(text, c.kind, c.content, c.evidence)).Findings[0].A.Passage)
			// How the sentence finder cuts a line break is its own affair.
			if c.name == "a mark over a paragraph break" {
				got = got[max(strings.Index(got, "[[shut"), 0):]
				c.want = c.want[strings.Index(c.want, "[[shut"):]
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Spans that fit no text are dropped, whatever they are.
func TestPassageInvalidSpans(t *testing.T) {
	const text = "Ünder the dépôt. It is shut."
	far := len(text)
	bad := []claims.Span{{Start: -1, End: 3}, {Start: 0, End: far + 1}, {Start: 5, End: 2}, {Start: 1, End: 4},
		{Start: far, End: far}, {Start: 1 << 62, End: 1<<62 + 1}, {Start: -1 << 63, End: 1 << 62}, {Start: 15, End: 16}, {Start: 16, End: 17}}
	good := words(text, "shut")
	got := flat(report.Fill(one(text, claims.Own, bad, append(bad, good...))).Findings[0].A.Passage)
	if want := "(Ünder the dépôt.) It is [[shut]]."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	got = flat(report.Fill(one(text, claims.Own, bad, bad)).Findings[0].A.Passage)
	if want := "the claim"; got != want {
		t.Errorf("without a sound span: got %q, want %q", got, want)
	}
}

// A passage stays short, and keeps its evidence, however long the sentence.
func TestPassageEnormous(t *testing.T) {
	for _, unit := range []string{"a", "é", "word ", "😀", "\u0301"} {
		text := strings.Repeat(unit, 5_000) + " shut " + strings.Repeat(unit, 5_000)
		p := report.Fill(one(text, claims.Own, nil, words(text, "shut"))).Findings[0].A.Passage
		if got := flat(p); !strings.Contains(got, "[[shut]]") || len(got) > 1_000 {
			t.Errorf("%q: %d bytes: %.80q", unit, len(got), got)
		}
	}
}

// What the report does not have is left blank.
func TestFillDangling(t *testing.T) {
	r := &compare.Report{
		Claims:   []claims.Claim{{ID: "c", Article: "gone", Text: "It is shut."}},
		Topics:   []compare.Topic{{ID: "t", Claims: []string{"gone"}}},
		Findings: []compare.Finding{{A: "c", B: "gone", Topic: "gone", Also: compare.Also{A: []string{"gone"}}}},
		SetAside: []compare.SetAside{{A: "gone", B: "c"}},
	}
	for _, name := range report.Names() {
		if out := set(t, name, r); out == "" {
			t.Errorf("%s: nothing was written", name)
		}
	}
	f := report.Fill(r).Findings[0]
	if got := flat(f.A.Passage); got != "It is shut." {
		t.Errorf("side a reads %q", got)
	}
	if len(f.A.Also) != 0 {
		t.Errorf("a claim that is not there says the same: %+v", f.A.Also)
	}
}

func TestTitles(t *testing.T) {
	lind, okoye := &claims.Speaker{ID: "l", Name: "Lind"}, &claims.Speaker{ID: "o", Name: "Okoye"}
	for _, c := range []struct {
		relation         compare.Relation
		typ              compare.Type
		a, b             *claims.Speaker
		outletA, outletB string
		kindA            claims.Kind
		want             string
	}{
		{compare.Dispute, "", lind, okoye, "Post", "Lamp", claims.Direct, "Lind and Okoye oppose each other"},
		{compare.Dispute, "", lind, nil, "Post", "Lamp", claims.Direct, "Lind and Lamp oppose each other"},
		{compare.Conflict, "", nil, nil, "Post", "Lamp", claims.Own, "Post and Lamp tell it differently"},
		{compare.Shift, "", lind, lind, "Post", "Lamp", claims.Direct, "Lind says different things at different times"},
		{compare.Misquote, compare.Wording, lind, lind, "Post", "Lamp", claims.Direct, "Post and Lamp give a remark by Lind in different words"},
		{compare.Misquote, compare.Attribution, lind, okoye, "Post", "Lamp", claims.Direct, "The same words are given to Lind and to Okoye"},
		{compare.Heading, "", nil, nil, "Post", "Post", claims.Titled, "A headline of Post does not agree with its article"},
		{compare.Heading, "", nil, nil, "Post", "Post", claims.Own, "An article of Post does not agree with itself"},
		{compare.Edit, "", nil, nil, "Post", "Lamp", claims.Own, "Post and Lamp print one text in two versions"},
		{"other", "", lind, okoye, "Post", "Lamp", claims.Direct, "Lind and Okoye oppose each other"},
	} {
		r := &compare.Report{
			Claims: []claims.Claim{
				{ID: "a", Outlet: c.outletA, Speaker: c.a, Kind: c.kindA}, {ID: "b", Outlet: c.outletB, Speaker: c.b, Kind: claims.Own}},
			Findings: []compare.Finding{{Relation: c.relation, Type: c.typ, A: "a", B: "b"}},
		}
		if got := report.Fill(r).Findings[0].Title; got != c.want {
			t.Errorf("%s %s: %q, want %q", c.relation, c.typ, got, c.want)
		}
	}
}

func TestFillSample(t *testing.T) {
	v := report.Fill(sample())
	want := report.Totals{Articles: 6, Outlets: 6, Speakers: 4, Claims: 13, Topics: 3, Findings: 6, Aside: 3,
		Relations: v.Totals.Relations}
	if diff := cmp.Diff(want, v.Totals); diff != "" {
		t.Errorf("totals (-want +got):\n%s", diff)
	}
	if got, want := v.Totals.Tally(), "2 dispute, 1 conflict, 1 misquote, 1 headline, 1 edit"; got != want {
		t.Errorf("tally %q, want %q", got, want)
	}
	a := v.Findings[0].A
	if got, want := a.Speaker, "Mara Lind, harbour master, Port Elm"; got != want {
		t.Errorf("speaker %q, want %q", got, want)
	}
	// c3 is the same speaker in the same outlet as the side itself.
	if len(a.Also) != 1 || a.Also[0].Outlet != "Evening Lamp" {
		t.Errorf("the same in %+v, want Evening Lamp alone", a.Also)
	}
	// The best of each topic.
	var ids []string
	for _, f := range v.Leading() {
		ids = append(ids, f.ID)
	}
	if diff := cmp.Diff([]string{"f1", "f3", "f4"}, ids); diff != "" {
		t.Errorf("leading findings (-want +got):\n%s", diff)
	}
	if v.Aside[0].Reason.ID != "different-subject" || v.Aside[0].N != 2 {
		t.Errorf("set aside: %+v, want different-subject twice first", v.Aside[0])
	}
}

// The sums count all pairs; the page shows as many as one reads.
func TestAsideIsBounded(t *testing.T) {
	a := report.Fill(large(300)).Aside
	if total := a[0].N + a[1].N; total != 303 {
		t.Errorf("%d pairs are counted, want 303", total)
	}
	if len(a[0].Pairs) > 50 || a[0].Hidden() != a[0].N-len(a[0].Pairs) {
		t.Errorf("%d pairs shown, %d hidden, of %d", len(a[0].Pairs), a[0].Hidden(), a[0].N)
	}
}
