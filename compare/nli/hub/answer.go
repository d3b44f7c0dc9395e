package hub

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// begins is the place in the file at which an answer begins. It learns the size
// of the file.
func (f *fetch) begins(r *http.Response, at int64, got *answer) (int64, error) {
	switch r.StatusCode {
	case http.StatusOK:
		if got.size < 0 {
			got.size = r.ContentLength
		}
		return 0, f.checkHead(got)
	case http.StatusPartialContent:
		from, total := contentRange(r.Header.Get("Content-Range"))
		if from != at {
			f.draft.remove()
			return 0, fmt.Errorf("the hub sends the file from another place on: %w", ErrCut)
		}
		if got.size < 0 {
			got.size = total
		}
		return at, f.checkHead(got)
	case http.StatusRequestedRangeNotSatisfiable:
		if _, total := contentRange(r.Header.Get("Content-Range")); at > 0 && total == at {
			got.size = at
			return at, f.checkHead(got)
		}
		f.draft.remove()
		return 0, fmt.Errorf("what was kept of the file is longer than the file: %w", ErrCut)
	}
	return 0, f.refusal(r)
}

// checkHead refuses, before a byte is kept, what cannot be the file.
func (f *fetch) checkHead(got *answer) error {
	switch {
	case got.commit != "" && got.commit != f.revision:
		return &Error{Err: ErrAnswer, Reason: fmt.Sprintf("%s: the hub answers from revision %.12s, not %.12s", f.file.Path, got.commit, f.revision),
			Hint: "the address may be another hub's; give the right one: --from URL"}
	case got.size > f.limit():
		return f.tooLarge()
	case f.file.Size > 0 && !f.file.Rounded && got.size >= 0 && got.size != f.file.Size:
		return &Error{Err: ErrSum, Reason: fmt.Sprintf("%s: the hub's file has %d bytes, the table's %d", f.file.Path, got.size, f.file.Size),
			Hint: "it is not the file that we know; nothing was kept"}
	}
	return nil
}

// limit is how large the file may be: its size, where it is known; twice that
// where the page rounded it, or it is small.
func (f *fetch) limit() int64 {
	switch {
	case f.file.Size == 0:
		return largest
	case f.file.Rounded:
		return 2*f.file.Size + 1<<20
	}
	return f.file.Size
}

func (f *fetch) tooLarge() error {
	f.draft.remove()
	return &Error{Err: ErrTooLarge, Reason: fmt.Sprintf("%s: what comes is larger than the file can be (%d bytes): it was removed", f.file.Path, f.limit()),
		Hint: "the address may be another hub's; give the right one: --from URL"}
}

// wrongSum tells both checksums.
func (f *fetch) wrongSum(now, hub digest) error {
	is, want, who := now.sha256, f.own, map[Checked]string{ByTable: "our table", ByLock: LockName}[f.by]
	if f.own == "" || f.own == is {
		want, who = hub.sha256, "the hub"
	}
	if want == "" {
		is, want = now.blob, hub.blob
	}
	return &Error{Err: ErrSum, Reason: fmt.Sprintf("%s: the checksum of what came is %.16s..., and %s says %.16s...: the file was removed", f.file.Path, is, who, want),
		Hint: "run the command again; where it stays so, somebody changed the file, on the hub or on the way: do not use it"}
}

// refusal is the error of an answer without a file.
func (f *fetch) refusal(r *http.Response) error {
	e := &Error{Reason: fmt.Sprintf("%s: the hub answers %d %s", f.file.Path, r.StatusCode, http.StatusText(r.StatusCode))}
	switch {
	case r.StatusCode == http.StatusTooManyRequests, r.StatusCode == http.StatusRequestTimeout, r.StatusCode >= 500:
		return &busy{status: r.StatusCode, after: retryAfter(r.Header.Get("Retry-After"), time.Now())}
	case r.StatusCode == http.StatusUnauthorized, r.StatusCode == http.StatusForbidden:
		e.Err, e.Hint = ErrRefused, "its owner may have closed it, or wants one to agree to something first; fetch it by hand on the hub's page, and name its folder: --model DIR"
	case r.StatusCode == http.StatusNotFound, r.StatusCode == http.StatusGone:
		e.Err, e.Hint = ErrMissing, "its owner may have moved it, or the address is no hub's (--from, CROSSCHECK_HUB); a folder that was copied here by hand does as well: --model DIR"
	default:
		e.Err, e.Hint = ErrAnswer, "is the address a hub's (--from, CROSSCHECK_HUB), and is there no login page in between?"
	}
	return e
}

// contentRange reads "bytes 5-9/10" and "bytes */10"; -1 for what is not told.
func contentRange(value string) (from, total int64) {
	value, _ = strings.CutPrefix(value, "bytes ")
	span, whole, _ := strings.Cut(value, "/")
	first, _, _ := strings.Cut(span, "-")
	return parseSize(first), parseSize(whole)
}

// parseSize is a count of bytes, -1 where it is none.
func parseSize(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return -1
	}
	return n
}
