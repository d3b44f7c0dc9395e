package people

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"
)

// Token lets a program in.
type Token struct {
	Hash    string    `json:"hash"`
	Label   string    `json:"label"` // what it is for
	Account string    `json:"account"`
	Writes  bool      `json:"writes"`         // it decides; else it only reads
	Gate    bool      `json:"gate,omitempty"` // it is for the gate alone: it has drafts checked, and sees nothing of the desk
	Made    time.Time `json:"made"`
	Ends    time.Time `json:"ends,omitzero"` // zero is never
}

// Use is what a token may be used for.
type Use int

// The uses.
const (
	Reading Use = iota // whatever the account sees
	Writing            // whatever the account may do
	Gating             // having drafts checked, and overriding where the account may
)

// AddToken makes a token for an account and returns its secret, which is shown
// this once. life is how long it lasts; 0 is for good.
func (b *Book) AddToken(ctx context.Context, account, label string, use Use, life time.Duration) (secret string, err error) {
	if _, err := b.account(ctx, account); err != nil {
		return "", err
	}
	secret = "ck_" + rand.Text() + rand.Text()
	t := Token{Hash: sum(secret), Label: label, Account: account, Writes: use == Writing, Gate: use == Gating, Made: b.now().UTC()}
	if life > 0 {
		t.Ends = t.Made.Add(life)
	}
	return secret, b.put(ctx, tokens, t.Hash, t)
}

// Token is the token of the secret, with its account; ok is false for none.
func (b *Book) Token(ctx context.Context, secret string) (t Token, a Account, ok bool, err error) {
	t, ok, err = get[Token](ctx, b, tokens, sum(secret))
	if err != nil || !ok || !t.Ends.IsZero() && !b.now().Before(t.Ends) {
		return t, a, false, err
	}
	a, ok, err = b.open(ctx, t.Account)
	return t, a, ok, err
}

// Tokens are all tokens, by hash.
func (b *Book) Tokens(ctx context.Context) ([]Token, error) { return list[Token](ctx, b, tokens) }

// DropToken ends the token whose hash begins so.
func (b *Book) DropToken(ctx context.Context, hash string) error {
	all, err := b.Tokens(ctx)
	if err != nil {
		return err
	}
	for _, t := range all {
		if hash != "" && strings.HasPrefix(t.Hash, hash) {
			return b.records.Delete(ctx, tokens, t.Hash)
		}
	}
	return fmt.Errorf("no token begins with %q", hash)
}
