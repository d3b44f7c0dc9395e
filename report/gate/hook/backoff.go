package hook

import (
	"errors"
	"math/rand/v2"
	"net/url"
	"time"
)

// How long a message waits between two tries. The first wait is for a receiver
// that is being restarted, the longest for one that is down over night; after
// giveUp nobody needs to be told any more that a story was held. Standard
// Webhooks recommends to go on "over multiple days".
const (
	firstWait   = time.Second
	longestWait = time.Hour
	giveUp      = 3 * 24 * time.Hour
)

// wait is how long a message waits after so many tries, from 1 on: twice as long
// each time, and up to a tenth longer, so that what failed together does not come
// back together.
func wait(tries int) time.Duration {
	d := longestWait
	if tries < 13 { // 2 to the 12th seconds are more than an hour
		d = min(firstWait<<max(tries-1, 0), longestWait)
	}
	return d + time.Duration(rand.Int64N(int64(d/10)+1))
}

// plainly is an error without the address that package http puts before it.
func plainly(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err
	}
	return err
}
