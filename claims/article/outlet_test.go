package article

import (
	"strings"
	"testing"
)

func TestOutlet(t *testing.T) {
	page := func(end string) string { return "Bridge stays open\n\n" + body + "\n\n" + end }
	for _, c := range []struct{ in, want, origin string }{
		{"OLDMOUTH (Reuters) - " + body, "Reuters", "page"},
		{"(AP) — " + body, "Associated Press", "page"},
		{"(CNN)" + body, "CNN", "page"},
		{"WASHINGTON, Jan 3 (Reuters) - " + body, "Reuters", "page"},
		{"MOSCOW, November 18. /TASS/. " + body, "TASS", "page"},
		{page("© 2017 The Guardian"), "The Guardian", "page"},
		{page("Copyright 2019 Tarn Evening Post Ltd. All rights reserved."), "Tarn Evening Post", "page"},
		{page("Subscribe to The Times"), "The Times", "page"},
		{page("The opinions here do not represent the views of TarnOnline."), "TarnOnline", "page"},
		{page("Click to follow\nThe Independent US"), "The Independent", "page"},
		{page("CLICK HERE TO GET THE FOX NEWS APP"), "Fox News", "page"},
		{"Bridge stays open | The Guardian\n\n" + body, "The Guardian", "page"},
		{"Bridge stays open\nBBC News\n" + body, "BBC News", "page"},

		// Names on a page that are not its own.
		{page("Reuters contributed to this report."), "X", "file"},
		{page("The old bridge on Monday Getty Images"), "X", "file"},
		{page("“It will hold,” the mayor told CNN."), "X", "file"},
		{page("Subscribe to read the full story\nComplimentary access to The New York Times\nCancel anytime"), "X", "file"},
		{page("Follow Karin Dahl on Twitter"), "X", "file"},
		{page("© 2017 King Features Syndicate"), "X", "file"},
		{page("© Anna Sorel/TASS"), "X", "file"},
	} {
		a := one(t, "x.txt", c.in)
		if a.Outlet != c.want && !(c.origin == "file" && a.Outlet == "X") || string(a.Origin.Outlet) != c.origin {
			t.Errorf("%q: %q from %q, want %q from %q", c.in, a.Outlet, a.Origin.Outlet, c.want, c.origin)
		}
	}
}

func TestPathOutlet(t *testing.T) {
	for _, c := range []struct{ path, want, origin string }{
		{"northern-echo/1.txt", "Northern Echo", "folder"},
		{"in/bbc/2017/01/1.txt", "BBC News", "folder"},
		{"home/ann/articles/the_harbour_courier-2017-01-20.txt", "The Harbour Courier", "file"},
		{"seeds/000_0123456789abcdef.txt", "000_0123456789abcdef", "file"},
		{"courier.jsonl.gz", "Courier", "file"},
		{"data/tarn-post-0a1b2c3d4e.md", "Tarn Post", "file"},
		{"facade/1.txt", "Facade", "folder"},
		{"-", "", ""},
	} {
		name, origin := pathOutlet(c.path)
		if name != c.want || string(origin) != c.origin {
			t.Errorf("%s: %q from %q, want %q from %q", c.path, name, origin, c.want, c.origin)
		}
	}
}

// TestLists reads every list and finds each entry again.
func TestLists(t *testing.T) {
	if n := len(list("outlets")[""]); n < 150 {
		t.Errorf("%d outlets", n)
	}
	for _, row := range list("outlets")[""] {
		cells := strings.Split(row, "|")
		if len(cells) < 2 {
			t.Errorf("outlets: %q has no kind", row)
			continue
		}
		if o, ok := lookUp(strings.TrimSpace(cells[0])); !ok || o.name != strings.TrimSpace(cells[0]) {
			t.Errorf("outlets: %q is found as %q", row, o.name)
		}
		switch kind := strings.TrimSpace(cells[1]); kind {
		case "agency", "syndicate", "paper", "broadcaster", "magazine", "site":
		default:
			t.Errorf("outlets: %q is of kind %q", row, kind)
		}
	}
	for _, name := range []string{"boilerplate", "captions"} {
		for section, phrases := range list(name) {
			for _, p := range phrases {
				if got := fold(p); got != p {
					t.Errorf("%s [%s]: %q can never match: it folds to %q", name, section, p, got)
				}
			}
		}
	}
	for _, name := range []string{"sections", "stamps", "generic"} {
		if len(set(name)()) < 20 {
			t.Errorf("list %s is short or gone", name)
		}
	}
	if len(creditNames()) < 40 {
		t.Error("the list of credits is short or gone")
	}
}
