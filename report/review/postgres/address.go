package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Is reports whether a store is named as an address of ours: postgres://…
func Is(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Name is what may be shown of an address: neither the password nor any other
// option. Where it cannot be read nothing is shown but what it is.
func Name(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	short := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	if name := u.User.Username(); name != "" {
		short.User = url.User(name)
	}
	return short.String()
}

// The pool's size and patience, where the address does not say otherwise: a desk
// of fifty writes over one connection and reads over the others; who cannot
// connect should learn it soon.
const (
	connections = 8
	knock       = 10 * time.Second
)

// connect makes the pool and asks whether anybody answers.
func connect(ctx context.Context, address string) (*Store, error) {
	s := &Store{name: Name(address)}
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("the address %s cannot be read: %s\nhint: it is postgres://USER@HOST:PORT/DATABASE; in a password write / as %%2F, or leave it to PGPASSWORD or ~/.pgpass", s.name, reason(address, err))
	}
	if !strings.Contains(address, "pool_max_conns") {
		config.MaxConns = connections
	}
	config.MaxConns = max(config.MaxConns, 2) // Alone has one, while what it calls has another
	if config.ConnConfig.ConnectTimeout == 0 {
		config.ConnConfig.ConnectTimeout = knock
	}
	if config.ConnConfig.RuntimeParams["application_name"] == "" {
		config.ConnConfig.RuntimeParams["application_name"] = "crosscheck"
	}
	if s.pool, err = pgxpool.NewWithConfig(ctx, config); err != nil {
		return nil, fmt.Errorf("opening the ledger %s: %w", s.name, err)
	}
	if err := s.pool.Ping(ctx); err != nil {
		s.pool.Close()
		return nil, fmt.Errorf("opening the ledger %s: %w", s.name, hinted(err))
	}
	return s, nil
}

// reason is why an address cannot be read. What the parsers say quotes it, with
// any password, where it is no URL; so then only that is said.
func reason(address string, err error) string {
	u, bad := url.Parse(address)
	if bad != nil {
		return "it is not a URL"
	}
	said := err.Error()
	if at := strings.LastIndex(said, "`: "); at >= 0 {
		said = said[at+len("`: "):]
	}
	secrets := []string{u.RawQuery}
	if p, ok := u.User.Password(); ok {
		secrets = append(secrets, p)
	}
	for _, key := range []string{"password", "sslpassword"} {
		secrets = append(secrets, u.Query().Get(key))
	}
	for _, s := range secrets {
		if s != "" {
			said = strings.ReplaceAll(said, s, "…")
		}
	}
	return said
}

// hints are what can be done about an error, by its SQLSTATE (PostgreSQL's
// documentation, appendix A).
var hints = map[string]string{
	"28P01": "give the password in PGPASSWORD or ~/.pgpass",
	"28000": "is there such a role, and does the server's pg_hba.conf let it in from here?",
	"3D000": "make the database first: createdb NAME",
	"42501": `the role may not do that: have the owner run "crosscheck db migrate", which also says what other roles may do`,
}

// Hinted adds to an error of the database what can be done about it.
func Hinted(err error) error { return hinted(err) }

func hinted(err error) error {
	hint := ""
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		hint = hints[e.Code]
	} else if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		hint = "is PostgreSQL running there, and does it let this machine in?"
	}
	if hint == "" || strings.Contains(err.Error(), "\nhint:") {
		return err
	}
	return fmt.Errorf("%w\nhint: %s", err, hint)
}

// patience is how long a passing fault is lived with: a server that is started
// again takes some seconds.
const patience = 20 * time.Second

// again does something until it succeeds, fails for good, or patience ends.
func again(ctx context.Context, do func() error) error {
	began, wait := time.Now(), 10*time.Millisecond
	for {
		err := do()
		if err == nil || !passing(err) || time.Since(began) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(wait):
		}
		wait = min(2*wait, time.Second)
	}
}

// passing reports whether an error may be gone the next time: no connection, or
// another transaction in the way.
func passing(err error) bool {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch e.Code {
		case "40001", "40P01", // cannot serialise, deadlock
			"57P01", "57P02", "57P03", // the server ends, or begins
			"25P03", // we were away from a transaction for too long
			"53300": // too many connections
			return true
		}
		return strings.HasPrefix(e.Code, "08")
	}
	if errors.Is(err, context.Canceled) {
		return false
	}
	_, broken := errors.AsType[*net.OpError](err)
	return broken || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		pgconn.Timeout(err) || pgconn.SafeToRetry(err)
}
