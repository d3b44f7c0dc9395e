package hub

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// answering is how long a hub may take to begin its answer, stalling how long
// none of it may come: what a busy line needs, with room. Guesses.
const (
	answering = 30 * time.Second
	stalling  = 60 * time.Second
)

// mostRedirects is net/http's own figure.
const mostRedirects = 10

// transport is net/http's, with the proxy of the environment, but patient only
// for so long, and never unpacking: a file's bytes are what is measured.
var transport = sync.OnceValue(func() http.RoundTripper {
	base, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return http.DefaultTransport
	}
	t := base.Clone()
	t.ResponseHeaderTimeout = answering
	t.DisableCompression = true
	return t
})

// Address checks the address of a hub: https, or anything on this very machine,
// where tests have theirs.
func Address(hub string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimRight(hub, "/"))
	if err != nil || u.Host == "" || !safe(u, loopback(u)) {
		return nil, &Error{Reason: fmt.Sprintf("%q is no address of a hub", hub), Hint: "give one that begins with https://"}
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, &Error{Reason: fmt.Sprintf("the address of the hub has more than host and path: %s", u.Redacted()),
			Hint: "crosscheck sends no password; give the address alone"}
	}
	return u, nil
}

// safe reports whether to send a request there.
func safe(u *url.URL, local bool) bool {
	return u.Scheme == "https" || u.Scheme == "http" && local && loopback(u)
}

// loopback reports whether an address is this machine's.
func loopback(u *url.URL) bool {
	if u.Hostname() == "localhost" {
		return true
	}
	ip := net.ParseIP(u.Hostname())
	return ip != nil && ip.IsLoopback()
}

// answer is what the chain of answers to one request says, from the hub's own
// to that of the store it sends us to.
type answer struct {
	digest digest
	size   int64  // bytes of the whole file; -1 where not told
	commit string // the revision that the hub answered from, "" where not told
}

// learn takes in one answer of the chain; own tells that the hub gave it.
func (a *answer) learn(h http.Header, own bool) {
	if !own {
		return
	}
	if d := announced(h); d != (digest{}) {
		a.digest = d
	}
	if n := parseSize(h.Get("X-Linked-Size")); n >= 0 {
		a.size = n
	}
	if commit := h.Get("X-Repo-Commit"); commit != "" {
		a.commit = commit
	}
}

// client follows redirects to safe places and learns from each.
func (a *answer) client(hub *url.URL) *http.Client {
	return &http.Client{Transport: transport(), CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if r.Response != nil {
			a.learn(r.Response.Header, r.Response.Request.URL.Host == hub.Host)
		}
		switch {
		case len(via) >= mostRedirects:
			return &Error{Err: ErrAnswer, Reason: "the hub redirects without end", Hint: "try later, or another hub: --from URL"}
		case !safe(r.URL, loopback(hub)):
			return &Error{Err: ErrAnswer, Reason: "the hub redirects to " + r.URL.Redacted() + ", which is not https",
				Hint: "what comes that way could be anybody's; try another network, or another hub: --from URL"}
		}
		return nil
	}}
}

// unreachable says why a request had no answer.
func unreachable(hub *url.URL, err error) error {
	if own, ok := errors.AsType[*Error](err); ok {
		return own
	}
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err // without the address, which may be long
	}
	dial, isDial := errors.AsType[*net.OpError](err)
	_, isName := errors.AsType[*net.DNSError](err)
	if isName || isDial && (dial.Op == "dial" || dial.Op == "proxyconnect") || strings.Contains(err.Error(), "tls:") || strings.Contains(err.Error(), "x509:") {
		return &Error{Err: errors.Join(ErrUnreachable, err), Reason: fmt.Sprintf("%s cannot be reached: %v", hub.Host, err),
			Hint: "is there a network, and is HTTPS_PROXY set where a proxy is needed? A model's folder that was copied here by hand does as well: --model DIR"}
	}
	return &Error{Err: errors.Join(ErrCut, err), Reason: fmt.Sprintf("the connection to %s broke off: %v", hub.Host, err), Hint: goOn}
}

// goOn is what to do where a part was kept.
const goOn = "run the same command again: it goes on where it stopped"
