package check

import (
	"context"
	"slices"
	"testing"

	"crosscheck/compare"
	"crosscheck/compare/jury"
	"crosscheck/compare/second"
)

// TestWide holds that two sources who speak of a matter without a word in common are
// set against each other where the bar is low, and only there.
func TestWide(t *testing.T) {
	list := articles(t,
		"Anger over mill\n\nThe harbour board let the Hale mill keep its lease in May, and the tenants of Quay Street heard of it in July.\n\n"+
			"A letter in which the tenants asked for an inquiry lay unopened at the town hall all summer, beside forty others about drains and dogs. "+
			"Ann Lee found it in September. \"This was an illegal arrangement,\" said Lee.\n",
		"Hale keeps quays\n\nThe harbour board let the Hale mill keep its lease in May, and the Hale family has been milling there since 1890.\n\n"+
			"Flour from three counties passes over a wooden bridge that was old when the grandfather of the present owner learned to drive a cart. "+
			"Tom Hale shrugs. \"Everything we did then was proper,\" said Hale.\n")
	legality := func(judge compare.Judge, opt Options) bool {
		opt.Judge = judge
		r, err := Run(context.Background(), list, opt)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(r.Findings, func(f compare.Finding) bool { return f.Rule == "legality" })
	}
	if !legality(jury.New().Down(.01), Options{}) {
		t.Error("from .01 on: not found")
	}
	if legality(jury.New(), Options{}) {
		t.Error("found at the usual bar")
	}
	if o := (Options{Judge: jury.New().Down(.1), Second: second.Options{Scorer: noScorer{}}}); o.wide() {
		t.Error("wide with a second judge")
	}
}

type noScorer struct{ compare.Scorer }
