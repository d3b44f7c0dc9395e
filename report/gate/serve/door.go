package serve

import (
	"slices"
	"strings"

	"crosscheck/report/review/people"
)

// may is what an account needs for a route.
type may int

// What a route may need.
const (
	anybody   may = iota // nothing, not even an account
	reads                // a token
	audits               // a token of an admin
	writes               // a token that writes, or is for the gate
	overrides            // one of these, of an adjudicator or admin
)

// Overriders are the roles that may let a draft run in spite of warnings: those
// that decide between two readers, too.
var Overriders = []string{"adjudicator", "admin"}

// auditor is the role that may read the whole log.
const auditor = "admin"

// person is who asks.
type person = people.Account

// admit refuses who may not ask.
func (s *Server) admit(c *call, needs may) error {
	if needs == anybody {
		return nil
	}
	scheme, secret, _ := strings.Cut(c.r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || strings.TrimSpace(secret) == "" {
		return problem(Unauthorized, "No token was sent.")
	}
	token, account, ok, err := s.opt.Book.Token(c.r.Context(), strings.TrimSpace(secret))
	switch {
	case err != nil:
		return broken(err)
	case !ok:
		return problem(Unauthorized, "The token is not known, or has ended.")
	}
	c.who = account
	switch {
	case needs == audits && account.Role != auditor:
		return problem(Forbidden, "Your account has the role %s; to read the log takes %s.", account.Role, auditor)
	case needs >= writes && !token.Writes && !token.Gate:
		return problem(Forbidden, "This token may only read.")
	case needs == overrides && !slices.Contains(Overriders, account.Role):
		return problem(Forbidden, "Your account has the role %s; to override takes one of %s.", account.Role, strings.Join(Overriders, ", "))
	}
	return nil
}
