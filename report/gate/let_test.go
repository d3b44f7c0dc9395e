package gate_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
	"crosscheck/report/gate"
	"crosscheck/report/review"
)

// pair is the ledger's key of the finding of numbers.
func pair(r *compare.Report) string { return review.NewKeys(r).Pair("c0", "c1") }

// waiver is a policy with one waiver.
func waiver(fields string) string { return "waivers: [{" + fields + "}]" }

// TestWaivers has every way in which a waiver counts, or does not.
func TestWaivers(t *testing.T) {
	r := numbers()
	whole := "owner: M. Lind, reason: recounted on Monday, expires: 2031-05-06"
	for _, c := range []struct{ name, fields, want, let string }{
		{"by pair", "pair: " + pair(r) + ", " + whole, "", "M. Lind 2031-05-06 recounted on Monday"},
		{"by finding", "finding: f_1, " + whole, "", "M. Lind 2031-05-06 recounted on Monday"},
		{"by draft and code", "draft: ./draft.txt, code: number-against-own, " + whole, "", "M. Lind 2031-05-06 recounted on Monday"},
		{"by the draft's ID", "draft: draft, " + whole, "", "M. Lind 2031-05-06 recounted on Monday"},
		{"another finding", "finding: f_2, " + whole, "error number-against-own", ""},
		{"another code", "draft: draft.txt, code: misquote, " + whole, "error number-against-own", ""},
		{"another draft", "draft: second.txt, " + whole, "error number-against-own", ""},
		{"expired", "finding: f_1, owner: Lind, reason: recounted, expires: 2031-05-05", "error number-against-own, warning expired-waiver", ""},
		{"without a reason", "finding: f_1, owner: Lind, reason: ' ', expires: 2031-05-07", "error number-against-own, warning waiver-without-reason", ""},
		{"without an owner", "finding: f_1, reason: recounted, expires: 2031-05-07", "error number-against-own, warning waiver-without-owner", ""},
		{"without a day", "finding: f_1, reason: recounted, owner: Lind", "error number-against-own, warning waiver-without-expiry", ""},
		{"void, for another finding", "finding: f_2, owner: Lind", "error number-against-own", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input(r)
			in.Policy = policy(waiver(c.fields))
			d := gate.Decide(in)
			if got := strings.Join(reasons(d), ", "); got != c.want || lets(d) != c.let {
				t.Errorf("%q, let through %q; want %q, %q", got, lets(d), c.want, c.let)
			}
		})
	}
}

// lets says who let findings through, until when and why.
func lets(d gate.Decision) string {
	var out []string
	for _, l := range d.Let {
		out = append(out, strings.Join(strings.Fields(l.Who+" "+l.Until+" "+l.Why), " "))
	}
	return strings.Join(out, ", ")
}

// A waiver that does not count is named with its line, once.
func TestVoidWaiverIsNamed(t *testing.T) {
	in := input(numbers())
	in.Policy = policy("own: [Harbour Post]\nwaivers:\n  - finding: f_1\n    owner: M. Lind\n    reason: recounted\n    expires: 2031-05-01\n")
	d := gate.Decide(in)
	want := "The waiver of M. Lind (crosscheck.yaml:3) for finding f_1 has expired: its last day was 2031-05-01."
	if got := d.Warnings(); len(got) != 1 || got[0].What != want {
		t.Errorf("%+v\nwant %s", got, want)
	}
	faults := in.Policy.Faults(noon)
	if diff := cmp.Diff([]gate.Fault{{Line: 3, Code: gate.ExpiredWaiver}}, faults); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// event is a decision on the pair of a finding.
func event(r *compare.Report, verdict review.Verdict, expires time.Time) review.Event {
	keys := review.NewKeys(r)
	shown := keys.Shown(r.Findings[0])
	return review.Event{Seq: 1, ID: "e1", At: noon.AddDate(0, 0, -3), Who: "ada", Action: review.Decide, Subject: keys.Pair("c0", "c1"),
		Verdict: verdict, Why: "asked the harbour master", Expires: expires, Pair: &shown}
}

// TestDecisions: what people rejected does not hold, what they confirmed does.
func TestDecisions(t *testing.T) {
	for _, c := range []struct {
		verdict review.Verdict
		expires time.Time
		score   float64
		want    string
		let     string
	}{
		{review.DifferentSubject, time.Time{}, .62, "", "ada different subject: asked the harbour master"},
		{review.Superseded, noon.AddDate(0, 0, 1), .62, "", "ada 2031-05-07 superseded: asked the harbour master"},
		{review.Reported, time.Time{}, .62, "", "ada dispute as reported: asked the harbour master"},
		{review.Superseded, noon.AddDate(0, 0, -1), .62, "error number-against-own, warning expired-waiver", ""},
		{review.Unclear, time.Time{}, .55, "warning number-against-own", ""},
		{review.Contradiction, time.Time{}, .55, "error number-against-own", ""},
	} {
		r := numbers()
		r.Findings[0].Score = c.score
		in := input(r)
		in.Decisions = review.NewState(event(r, c.verdict, c.expires))
		d := gate.Decide(in)
		if got := strings.Join(reasons(d), ", "); got != c.want || lets(d) != c.let {
			t.Errorf("%s until %s: %q, let %q; want %q, %q", c.verdict, c.expires, got, lets(d), c.want, c.let)
		}
		if confirmed := c.verdict == review.Contradiction; confirmed && (!d.Reasons[0].Clash.Confirmed || d.Reasons[0].Clash.Score != 1) {
			t.Errorf("a person's word must count as certain: %+v", d.Reasons[0].Clash)
		}
	}
}

// TestBaseline: what an earlier report has is known, by its words and not its IDs.
func TestBaseline(t *testing.T) {
	before := numbers()
	before.Findings[0].ID = "f_old"
	before.Claims[0].ID, before.Findings[0].A = "old0", "old0"
	in := input(numbers())
	in.Baseline = before
	d := gate.Decide(in)
	if len(d.Reasons) > 0 || len(d.Let) != 1 || d.Let[0].By != gate.ByBaseline {
		t.Errorf("%q, let %v", reasons(d), d.Let)
	}
	before.Findings[0].Relation = compare.Shift
	if d := gate.Decide(in); len(d.Reasons) != 1 {
		t.Errorf("another relation: %q", reasons(d))
	}
}

// TestAllow: what the draft itself asks for.
func TestAllow(t *testing.T) {
	for _, c := range []struct{ text, policy, want, let string }{
		{"crosscheck: allow number-against-own because recounted", "", "", "recounted"},
		{"crosscheck: allow misquote, number-against-own because recounted", "", "note allow-unused", "recounted"},
		{`crosscheck: allow number-against-own for "Forty boats" because recounted`, "", "", "recounted"},
		{`crosscheck: allow number-against-own for "ten boats" because recounted`, "", "error number-against-own, note allow-unused", ""},
		{"crosscheck: allow number-against-own", "", "error number-against-own, warning allow-without-reason", ""},
		{"crosscheck: allow number-against-own because ", "", "error number-against-own, warning allow-without-reason", ""},
		{"crosscheck: allow numbers-against-own because recounted", "", "error number-against-own, warning allow-not-understood", ""},
		{"crosscheck: allow out-of-time because late", "", "error number-against-own, warning allow-not-understood", ""},
		{"crosscheck: please", "", "error number-against-own, warning allow-not-understood", ""},
		{"crosscheck: allow number-against-own because recounted", "inline: false", "error number-against-own, warning allow-refused", ""},
		{"crosscheck: allow contradicts-archive because we asked", "", "error number-against-own, note allow-unused", ""},
	} {
		in := input(numbers())
		_, in.Drafts[0].Allows = gate.Allows(c.text)
		if c.policy != "" {
			in.Policy = policy(c.policy)
		}
		d := gate.Decide(in)
		if got := strings.Join(reasons(d), ", "); got != c.want || lets(d) != c.let {
			t.Errorf("%s: %q, let %q; want %q, %q", c.text, got, lets(d), c.want, c.let)
		}
	}
}

// TestAllowOfAnotherDraft: a draft speaks for itself alone.
func TestAllowOfAnotherDraft(t *testing.T) {
	in := input(numbers())
	_, allows := gate.Allows("crosscheck: allow number-against-own because recounted")
	in.Drafts = append(in.Drafts, gate.Draft{Article: "second", Path: "second.txt", Allows: allows})
	d := gate.Decide(in)
	if d.Outcome != gate.Hold || !slices.Contains(reasons(d), "note allow-unused") {
		t.Errorf("%s %q", d.Outcome, reasons(d))
	}
}
