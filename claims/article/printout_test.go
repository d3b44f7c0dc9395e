package article

import (
	"strings"
	"testing"
)

func TestPrintout(t *testing.T) {
	for _, s := range []string{
		"{\n  \"version\": \"1.2\",\n  \"articles\": [\n", "<!DOCTYPE html>\n<html>\n<head>\n<meta name=\"generator\" content=\"crosscheck\">\n",
		"12 articles from 4 outlets: 198 claims on 31 topics, 46 named speakers.\n", "1 article from 1 outlet: 0 claims.\n",
		"# Statements that oppose each other\n\n2 articles from 2 outlets: 98 claims on 1 topic.\n", "3 articles from 2 outlets in 1 story: 1,198 claims on 31 topics.\n",
	} {
		if got := printout([]byte(s)); !strings.Contains(got, "hint: ") {
			t.Errorf("%q: %q", s, got)
		}
	}
	for _, s := range []string{"", "12 articles from 4 outlets were read by the board.", "{\"version\": \"1.2\"}", "<meta name=\"generator\" content=\"Tarn\">"} {
		if got := printout([]byte(s)); got != "" {
			t.Errorf("%q: %q", s, got)
		}
	}
}
