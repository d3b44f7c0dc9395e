// Package hook tells others what the gate did, over HTTP:
//
//  1. an [Endpoint] is an address and the secret that it shares with us
//     (endpoint.go); only https is taken, and http on this machine;
//  2. every message is signed as Standard Webhooks 1.0 has it (sign.go), so that
//     the receiver can tell that it is ours, new and whole;
//  3. a [Courier] takes the messages to an endpoint out of the outbox, the oldest
//     first, and tries each until it was taken: after a second, two, four, up to
//     an hour, for three days (backoff.go).
//
// What is not delivered yet stands in the outbox, on disk, and outlasts this
// process. A message may arrive twice, where the process ends between the
// receiver's answer and our note of it: its ID is the same. The package writes
// no message and follows no redirect.
package hook

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"crosscheck/report/gate/docket"
)

// Courier delivers the messages to one endpoint.
type Courier struct {
	to     Endpoint
	outbox docket.Outbox
	client *http.Client
	wake   chan struct{}
	now    func() time.Time
	log    *slog.Logger
	// Told is called after every try with what came of it, for counting; nil for
	// nobody.
	Told func(docket.State)
}

// patience is how long a receiver may take to answer: what Standard Webhooks
// recommends is 15 to 30 seconds.
const patience = 15 * time.Second

// NewCourier makes a courier. now is the clock: time.Now, but in tests.
func NewCourier(to Endpoint, outbox docket.Outbox, log *slog.Logger, now func() time.Time) *Courier {
	return &Courier{to: to, outbox: outbox, now: now, log: log, wake: make(chan struct{}, 1), client: &http.Client{
		Timeout: patience,
		// Whoever answers with another address may send us anywhere.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Address is where the courier goes.
func (c *Courier) Address() string { return c.to.address }

// Wake tells the courier that there is a message. It never waits.
func (c *Courier) Wake() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// lookEvery is how often a courier looks whether a message has become due, of
// this process or of another one.
const lookEvery = firstWait

// atOnce is how many messages are taken out of the outbox at once.
const atOnce = 32

// Run delivers until the context ends.
func (c *Courier) Run(ctx context.Context) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for ctx.Err() == nil {
		if c.round(ctx) == atOnce {
			continue // there may be more
		}
		select {
		case <-ctx.Done():
		case <-c.wake:
		case <-tick.C:
		}
	}
}

// round tries what is due and returns how many that were.
func (c *Courier) round(ctx context.Context) int {
	due, err := c.outbox.Due(ctx, c.to.address, docket.At(c.now()), atOnce)
	if err != nil {
		if ctx.Err() == nil {
			c.log.Error("the outbox cannot be read", "error", err.Error())
		}
		return 0
	}
	for _, m := range due {
		if ctx.Err() != nil {
			return 0
		}
		c.try(ctx, m)
	}
	return len(due)
}

// try sends a message and notes what came of it.
func (c *Courier) try(ctx context.Context, m docket.Message) {
	problem := c.send(ctx, m)
	if ctx.Err() != nil && problem != nil {
		return // not the receiver's fault: the next start tries again
	}
	m.Tries++
	switch {
	case problem == nil:
		m.State = docket.Delivered
	case c.now().Sub(m.Made.Time()) >= giveUp:
		m.State = docket.GivenUp
		c.log.Error("a webhook was given up", "message", m.ID, "host", c.to.host, "tries", m.Tries, "error", problem.Error())
	default:
		m.Next = docket.At(c.now().Add(wait(m.Tries)))
		c.log.Warn("a webhook was not taken", "message", m.ID, "host", c.to.host, "tries", m.Tries, "next", m.Next.Time(), "error", problem.Error())
	}
	if err := c.outbox.Tried(context.WithoutCancel(ctx), m); err != nil {
		c.log.Error("the outbox cannot be written", "error", err.Error())
	}
	if c.Told != nil {
		c.Told(m.State)
	}
}

// send sends a message once. The error names no address: one may hold a secret.
func (c *Courier) send(ctx context.Context, m docket.Message) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.to.address, bytes.NewReader(m.Body))
	if err != nil {
		return fmt.Errorf("the address is of no use")
	}
	now := c.now()
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "crosscheck")
	r.Header.Set("Webhook-Id", m.ID)
	r.Header.Set("Webhook-Timestamp", strconv.FormatInt(now.Unix(), 10))
	r.Header.Set("Webhook-Signature", c.to.Sign(m.ID, now, m.Body))
	got, err := c.client.Do(r)
	if err != nil {
		return plainly(err)
	}
	defer got.Body.Close()
	io.Copy(io.Discard, io.LimitReader(got.Body, 64<<10)) // so that the connection can be used again
	if got.StatusCode < 200 || got.StatusCode > 299 {
		return fmt.Errorf("answered with status %d", got.StatusCode)
	}
	return nil
}
