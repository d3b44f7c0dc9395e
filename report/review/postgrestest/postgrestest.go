// Package postgrestest starts a real PostgreSQL for the tests of whatever keeps
// something in one. Where none is installed, such a test is skipped; with
// CROSSCHECK_REQUIRE_POSTGRES=1 it fails instead.
//
//  1. [New] makes an empty database and returns its address; the first call
//     makes a cluster in a temporary folder and starts its server (server.go),
//     which listens on a socket in that folder and nowhere else;
//  2. [Main], called by the package's TestMain, stops the server and removes the
//     folder when all tests have run.
//
// The server ends with the process that started it, also where that is killed
// (bound_linux.go). It knows nothing of what is kept.
package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Patience is how long one thing may take on a busy machine.
const Patience = 2 * time.Minute

// shared is the one server of this process.
var shared struct {
	sync.Mutex
	server *server
	err    error
	made   int // databases
}

// Main runs the tests and stops the server. Its result is for os.Exit.
func Main(m *testing.M) int {
	code := m.Run()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil {
		return code
	}
	if err := shared.server.stop(); err != nil {
		fmt.Fprintln(os.Stderr, "stopping PostgreSQL:", err)
		return max(code, 1)
	}
	return code
}

// New makes an empty database and returns its address, for its owner. It ends
// with the server.
func New(t testing.TB) string {
	t.Helper()
	address, err := Make()
	switch {
	case errors.Is(err, ErrMissing) && os.Getenv("CROSSCHECK_REQUIRE_POSTGRES") != "1":
		t.Skip("SKIP-POSTGRES: " + err.Error())
	case err != nil:
		t.Fatal(err)
	}
	return address
}

// Make is New where there is no test at hand. The error is [ErrMissing] where
// PostgreSQL is not installed.
func Make() (address string, err error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil && shared.err == nil {
		shared.server, shared.err = start()
	}
	if shared.err != nil {
		return "", shared.err
	}
	shared.made++
	name := fmt.Sprintf("test%d_%d", os.Getpid(), shared.made)
	if err := run(shared.server.address("postgres"), "CREATE DATABASE "+name); err != nil {
		return "", err
	}
	return shared.server.address(name), nil
}

// As is the address with another user, who needs no password here.
func As(address, user string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	q := u.Query()
	q.Set("user", user)
	u.RawQuery = strings.ReplaceAll(q.Encode(), "+", "%20") // as libpq reads it
	return u.String()
}

// Exec runs statements on the database at the address.
func Exec(t testing.TB, address string, statements ...string) {
	t.Helper()
	if err := run(address, statements...); err != nil {
		t.Fatal(err)
	}
}

func run(address string, statements ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, strings.Join(statements, ";\n"))
	return err
}
