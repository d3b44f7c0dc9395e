package postgrestest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrMissing says that there is no server to start.
var ErrMissing = errors.New("PostgreSQL is not installed: Debian's package is postgresql; elsewhere put initdb and postgres into the PATH")

// superuser is the cluster's first role.
const superuser = "owner"

// longest bounds the life of a server, whatever becomes of the tests: longer
// than go test lets one package run.
const longest = time.Hour

// quick are settings for a cluster that nobody needs after a crash. With
// CROSSCHECK_POSTGRES_SYNC=1 the disk is waited for, for measurements.
var quick = []string{"fsync=off", "full_page_writes=off", "synchronous_commit=on", "max_connections=200", "autovacuum_naptime=10s", "log_min_messages=fatal"}

// server is a running PostgreSQL.
type server struct {
	folder string // the socket and the cluster
	cmd    *exec.Cmd
	cancel context.CancelFunc
	ended  chan error
	log    *bytes.Buffer // read when the server has ended
}

// programs are initdb and postgres of the newest version that is installed.
func programs() (initdb, postgres string, err error) {
	if p, err := exec.LookPath("postgres"); err == nil {
		if i, err := exec.LookPath("initdb"); err == nil {
			return i, p, nil
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/postgres") // the pattern is sound
	version := func(path string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path)))) // another name is no version
		return n
	}
	slices.SortFunc(found, func(a, b string) int { return version(b) - version(a) })
	for _, p := range found {
		i := filepath.Join(filepath.Dir(p), "initdb")
		if _, err := os.Stat(i); err == nil {
			return i, p, nil
		}
	}
	return "", "", ErrMissing
}

// start makes a cluster and starts its server.
func start() (*server, error) {
	initdb, postgres, err := programs()
	if err != nil {
		return nil, err
	}
	s := &server{ended: make(chan error, 1), log: &bytes.Buffer{}}
	if s.folder, err = os.MkdirTemp("", "crosscheck-postgres"); err != nil {
		return nil, err
	}
	if err := give(s.folder); err != nil {
		return nil, errors.Join(err, os.RemoveAll(s.folder))
	}
	if err := s.begin(initdb, postgres); err != nil {
		return nil, errors.Join(fmt.Errorf("starting PostgreSQL in %s: %w", s.folder, err), os.RemoveAll(s.folder))
	}
	return s, nil
}

// begin runs initdb, then the server, and waits for it to answer.
func (s *server) begin(initdb, postgres string) error {
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	made := exec.CommandContext(ctx, initdb, "--pgdata", s.cluster(), "--username", superuser, "--auth", "trust",
		"--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions")
	s.plain(made)
	if out, err := made.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	args := []string{"-D", s.cluster(), "-k", s.folder, "-c", "listen_addresses="}
	for _, setting := range quick {
		if setting != "fsync=off" || os.Getenv("CROSSCHECK_POSTGRES_SYNC") != "1" {
			args = append(args, "-c", setting)
		}
	}
	var life context.Context
	life, s.cancel = context.WithTimeout(context.Background(), longest)
	s.cmd = exec.CommandContext(life, postgres, args...)
	s.cmd.Cancel = func() error { return s.cmd.Process.Signal(fast) }
	s.cmd.WaitDelay = 30 * time.Second
	s.cmd.Stderr = s.log
	s.plain(s.cmd)
	if err := bound(s.cmd, s.ended); err != nil {
		s.cancel()
		return err
	}
	return s.answers(ctx)
}

// plain has a command run without what the caller's environment says of another
// server.
func (s *server) plain(c *exec.Cmd) {
	demote(c)
	c.Dir = s.folder
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C.UTF-8", "TZ=UTC"}
}

// answers waits until the server lets somebody in.
func (s *server) answers(ctx context.Context) error {
	for {
		conn, err := pgx.Connect(ctx, s.address("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case ended := <-s.ended:
			s.cancel()
			return fmt.Errorf("%w\n%s", ended, s.log)
		case <-ctx.Done():
			return errors.Join(err, s.stop())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// stop ends the server, breaking off what is under way, and removes its folder.
func (s *server) stop() error {
	s.cancel()
	var err error
	select {
	case <-s.ended: // by our signal: its exit code says nothing
	case <-time.After(Patience):
		err = fmt.Errorf("process %d does not end", s.cmd.Process.Pid)
	}
	return errors.Join(err, os.RemoveAll(s.folder))
}

func (s *server) cluster() string { return filepath.Join(s.folder, "cluster") }

// address is that of a database on the server.
func (s *server) address(database string) string {
	q := url.Values{"host": {s.folder}, "user": {superuser}}
	return "postgres:///" + database + "?" + q.Encode()
}
