package hub

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// Attempts at one file that bring nothing new, and the waits between them: one
// second, doubled each time. A hub that names a longer wait is obeyed up to
// longestWait. Guesses.
const (
	attempts    = 5
	firstWait   = time.Second
	longestWait = 2 * time.Minute
)

// busy is an answer to come back for.
type busy struct {
	status int
	after  time.Duration // as the hub asks; 0 where it does not
}

func (b *busy) Error() string {
	return fmt.Sprintf("the hub answers %d %s", b.status, http.StatusText(b.status))
}

// Unwrap makes it one of the package's errors.
func (b *busy) Unwrap() error { return ErrBusy }

// passing reports whether an error may be gone at the next attempt.
func passing(err error) bool { return errors.Is(err, ErrBusy) || errors.Is(err, ErrCut) }

// wait is how long to wait after a failed attempt, counted from 1.
func wait(err error, attempt int) time.Duration {
	own := firstWait << (attempt - 1)
	if b, ok := errors.AsType[*busy](err); ok {
		own = max(own, b.after)
	}
	return min(own, longestWait)
}

// retryAfter reads the header: seconds, or a date.
func retryAfter(value string, now time.Time) time.Duration {
	if s, err := strconv.Atoi(value); err == nil && s > 0 {
		return time.Duration(min(s, int(longestWait/time.Second))) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

// sleep waits, unless the context ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
