package article

import (
	"strings"
	"sync"
)

// outletKind is what an outlet of the list is.
type outletKind string

const (
	agency    outletKind = "agency"    // also credited for pictures and for parts of reports
	syndicate outletKind = "syndicate" // sells columns to papers; never the paper
)

// outlet is an entry of the list of known outlets.
type outlet struct {
	name string
	kind outletKind
}

// outlets are the known outlets by their folded names.
var outlets = sync.OnceValue(func() map[string]outlet {
	out := map[string]outlet{}
	for _, row := range list("outlets")[""] {
		cells := strings.Split(row, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) < 2 {
			continue // a test reads every row
		}
		o := outlet{cells[0], outletKind(cells[1])}
		out[outletKey(o.name)] = o
		for _, alias := range cells[2:] {
			out[outletKey(alias)] = o
		}
	}
	return out
})

// outletKey folds a name for looking it up: no case, no leading article.
func outletKey(s string) string {
	return strings.TrimPrefix(strings.ToLower(squeeze(s)), "the ")
}

// lookUp finds a known outlet by any of its names.
func lookUp(name string) (outlet, bool) {
	o, ok := outlets()[outletKey(strings.Trim(name, " .,;:!?-–—\u00a0"))]
	return o, ok
}

// knownOutlet is the name to print of a known outlet.
func knownOutlet(name string) (string, bool) {
	o, ok := lookUp(name)
	return o.name, ok && o.kind != syndicate
}

// isOutletName reports whether a line is the name of an outlet that is no
// agency: an agency's name by itself is a credit.
func isOutletName(s string) bool {
	if len(s) > 60 {
		return false
	}
	o, ok := lookUp(s)
	return ok && o.kind != agency && o.kind != syndicate
}

// leadingOutlet is the known outlet that words begin with, the longest such.
func leadingOutlet(words []string) (outlet, bool) {
	for n := min(len(words), 6); n > 0; n-- {
		if o, ok := lookUp(strings.Join(words[:n], " ")); ok {
			return o, true
		}
	}
	return outlet{}, false
}
