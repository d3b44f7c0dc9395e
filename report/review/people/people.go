// Package people says who may come to the review desk, and how they prove it.
//
//  1. an [Account] has a name, a role and a password, kept as an argon2id hash
//     (password.go);
//  2. whoever gives the password has a session, whoever has a token of the
//     account's may use it from a program; of both, only a hash is kept;
//  3. a [Book] looks them up in a [Records] store, [Memory] or package sqlite,
//     and makes whoever guesses wait (guess.go).
//
// It knows no request and no page.
package people

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Account is somebody who may come in.
type Account struct {
	Name     string    `json:"name"`
	Role     string    `json:"role"`     // reviewer, adjudicator or admin
	Password string    `json:"password"` // argon2id hash
	Closed   bool      `json:"closed"`   // may not come in any more
	Made     time.Time `json:"made"`
}

// session is a browser that is in.
type session struct {
	Account string    `json:"account"`
	Ends    time.Time `json:"ends"`
}

// Roles are the roles of an account, the least first.
var Roles = []string{"reviewer", "adjudicator", "admin"}

// SessionLife is how long a session lasts: a long day at the desk.
const SessionLife = 14 * time.Hour

// Book is all who may come in.
type Book struct {
	records Records
	now     func() time.Time
	guesses guesses
}

// NewBook is the book in the store. now is the clock: time.Now, but in tests.
func NewBook(records Records, now func() time.Time) *Book {
	return &Book{records: records, now: now, guesses: guesses{now: now}}
}

// validName is what an account may be called: it stands in the ledger for good.
var validName = regexp.MustCompile(`^[\pL\pN][\pL\pN ._@-]{0,63}$`)

// ErrNoAccount says that there is nobody of that name.
var ErrNoAccount = errors.New("there is no account of that name")

// Add makes an account, or gives one another role and password.
func (b *Book) Add(ctx context.Context, name, role, password string) error {
	switch {
	case !validName.MatchString(name) || strings.TrimSpace(name) != name:
		return fmt.Errorf("an account cannot be called %q\nhint: use letters, digits and . _ @ -, at most 64", name)
	case !slices.Contains(Roles, role):
		return fmt.Errorf("there is no role %q\nhint: it is one of %s", role, strings.Join(Roles, ", "))
	}
	hash, err := hashed(password)
	if err != nil {
		return err
	}
	if err := b.put(ctx, accounts, name, Account{Name: name, Role: role, Password: hash, Made: b.now().UTC()}); err != nil {
		return err
	}
	return b.leaveAll(ctx, name)
}

// Close ends an account: its sessions and tokens end with it. Its decisions stay.
func (b *Book) Close(ctx context.Context, name string) error {
	a, err := b.account(ctx, name)
	if err != nil {
		return err
	}
	a.Closed = true
	if err := b.put(ctx, accounts, name, a); err != nil {
		return err
	}
	return b.leaveAll(ctx, name)
}

// Accounts are all accounts, by name.
func (b *Book) Accounts(ctx context.Context) ([]Account, error) {
	return list[Account](ctx, b, accounts)
}

// account is the open account of the name.
func (b *Book) account(ctx context.Context, name string) (Account, error) {
	a, ok, err := get[Account](ctx, b, accounts, name)
	if err == nil && (!ok || a.Closed) {
		err = ErrNoAccount
	}
	return a, err
}

// Enter trades a name and a password for a session's secret. from is where the
// request comes from: whoever guesses, or is guessed at, has to wait, and the
// error is then a [*WaitError].
func (b *Book) Enter(ctx context.Context, name, password, from string) (secret string, err error) {
	if err := b.guesses.admit(name, from); err != nil {
		return "", err
	}
	a, err := b.account(ctx, name)
	if err != nil && !errors.Is(err, ErrNoAccount) {
		return "", err
	}
	right, err := matches(ctx, cmp.Or(a.Password, nobody), password)
	if err != nil {
		return "", err
	}
	if !right || a.Closed || a.Name == "" {
		b.guesses.miss(name, from)
		return "", ErrWrong
	}
	b.guesses.hit(name)
	secret = rand.Text() + rand.Text()
	return secret, b.put(ctx, sessions, sum(secret), session{name, b.now().UTC().Add(SessionLife)})
}

// ErrWrong says that name and password do not go together, and not which of
// them is wrong.
var ErrWrong = errors.New("this name and this password do not go together")

// In is the account whose session the secret is; ok is false for none.
func (b *Book) In(ctx context.Context, secret string) (a Account, ok bool, err error) {
	s, ok, err := get[session](ctx, b, sessions, sum(secret))
	if err != nil || !ok || !b.now().Before(s.Ends) {
		return a, false, err
	}
	return b.open(ctx, s.Account)
}

// open is the account, where it is open.
func (b *Book) open(ctx context.Context, name string) (Account, bool, error) {
	a, err := b.account(ctx, name)
	if errors.Is(err, ErrNoAccount) {
		return a, false, nil
	}
	return a, err == nil, err
}

// Leave ends a session.
func (b *Book) Leave(ctx context.Context, secret string) error {
	return b.records.Delete(ctx, sessions, sum(secret))
}

// leaveAll ends all sessions of an account, and those that are over.
func (b *Book) leaveAll(ctx context.Context, name string) error {
	values, err := b.records.List(ctx, sessions)
	if err != nil {
		return err
	}
	for _, v := range values {
		var s keyed[session]
		if err := json.Unmarshal(v, &s); err != nil {
			return fmt.Errorf("reading sessions: %w", err)
		}
		if s.Value.Account == name || !b.now().Before(s.Value.Ends) {
			if err := b.records.Delete(ctx, sessions, s.Key); err != nil {
				return err
			}
		}
	}
	return nil
}
