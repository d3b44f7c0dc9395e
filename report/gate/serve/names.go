package serve

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/intake"
)

// name is what stands for something here: a hash that nobody can make without the
// secret, so that whoever sees it in a log or a message cannot try texts. What it
// is a name for comes first, and each part with its length, so that no two lists
// of parts are one.
func (s *Server) name(of string, parts ...string) string {
	h := hmac.New(sha256.New, s.secret)
	write(h, of)
	for _, p := range parts {
		write(h, p)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func write(h hash.Hash, s string) { fmt.Fprintf(h, "%d:%s", len(s), s) }

// draftName names this version of a draft: every change to what is read of it
// makes another one.
func (s *Server) draftName(d intake.Draft) string {
	parts := []string{d.Story, d.ID, d.Outlet, d.Title, d.Date, d.URL, d.Byline, d.Text}
	for _, a := range d.Allows {
		parts = append(parts, a.Text, string(a.Code), a.Words, a.Reason)
	}
	return "d_" + s.name("draft", parts...)
}

// storyName names the story, whatever its version; "" where the newsroom does not.
func (s *Server) storyName(d intake.Draft) string {
	if d.Story == "" {
		return ""
	}
	return "s_" + s.name("story", d.Story)
}

// sumName names what was decided on a draft: the same outcome for the same
// reasons has the same name.
func (s *Server) sumName(draft string, outcome gate.Outcome, reasons []docket.Reason) string {
	parts := []string{draft, string(outcome)}
	for _, r := range reasons {
		parts = append(parts, r.Code, r.Level, r.Pair)
	}
	return "c_" + s.name("check", parts...)
}

// reasonsOf are the errors and warnings of a decision, without their words.
func reasonsOf(d *gate.Decision) []docket.Reason {
	var out []docket.Reason
	for _, r := range d.Reasons {
		if r.Level != gate.Error && r.Level != gate.Warning {
			continue
		}
		one := docket.Reason{Code: string(r.Code), Level: string(r.Level)}
		if r.Clash != nil {
			one.Pair = r.Clash.Pair
		}
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b docket.Reason) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Pair, b.Pair))
	})
	return slices.Compact(out)
}
