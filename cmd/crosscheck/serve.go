package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/review/sqlite"
	"crosscheck/report/web"
)

const serveLong = `serve runs the review desk for several people. Make accounts first:

  crosscheck accounts add ada --role admin --db desk.db

Each comes in with name and password; programs use tokens. --double has a share
of the pairs read by two people, neither seeing the other's verdict; where they
differ an adjudicator decides, and the page "Agreement" tells Cohen's kappa and
Krippendorff's alpha. Without accounts serve listens on this machine alone.

Passwords must not travel in the clear: give --cert and --key, or put a proxy
with TLS before it. Ctrl-C ends the desk when it has finished what it accepted.`

const serveExample = `  crosscheck serve --from report.json --db desk.db
  crosscheck serve --from report.json --db desk.db --listen :8443 --cert desk.pem --key desk.key --double 0.2`

// serveFlags are what the flags of serve say.
type serveFlags struct {
	from, db, listen string
	cert, key        string
	hosts            []string
	double           float64
}

func (a *app) serveCommand() *cobra.Command {
	f := serveFlags{}
	c := &cobra.Command{
		Use:     "serve PATH... | serve --from FILE",
		Short:   "Run the review desk for several people",
		Long:    serveLong,
		Example: serveExample,
		Args: func(c *cobra.Command, paths []string) error {
			return (&reportFlags{from: f.from}).needInput(c, paths)
		},
	}
	a.namesFlag(c)
	a.lexiconFlag(c)
	c.Flags().StringVar(&f.from, "from", "", "review the saved report `FILE` (JSON) instead of reading articles")
	c.Flags().StringVar(&f.db, "db", "", "the ledger, with its accounts: `FILE`")
	c.Flags().StringVar(&f.listen, "listen", "127.0.0.1:8080", "where to listen: `HOST:PORT`")
	c.Flags().StringVar(&f.cert, "cert", "", "the certificate, a PEM `FILE`")
	c.Flags().StringVar(&f.key, "key", "", "the certificate's key, a PEM `FILE`")
	c.Flags().StringArrayVar(&f.hosts, "host", nil, "answer only to this `NAME`, with its port if that is not the usual one (may be repeated)")
	c.Flags().Float64Var(&f.double, "double", 0, "the `SHARE` of pairs that two people read blind, from 0 to 1")
	c.RunE = func(c *cobra.Command, paths []string) error { return a.serve(c.Context(), paths, f) }
	return c
}

// check refuses what makes no sense before anything is read.
func (f *serveFlags) check() error {
	switch {
	case f.double < 0 || f.double > 1 || f.double != f.double:
		return misuse("0.2 has a fifth of the pairs read by two people", "--double %v: not from 0 to 1", f.double)
	case (f.cert == "") != (f.key == ""):
		return misuse("give both --cert and --key", "a certificate needs its key, and the other way round")
	case f.db == "":
		return needLedger("")
	}
	return nil
}

func (a *app) serve(ctx context.Context, paths []string, f serveFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, f.db)
	if err != nil {
		return err
	}
	defer store.Close()
	book := people.NewBook(store, time.Now)
	known, err := book.Accounts(ctx)
	if err != nil {
		return err
	}
	if len(known) == 0 {
		if err := needLoopback(f.listen); err != nil {
			return misuse("make one first: crosscheck accounts add NAME --role admin --db "+f.db, "--listen %s: others could reach it, and nobody has an account", f.listen)
		}
	}
	r, err := a.obtain(ctx, paths, f.from, 0, nil)
	if err != nil {
		return err
	}
	if len(known) == 0 {
		return a.openDesk(ctx, r, store, reviewFlags{db: f.db, listen: f.listen, quiet: true})
	}
	ledger, err := review.NewLedger(ctx, store, time.Now)
	if err != nil {
		return err
	}
	desk, err := web.New(ctx, r, ledger, web.Options{Door: web.NewLobby(book), Double: f.double, Zone: time.Local})
	if err != nil {
		return err
	}
	listener, err := f.open()
	if err != nil {
		return err
	}
	if f.cert == "" && needLoopback(f.listen) != nil {
		a.console.note("without --cert and --key passwords travel in the clear: put a proxy with TLS before this desk")
	}
	a.console.quiet()
	if _, err := fmt.Fprintf(a.stdout, "%s://%s/\n", f.scheme(), listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return a.serveUntil(ctx, listener, desk.Handler(f.hosts...))
}

func (f *serveFlags) scheme() string {
	if f.cert != "" {
		return "https"
	}
	return "http"
}

// open listens, with TLS where there is a certificate.
func (f *serveFlags) open() (net.Listener, error) {
	listener, err := net.Listen("tcp", f.listen)
	if err != nil {
		return nil, withHint(err, "name another place with --listen HOST:PORT")
	}
	if f.cert == "" {
		return listener, nil
	}
	pair, err := tls.LoadX509KeyPair(f.cert, f.key)
	if err != nil {
		return nil, errors.Join(withHint(err, "--cert and --key are files in PEM"), listener.Close())
	}
	return tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}), nil
}
