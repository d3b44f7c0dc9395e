package hub

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// fetch is one file on its way.
type fetch struct {
	hub      *url.URL
	url      string
	revision string
	file     File
	draft    draft
	own      string  // the SHA-256 that we want, "" where we know none
	by       Checked // where own is from
	progress func(path string, done, total int64)
	waiting  func(path string, why error, wait time.Duration)
	sleep    func(context.Context, time.Duration) error
	patience time.Duration // without a byte
}

// run fetches the file, verifies it and puts it into its place.
func (f *fetch) run(ctx context.Context) (LockedFile, error) {
	resumed := f.draft.size() > 0
	got, err := f.attempts(ctx)
	if err != nil {
		return LockedFile{}, err
	}
	locked, err := f.settle(ctx, got)
	if errors.Is(err, ErrSum) && resumed {
		// The part that was there may be of another time: once more, from the first byte.
		if got, err = f.attempts(ctx); err == nil {
			locked, err = f.settle(ctx, got)
		}
	}
	return locked, err
}

// attempts fetches until the file is there, or an error comes that will not pass.
func (f *fetch) attempts(ctx context.Context) (answer, error) {
	for attempt := 1; ; attempt++ {
		before := f.draft.size()
		got, err := f.once(ctx)
		if ctx.Err() != nil {
			return got, context.Cause(ctx)
		}
		if err == nil || !passing(err) {
			return got, err
		}
		if f.draft.size() > before {
			attempt = 1 // it brought something
		}
		if attempt == attempts {
			return got, f.giveUp(err)
		}
		pause := wait(err, attempt)
		f.waiting(f.file.Path, err, pause)
		if err := f.sleep(ctx, pause); err != nil {
			return got, err
		}
	}
}

// giveUp is the error after the last attempt.
func (f *fetch) giveUp(err error) error {
	if own, ok := errors.AsType[*Error](err); ok {
		return own
	}
	return &Error{Err: err, Reason: fmt.Sprintf("%s: %v, %d times in a row", f.file.Path, err, attempts),
		Hint: "try again in a while: it goes on where it stopped"}
}

// once asks for what is missing of the file.
func (f *fetch) once(ctx context.Context) (answer, error) {
	got := answer{size: -1}
	at := f.draft.size()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, f.url, nil)
	if err != nil {
		return got, err
	}
	request.Header.Set("User-Agent", "crosscheck")
	request.Header.Set("Accept-Encoding", "identity")
	if at > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", at))
	}
	response, err := got.client(f.hub).Do(request)
	if err != nil {
		return got, unreachable(f.hub, err)
	}
	defer response.Body.Close()
	got.learn(response.Header, response.Request.URL.Host == f.hub.Host)
	at, err = f.begins(response, at, &got)
	if err != nil || response.StatusCode == http.StatusRequestedRangeNotSatisfiable {
		return got, err
	}
	return got, f.receive(ctx, response, at, got)
}

// receive appends the body to the draft.
func (f *fetch) receive(ctx context.Context, r *http.Response, at int64, got answer) error {
	body, stop := watch(ctx, r.Body, f.patience)
	defer stop()
	total := got.size
	if total < 0 {
		total = f.file.Size
	}
	done, err := f.draft.append(at, body, f.limit(), func(done int64) { f.progress(f.file.Path, done, total) })
	switch own, isOwn := errors.AsType[*Error](err); {
	case isOwn:
		return own // the disk's
	case done > f.limit():
		return f.tooLarge()
	case err != nil:
		return unreachable(f.hub, err)
	case got.size >= 0 && done < got.size:
		return unreachable(f.hub, io.ErrUnexpectedEOF)
	}
	return nil
}

// settle compares the draft with what is known of the file, and keeps or removes
// it.
func (f *fetch) settle(ctx context.Context, got answer) (LockedFile, error) {
	now, size, err := summed(ctx, f.draft.name)
	if err != nil {
		return LockedFile{}, err
	}
	checked, ok := now.agrees(f.own, f.by, got.digest)
	if !ok {
		f.draft.remove()
		return LockedFile{}, f.wrongSum(now, got.digest)
	}
	return LockedFile{Path: f.file.Path, Size: size, SHA256: now.sha256, Checked: checked}, f.draft.keep()
}
