package gate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/gate"
)

// The sides that the cases are made of.
var (
	voice    = said{"draft", claims.Own, "", "The pier at Ossick is closed to boats."}
	heading  = said{"draft", claims.Titled, "", "Ossick pier closed to boats"}
	source   = said{"draft", claims.Reported, "Lind", "The pier at Ossick is safe for boats."}
	second   = said{"draft", claims.Reported, "Okoye", "The pier at Ossick is not safe for boats."}
	nobody   = said{"draft", claims.Direct, "", "Nobody checked the pier at Ossick."}
	own      = said{"own", claims.Own, "", "The pier at Ossick is open to boats."}
	other    = said{"other", claims.Own, "", "The pier at Ossick is open to all boats."}
	outside  = said{"other", claims.Reported, "Okoye", "The pier at Ossick was never safe for boats."}
	lind     = said{"other", claims.Reported, "Lind", "The pier at Ossick is unsafe for boats."}
	lindHere = said{"draft", claims.Direct, "Lind", "The pier may open before the season."}
	lindSaid = said{"other", claims.Direct, "Lind", "The pier will open before the season."}
)

// TestCodes has a case for every code of a finding, and what is nearly one.
func TestCodes(t *testing.T) {
	for _, c := range []struct {
		name     string
		relation compare.Relation
		kind     compare.Type
		score    float64
		a, b     said
		want     string // level and code; "" for no reason
		outcome  gate.Outcome
	}{
		{"headline against body", compare.Heading, compare.Antonym, .62, heading, said{"draft", claims.Own, "", "The pier is open."}, "error headline-body", gate.Hold},
		{"the same, named second", compare.Heading, compare.Antonym, .62, said{"draft", claims.Own, "", "The pier is open."}, heading, "error headline-body", gate.Hold},
		{"headline against a source in the body", compare.Heading, compare.Negation, .62, heading, source, "error headline-body", gate.Hold},
		{"headline, less sure", compare.Heading, compare.Antonym, .55, heading, voice, "warning headline-body", gate.Publish},
		{"a headline that names its source", compare.Dispute, compare.Negation, .9, said{"draft", claims.Titled, "Lind", "Pier is safe, says Lind"}, second, "", gate.Publish},
		{"two passages", compare.Heading, compare.Number, .62, voice, said{"draft", claims.Own, "", "The pier at Ossick is open."}, "error self-contradiction", gate.Hold},
		{"own voice corrects a source", compare.Dispute, compare.Negation, .95, voice, source, "note own-voice-against-source", gate.Publish},
		{"two sources, attributed", compare.Dispute, compare.Negation, .97, source, second, "", gate.Publish},
		{"a source that is not named", compare.Dispute, compare.Negation, .97, nobody, source, "", gate.Publish},
		{"another outlet", compare.Conflict, compare.Antonym, .62, voice, other, "error contradicts-archive", gate.Hold},
		{"another outlet, less sure", compare.Conflict, compare.Antonym, .55, voice, other, "warning contradicts-archive", gate.Publish},
		{"headline against another outlet", compare.Conflict, compare.Antonym, .75, heading, other, "error contradicts-archive", gate.Hold},
		{"own archive", compare.Shift, compare.Antonym, .62, own, voice, "error contradicts-own-archive", gate.Hold},
		{"own figure", compare.Conflict, compare.Number, .62, voice, own, "error number-against-own", gate.Hold},
		{"own date", compare.Shift, compare.Date, .62, voice, own, "error number-against-own", gate.Hold},
		{"another outlet's figure", compare.Conflict, compare.Number, .55, voice, other, "warning contradicts-archive", gate.Publish},
		{"a source disputes it", compare.Dispute, compare.Negation, .62, voice, outside, "warning disputed-by-source", gate.Publish},
		{"a source disputes it, less sure", compare.Dispute, compare.Negation, .52, voice, outside, "note disputed-by-source", gate.Publish},
		{"a source against the archive", compare.Dispute, compare.Negation, .9, source, other, "note source-against-archive", gate.Publish},
		{"two sources, one in the archive", compare.Dispute, compare.Negation, .9, source, outside, "note dispute-with-archive", gate.Publish},
		{"a source on another day", compare.Shift, compare.Negation, .9, source, lind, "note source-shifted", gate.Publish},
		{"may for will", compare.Misquote, compare.Modality, .62, lindHere, lindSaid, "error misquote", gate.Hold},
		{"other words", compare.Misquote, compare.Wording, .68, lindHere, lindSaid, "error misquote", gate.Hold},
		{"a trifle", compare.Misquote, compare.Wording, .55, lindHere, lindSaid, "warning misquote", gate.Publish},
		{"another speaker", compare.Misquote, compare.Attribution, .52, source, outside, "warning misattribution", gate.Publish},
		{"another speaker, surely", compare.Misquote, compare.Attribution, .7, source, outside, "error misattribution", gate.Hold},
		{"agency copy", compare.Edit, compare.Number, .71, voice, other, "error copy-changed", gate.Hold},
		{"agency copy, less sure", compare.Edit, compare.Number, .6, voice, other, "warning copy-changed", gate.Publish},
		{"a remark in agency copy", compare.Edit, compare.Modality, .64, lindHere, lindSaid, "error misquote", gate.Hold},
		{"one's own copy", compare.Edit, compare.Number, .71, voice, own, "error number-against-own", gate.Hold},
		{"not about the draft", compare.Conflict, compare.Number, .9, own, other, "", gate.Publish},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := clash(c.relation, c.kind, c.score, c.a, c.b, voice)
			d := gate.Decide(input(r))
			if got := strings.Join(reasons(d), ", "); got != c.want || d.Outcome != c.outcome {
				t.Errorf("%s: %q, want %s: %q", d.Outcome, got, c.outcome, c.want)
			}
			for _, x := range d.Reasons {
				if x.Do == "" || x.What == "" || x.Draft != "draft" || x.Clash.Ours.Outlet != "Harbour Post" || x.Place.Path != "draft.txt" {
					t.Errorf("a reason lacks something: %+v", x)
				}
			}
		})
	}
}

// TestBothSidesReported: who stands against whom across articles does not matter
// where the draft itself tells of the dispute.
func TestBothSidesReported(t *testing.T) {
	r := clash(compare.Dispute, compare.Negation, .9, source, outside, second)
	r.Findings[0].Also.B = []string{"c2"}
	if d := gate.Decide(input(r)); len(d.Reasons) > 0 {
		t.Errorf("folded: %q", reasons(d))
	}
	r.Findings[0].Also.B = nil
	r.Findings = append(r.Findings, compare.Finding{ID: "f_2", Relation: compare.Dispute, Type: compare.Negation, A: "c0", B: "c2", Score: .9})
	if d := gate.Decide(input(r)); len(d.Reasons) > 0 {
		t.Errorf("found within: %q", reasons(d))
	}
	r = clash(compare.Dispute, compare.Negation, .9, voice, outside, second)
	r.Findings[0].Also.B = []string{"c2"}
	if got := reasons(gate.Decide(input(r))); !slices.Equal(got, []string{"note own-voice-against-source"}) {
		t.Errorf("own voice: %q", got)
	}
}

// TestCopies: a finding names one claim for all that print its text, and the
// draft may be one of the others.
func TestCopies(t *testing.T) {
	r := clash(compare.Conflict, compare.Number, .62,
		said{"other", claims.Own, "", "Some 40 boats were lost at the pier on Saturday."},
		said{"second", claims.Own, "", "Some 14 boats were lost at the pier on Saturday."},
		said{"draft", claims.Own, "", "Some 40 boats were lost at the pier on Saturday."},
		said{"own", claims.Own, "", "Some 14 boats were lost at the pier on Saturday."})
	r.Findings[0].Evidence = compare.Evidence{A: []claims.Span{{Start: 5, End: 7}}, B: []claims.Span{{Start: 5, End: 7}}}
	r.Claims[1].Outlet, r.Articles[1].Outlet = "Port Echo", "Port Echo"
	if d := gate.Decide(input(r)); len(d.Reasons) > 0 {
		t.Errorf("no copies: %q", reasons(d))
	}
	r.Copies = []compare.Copies{{Claims: []string{"c0", "c2"}}, {Claims: []string{"c1", "c3"}}}
	d := gate.Decide(input(r))
	if got := reasons(d); !slices.Equal(got, []string{"error number-against-own"}) {
		t.Fatalf("copies: %q", got)
	}
	c := d.Reasons[0].Clash
	if diff := cmp.Diff([]string{"40", "14", "Harbour Post", "own"}, []string{c.Ours.Evidence[0], c.Theirs.Evidence[0], c.Theirs.Outlet, c.Other}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r.Copies, r.Findings[0].Also.A = nil, []string{"c2"}
	if got := reasons(gate.Decide(input(r))); len(got) != 1 {
		t.Errorf("folded: %q", got)
	}
}

// TestVersions: the versions of one remark are copies of one another, and a draft
// is on the side of the words that it prints.
func TestVersions(t *testing.T) {
	r := clash(compare.Misquote, compare.Modality, .68, lindSaid, said{"own", claims.Direct, "Lind", "The pier may open before the season."}, lindHere)
	r.Copies = []compare.Copies{{Claims: []string{"c0", "c1", "c2"}}}
	d := gate.Decide(input(r))
	if got := reasons(d); !slices.Equal(got, []string{"error misquote"}) {
		t.Fatalf("%q", got)
	}
	c := d.Reasons[0].Clash
	if c.Ours.Passage.String() != lindHere.text || c.Theirs.Passage.String() != lindSaid.text {
		t.Errorf("%q against %q", c.Ours.Passage, c.Theirs.Passage)
	}
	r.Findings[0].A, r.Findings[0].B = "c0", "c2"
	if d := gate.Decide(input(r)); d.Reasons[0].Clash.Theirs.Passage.String() != lindSaid.text {
		t.Errorf("held against its own words: %q", d.Reasons[0].Clash.Theirs.Passage)
	}
	r = clash(compare.Edit, compare.Number, .71, said{"other", claims.Own, "", "Some 14 boats were lost."}, said{"second", claims.Own, "", "Some 40 boats were lost."}, said{"draft", claims.Own, "", "Some 15 boats were lost."})
	r.Copies = []compare.Copies{{Claims: []string{"c0", "c1", "c2"}}}
	if got := reasons(gate.Decide(input(r))); len(got) > 0 {
		t.Errorf("a third version is on no side of two others: %q", got)
	}
}

// TestWhoCounts: outlets and speakers of the policy.
func TestWhoCounts(t *testing.T) {
	own := clash(compare.Conflict, compare.Antonym, .75, voice, other)
	spoken := clash(compare.Misquote, compare.Modality, .68, lindHere, lindSaid)
	for _, c := range []struct {
		report *compare.Report
		policy string
		want   string
	}{
		{own, "own: [daily lantern]", "error contradicts-own-archive"},
		{own, "outlets: {ignore: [DAILY LANTERN]}", ""},
		{own, "outlets: {only: [Meridian Wire]}", ""},
		{own, "outlets: {only: [Daily Lantern]}", "error contradicts-archive"},
		{own, "speakers: {only: [Nobody Else]}", "error contradicts-archive"},
		{spoken, "speakers: {only: [Nobody Else]}", ""},
		{spoken, "speakers: {only: [lind]}", "error misquote"},
		{spoken, "speakers: {ignore: [lind]}", ""},
		{own, "rules: [{relation: conflict, type: antonym, level: warning}]", "warning contradicts-archive"},
		{own, "rules: [{relation: conflict, type: number, level: warning}]", "error contradicts-archive"},
		{own, "rules: [{from: 0.9, level: warning}]", "error contradicts-archive"},
		{own, "rules: [{from: 0.7, level: ignore}]", ""},
		{own, "rules: [{code: misquote, level: error}]\ndefaults: false", ""},
		{own, "rules: [{code: contradicts-archive, level: note}]", "note contradicts-archive"},
	} {
		in := input(c.report)
		in.Policy = policy(c.policy)
		if got := strings.Join(reasons(gate.Decide(in)), ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.policy, got, c.want)
		}
	}
}

// TestFailures: what could not be judged is held, or said aloud.
func TestFailures(t *testing.T) {
	for _, c := range []struct {
		policy  string
		failure gate.Failure
		want    string
		outcome gate.Outcome
	}{
		{"on_error: hold", gate.Failure{Code: gate.CouldNotJudge, What: "The archive is damaged."}, "error could-not-judge", gate.Unjudged},
		{"on_error: pass", gate.Failure{Code: gate.CouldNotJudge, What: "The archive is damaged."}, "warning could-not-judge", gate.Publish},
		{"on_error: hold", gate.Failure{Code: gate.OutOfTime}, "error out-of-time", gate.Unjudged},
		{"on_error: pass", gate.Failure{Code: gate.OutOfTime}, "warning out-of-time", gate.Publish},
		{"on_error: hold", gate.Failure{Code: gate.NotEnglish, Draft: "draft"}, "error not-english", gate.Unjudged},
		{"on_error: pass\nhold_on: warning", gate.Failure{Code: gate.NotEnglish, Draft: "draft"}, "warning not-english", gate.Publish},
		{"on_error: hold", gate.Failure{Code: gate.ArchiveIncomplete}, "warning archive-incomplete", gate.Publish},
		{"rules: [{code: archive-incomplete, level: error}]", gate.Failure{Code: gate.ArchiveIncomplete}, "error archive-incomplete", gate.Hold},
	} {
		in := input(clash("", "", 0, voice))
		in.Policy, in.Failures = policy(c.policy), []gate.Failure{c.failure}
		d := gate.Decide(in)
		if got := strings.Join(reasons(d), ", "); got != c.want || d.Outcome != c.outcome || d.Drafts[0].Outcome != c.outcome {
			t.Errorf("%s, %s: %s %q, want %s %q", c.policy, c.failure.Code, d.Outcome, got, c.outcome, c.want)
		}
	}
	in := input(numbers())
	in.Failures = []gate.Failure{{Code: gate.OutOfTime}}
	if d := gate.Decide(in); d.Outcome != gate.Hold {
		t.Errorf("what is known to be wrong must hold whatever else failed: %s", d.Outcome)
	}
	if d := gate.Decide(gate.Input{Now: noon}); d.Outcome != gate.Publish || len(d.Reasons) > 0 {
		t.Errorf("nothing at all: %s %q", d.Outcome, reasons(d))
	}
}

// TestUnread: what may run is not said to without what was not read, however
// little the policy makes of that.
func TestUnread(t *testing.T) {
	in := input(clash("", "", 0, voice))
	in.Policy, in.Unread = policy("rules: [{code: archive-incomplete, level: ignore}]"), 3
	in.Failures = []gate.Failure{{Code: gate.ArchiveIncomplete}}
	d := gate.Decide(in)
	if want := "MAY RUN, but 3 parts of the archive could not be read: 0 errors, 0 warnings, 0 notes"; d.Headline() != want || d.Unread != 3 {
		t.Errorf("%d unread: %s, want %s", d.Unread, d.Headline(), want)
	}
}

// TestNothingChecked: a draft without claims passes, and the editor is told.
func TestNothingChecked(t *testing.T) {
	d := gate.Decide(input(clash("", "", 0, own)))
	if got := reasons(d); d.Outcome != gate.Publish || !slices.Equal(got, []string{"note nothing-checked"}) {
		t.Errorf("%s %q", d.Outcome, got)
	}
	if got := reasons(gate.Decide(input(clash("", "", 0, voice)))); len(got) > 0 {
		t.Errorf("a draft with a claim: %q", got)
	}
}

// TestFigureUpdated: a figure that is newer than one's own is no finding, but told.
func TestFigureUpdated(t *testing.T) {
	later := func(other string) gate.Input {
		r := numbers()
		r.Findings, r.SetAside = nil, []compare.SetAside{{A: "c1", B: "c0", Reason: "supersession", Type: compare.Number, Why: "It is newer."}}
		r.Claims[0].Date, r.Claims[1].Outlet = "2031-05-06", other
		return input(r)
	}
	d := gate.Decide(later("Harbour Post"))
	if got := reasons(d); d.Outcome != gate.Publish || !slices.Equal(got, []string{"note figure-updated"}) || !strings.HasSuffix(d.Reasons[0].What, "an earlier day. It is newer.") {
		t.Errorf("%s %q %+v", d.Outcome, got, d.Reasons)
	}
	if got := reasons(gate.Decide(later("Daily Lantern"))); len(got) > 0 {
		t.Errorf("another outlet's figure: %q", got)
	}
	older := later("Harbour Post")
	older.Report.Claims[0].Date = "2031-05-01"
	if got := reasons(gate.Decide(older)); len(got) > 0 {
		t.Errorf("an older draft: %q", got)
	}
}

// TestHoldOn: a newsroom may have warnings hold, too.
func TestHoldOn(t *testing.T) {
	in := input(clash(compare.Conflict, compare.Antonym, .55, voice, other))
	if d := gate.Decide(in); d.Outcome != gate.Publish || len(d.Warnings()) != 1 || len(d.Errors()) != 0 {
		t.Errorf("by default: %s", d.Outcome)
	}
	in.Policy = policy("hold_on: warning")
	if d := gate.Decide(in); d.Outcome != gate.Hold {
		t.Errorf("hold_on: warning: %s", d.Outcome)
	}
}

// TestSeveralDrafts: each has an outcome of its own, and two that oppose each
// other are both held.
func TestSeveralDrafts(t *testing.T) {
	r := clash(compare.Conflict, compare.Number, .62, voice, said{"second", claims.Own, "", "The pier at Ossick is open to 40 boats."}, other)
	in := input(r)
	in.Drafts = append(in.Drafts, gate.Draft{Article: "second", Path: "second.txt"}, gate.Draft{Article: "other", Path: "other.txt"})
	d := gate.Decide(in)
	var got []gate.Outcome
	for _, x := range d.Drafts {
		got = append(got, x.Outcome)
	}
	if diff := cmp.Diff([]gate.Outcome{gate.Hold, gate.Hold, gate.Publish}, got); diff != "" || d.Outcome != gate.Hold {
		t.Errorf("%s (-want +got):\n%s", d.Outcome, diff)
	}
}

// TestReasonsInOrder: errors before warnings before notes, whatever was found
// first; and the input is left alone.
func TestReasonsInOrder(t *testing.T) {
	r := clash(compare.Dispute, compare.Negation, .9, source, outside, voice, own, other)
	r.Findings = append(r.Findings,
		compare.Finding{ID: "f_2", Relation: compare.Conflict, Type: compare.Antonym, A: "c2", B: "c4", Score: .55},
		compare.Finding{ID: "f_3", Relation: compare.Conflict, Type: compare.Number, A: "c3", B: "c2", Score: .61})
	before := len(r.Findings)
	d := gate.Decide(input(r))
	want := []string{"error number-against-own", "warning contradicts-archive", "note dispute-with-archive"}
	if diff := cmp.Diff(want, reasons(d)); diff != "" || len(r.Findings) != before || r.Findings[2].A != "c3" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEveryCodeIsExplained wants every code to be on the list once, with what to
// do, and the default policy to have a rule for each that a rule may name.
func TestEveryCodeIsExplained(t *testing.T) {
	seen := map[gate.Code]bool{}
	for _, c := range gate.Codes() {
		if c.Doc == "" || c.Do == "" || seen[c.Code] || !strings.HasSuffix(c.Doc, ".") || !strings.HasSuffix(c.Do, ".") {
			t.Errorf("%s is not explained, or twice", c.Code)
		}
		seen[c.Code] = true
		ruled := slices.ContainsFunc(gate.Default().Rules, func(r gate.Rule) bool { return r.Code == c.Code && r.From == 0 && r.Type == "" })
		if ruled != (c.About != gate.OfFailure) {
			t.Errorf("%s: a default rule for it: %t", c.Code, ruled)
		}
	}
	if _, ok := gate.Code("no-such").Info(); ok {
		t.Error("a code that is not on the list is explained")
	}
}
