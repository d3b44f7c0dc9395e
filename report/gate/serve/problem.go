package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// Name names a kind of refusal. The list is closed: a program may rely on it.
type Name string

// The refusals.
const (
	Unauthorized   Name = "unauthorized"
	Forbidden      Name = "forbidden"
	NotFound       Name = "not-found"
	WrongMethod    Name = "method-not-allowed"
	Malformed      Name = "malformed"
	TooDeep        Name = "too-deep"
	TooLarge       Name = "too-large"
	TooSlow        Name = "too-slow"
	Unsupported    Name = "unsupported-type"
	BadEncoding    Name = "unsupported-encoding"
	NoText         Name = "no-text"
	BadKey         Name = "idempotency-key-malformed"
	KeyReused      Name = "idempotency-key-reused"
	KeyBusy        Name = "idempotency-key-busy"
	Overloaded     Name = "overloaded"
	NotReady       Name = "not-ready"
	NoReason       Name = "override-without-reason"
	NoCheck        Name = "override-without-check"
	OtherCheck     Name = "override-of-another-check"
	OtherVersion   Name = "override-of-another-version"
	ErrorsBlock    Name = "override-of-an-error"
	NothingToDo    Name = "nothing-to-override"
	AlreadyAllowed Name = "already-overridden"
	Raced          Name = "changed-meanwhile"
	Broken         Name = "internal"
)

// ProblemInfo explains a refusal.
type ProblemInfo struct {
	Name   Name
	Status int
	Title  string // the same for every occurrence
	Do     string // what to do about it
}

// problems is the one list of refusals, in the order of the reference.
var problems = []ProblemInfo{
	{Unauthorized, http.StatusUnauthorized, "The gate does not know you.", "Send a token as \"Authorization: Bearer ck_…\"; \"crosscheck accounts token\" makes one."},
	{Forbidden, http.StatusForbidden, "This token may not do that.", "Use a token that may write, of an account with the role that it takes."},
	{NotFound, http.StatusNotFound, "There is nothing under this address.", "See /openapi.json for what there is; a draft is known once it was checked."},
	{WrongMethod, http.StatusMethodNotAllowed, "This address takes another method.", "Use the method that the header Allow names."},
	{Malformed, http.StatusBadRequest, "The request could not be read.", "Send what /openapi.json describes."},
	{TooDeep, http.StatusBadRequest, "The JSON is nested too deeply.", "Send the article without what is linked to it."},
	{TooLarge, http.StatusRequestEntityTooLarge, "The body is too large.", "Send the text of one article, without pictures."},
	{TooSlow, http.StatusRequestTimeout, "The body came too slowly.", "Send it again over a better connection."},
	{Unsupported, http.StatusUnsupportedMediaType, "This content type is not read.", "Send JSON, HTML, Markdown or plain text, and say so in Content-Type."},
	{BadEncoding, http.StatusUnsupportedMediaType, "This content encoding is not read.", "Send the body as it is, or packed by gzip once."},
	{NoText, http.StatusUnprocessableEntity, "There is no text to check.", "Send the article's body, too."},
	{BadKey, http.StatusBadRequest, "The idempotency key cannot be used.", "Use 1 to 255 visible ASCII characters, as in a UUID."},
	{KeyReused, http.StatusUnprocessableEntity, "This idempotency key came with another body before.", "Use a new key for a new request."},
	{KeyBusy, http.StatusConflict, "The first request with this idempotency key is still under way.", "Send it again when Retry-After says so."},
	{Overloaded, http.StatusServiceUnavailable, "The gate has too much to do.", "Send it again when Retry-After says so."},
	{NotReady, http.StatusServiceUnavailable, "The gate is not ready yet.", "Send it again when Retry-After says so."},
	{NoReason, http.StatusUnprocessableEntity, "An override needs a reason.", "Say in \"reason\" why the draft may run in spite of the warnings."},
	{NoCheck, http.StatusUnprocessableEntity, "An override must say what it overrides.", "Send in \"check\" what the answer that the editor saw has under this name."},
	{OtherCheck, http.StatusConflict, "The draft was checked again, and with another outcome.", "Look at the draft's state, and override what it says now."},
	{OtherVersion, http.StatusConflict, "Another version of this story was checked since.", "Override that version, which \"newer\" names, or check this one again."},
	{ErrorsBlock, http.StatusConflict, "Errors cannot be overridden.", "Correct the draft; or record a decision on the pair at the desk, or a waiver in the policy."},
	{NothingToDo, http.StatusConflict, "There is no warning to override.", "Nothing: it may run."},
	{AlreadyAllowed, http.StatusConflict, "These warnings are overridden already.", "Nothing: the draft's state tells by whom."},
	{Raced, http.StatusConflict, "Something else was recorded on this draft at the same moment.", "Look at the draft's state and try again."},
	{Broken, http.StatusInternalServerError, "The gate could not do this.", "Try again; the server's log has more under the request's ID."},
}

// Problems returns all refusals, in the order of the reference.
func Problems() []ProblemInfo { return slices.Clone(problems) }

// Info explains the refusal; ok is false for one that is not on the list.
func (n Name) Info() (info ProblemInfo, ok bool) {
	for _, i := range problems {
		if i.Name == n {
			return i, true
		}
	}
	return ProblemInfo{Name: n, Status: http.StatusInternalServerError}, false
}

// Problem is a refusal, as RFC 9457 ("Problem Details for HTTP APIs") has it.
type Problem struct {
	ProblemInfo
	Detail string // about this occurrence; "" for nothing
	Newer  string // with OtherVersion: the version that was checked since
	cause  error  // for our log alone
}

// Error is the title.
func (p *Problem) Error() string { return p.Title }

// Unwrap is what lies behind it.
func (p *Problem) Unwrap() error { return p.cause }

func problem(n Name, detail string, args ...any) *Problem {
	info, _ := n.Info()
	if len(args) > 0 {
		detail = fmt.Sprintf(detail, args...)
	}
	return &Problem{ProblemInfo: info, Detail: detail}
}

// broken is the refusal for a fault of ours.
func broken(err error) *Problem {
	p := problem(Broken, "")
	p.cause = err
	return p
}

// problemJSON is a problem as it is sent.
type problemJSON struct {
	Type    string `json:"type"`
	Title   string `json:"title"`
	Status  int    `json:"status"`
	Detail  string `json:"detail,omitempty"`
	Code    Name   `json:"code"`
	Do      string `json:"do"`
	Newer   string `json:"newer,omitempty"`
	Request string `json:"request"`
}

// retryAfter is how long whoever was refused for lack of room should wait, in
// seconds: a check takes a fraction of one.
const retryAfter = "1"

// refuse answers with a problem.
func (c *call) refuse(p *Problem) {
	h := c.w.Header()
	switch p.Name {
	case Unauthorized:
		h.Set("WWW-Authenticate", `Bearer realm="crosscheck"`)
	case Overloaded, NotReady, KeyBusy:
		h.Set("Retry-After", retryAfter)
	case BadEncoding:
		h.Set("Accept-Encoding", "gzip, identity")
	}
	body, err := json.Marshal(problemJSON{"urn:crosscheck:problem:" + string(p.Name), p.Title, p.Status, p.Detail, p.Name, p.Do, p.Newer, c.id})
	if err != nil {
		http.Error(c.w, p.Title, p.Status)
		return
	}
	c.send(p.Status, "application/problem+json", append(body, '\n'))
}
