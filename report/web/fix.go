package web

import (
	"net/http"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/report/review"
)

// fixSpeaker corrects who said something.
func (d *Desk) fixSpeaker(w http.ResponseWriter, r *http.Request) error {
	return d.fixClaim(w, r, func(in input, c *claims.Claim, _ *claims.Article, fix *review.Correction) error {
		fix.Kind = review.FixSpeaker
		if c.Speaker != nil {
			fix.Was = c.Speaker.Name
		}
		if name := strings.TrimSpace(in.Get("name")); name != "" {
			fix.Speaker = &claims.Speaker{Name: name, Role: strings.TrimSpace(in.Get("role")), Affiliation: strings.TrimSpace(in.Get("affiliation"))}
		}
		return nil
	})
}

// neighbour is how much of the text around corrected words is kept, so that they
// are found again where they stand twice.
const neighbour = 32 // bytes

// fixSpan corrects what was said: words of the article.
func (d *Desk) fixSpan(w http.ResponseWriter, r *http.Request) error {
	return d.fixClaim(w, r, func(in input, c *claims.Claim, a *claims.Article, fix *review.Correction) error {
		fix.Kind, fix.Was = review.FixSpan, c.Text
		words := strings.TrimSpace(strings.ReplaceAll(in.Get("words"), "\r\n", "\n"))
		if a == nil || words == "" || !strings.Contains(a.Text, words) {
			return fault(http.StatusUnprocessableEntity, "These words do not stand so in the article. Copy them from it, to the letter.")
		}
		at := nearest(a.Text, words, c.Content)
		fix.Quote = &review.Quote{Exact: words, Prefix: tail(a.Text[:at]), Suffix: head(a.Text[at+len(words):])}
		return nil
	})
}

// nearest is where in the text the words stand, next to what the claim had.
func nearest(text, words string, had []claims.Span) int {
	best := strings.Index(text, words)
	if len(had) == 0 {
		return best
	}
	for at := best; at >= 0; {
		if gap(at, had[0].Start) < gap(best, had[0].Start) {
			best = at
		}
		next := strings.Index(text[at+1:], words)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return best
}

func gap(a, b int) int { return max(a-b, b-a) }

// tail and head are the end and the beginning of a text, in whole letters.
func tail(s string) string { return strings.ToValidUTF8(s[max(0, len(s)-neighbour):], "") }
func head(s string) string { return strings.ToValidUTF8(s[:min(len(s), neighbour)], "") }

// fixClaim records a correction of a claim and leads back to the pair.
func (d *Desk) fixClaim(w http.ResponseWriter, r *http.Request, fill func(input, *claims.Claim, *claims.Article, *review.Correction) error) error {
	in, err := read(r)
	if err != nil {
		return err
	}
	b, err := d.current(r)
	if err != nil {
		return err
	}
	c := b.claims[r.PathValue("id")]
	if c == nil {
		return fault(http.StatusNotFound, "This claim is not in the report.")
	}
	fix := review.Correction{Claim: review.ClaimRef{Key: b.keys.Claim(c.ID), Outlet: c.Outlet}}
	if err := fill(in, c, b.articles[c.Article], &fix); err != nil {
		return err
	}
	return d.correct(w, r, in, fix, func(now *board) string {
		return now.pairOf(c.ID, in.Get("pair"), in.filter())
	})
}

// pairOf is the address of the pair that a claim is in: the one from which the
// person came where it is still there, since other words make another pair.
func (b *board) pairOf(claim, pair string, f Filter) string {
	if b.byKey[pair] != nil {
		return address(pair, f)
	}
	if i := slices.IndexFunc(b.items, func(it *item) bool { return it.finding.A == claim || it.finding.B == claim }); i >= 0 {
		return address(b.items[i].Key, f)
	}
	return "/queue?" + f.Query()
}

// correct records a correction.
func (d *Desk) correct(w http.ResponseWriter, r *http.Request, in input, fix review.Correction, next func(*board) string) error {
	e := in.event(r, review.Correct)
	e.Subject, e.Correction = fix.Subject(), &fix
	got, err := d.record(r, e, review.Whatever)
	if err != nil {
		return err
	}
	b, err := d.current(r)
	if err != nil {
		return err
	}
	return d.done(w, r, got, next(b))
}
