package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/web"
)

const serveLong = `serve runs the review desk for several people. Make accounts first:

  crosscheck accounts add ada --role admin --db desk.db

Each comes in with name and password; programs use tokens. --double has a share
of the pairs read by two people, neither seeing the other's verdict; where they
differ an adjudicator decides, and the page "Agreement" tells Cohen's kappa and
Krippendorff's alpha. Without accounts serve listens on this machine alone.

--gate also answers other programs whether a draft may run, as "crosscheck gate"
does: POST /v1/gate takes the article, and what its tokens may do is that of their
accounts. An adjudicator or admin lets a draft run in spite of warnings, with a
reason that is kept. /openapi.json describes it. With --gate there need not be a
report, nor a desk. What is held and released is told to each --webhook, signed as
Standard Webhooks has it. Nothing of a draft's text is kept or logged.

Passwords and tokens must not travel in the clear: give --cert and --key, or put a
proxy with TLS before it. Ctrl-C ends it when it has finished what it accepted.`

const serveExample = `  crosscheck serve --from report.json --db desk.db
  crosscheck serve --from report.json --db desk.db --listen :8443 --cert desk.pem --key desk.key --double 0.2
  crosscheck serve --gate --against news/ --db desk.db
  crosscheck serve --from report.json --gate --against news/ --policy crosscheck.yaml --webhook https://desk.example/hook --webhook-secret-file hook.secret --db desk.db`

// serveFlags are what the flags of serve say.
type serveFlags struct {
	from, db, listen string
	cert, key        string
	hosts            []string
	double           float64
	gate             servedGate
}

func (a *app) serveCommand() *cobra.Command {
	f := serveFlags{}
	c := &cobra.Command{
		Use:     "serve PATH... | serve --from FILE | serve --gate",
		Short:   "Run the review desk for several people, and the gate",
		Long:    serveLong,
		Example: serveExample,
		Args: func(c *cobra.Command, paths []string) error {
			if f.gate.on && f.from == "" && len(paths) == 0 {
				return nil // a gate without a desk
			}
			return (&reportFlags{from: f.from}).needInput(c, paths)
		},
	}
	a.namesFlag(c)
	a.lexiconFlag(c)
	a.judgeFlag(c)
	a.askedFlags(c)
	c.Flags().StringVar(&f.from, "from", "", "review the saved report `FILE` (JSON) instead of reading articles")
	c.Flags().StringVar(&f.db, "db", "", "the ledger, with its accounts: a `FILE`, or postgres://…")
	c.Flags().StringVar(&f.listen, "listen", "127.0.0.1:8080", "where to listen: `HOST:PORT`")
	c.Flags().StringVar(&f.cert, "cert", "", "the certificate, a PEM `FILE`")
	c.Flags().StringVar(&f.key, "key", "", "the certificate's key, a PEM `FILE`")
	c.Flags().StringArrayVar(&f.hosts, "host", nil, "answer only to this `NAME`, with its port if that is not the usual one (may be repeated)")
	c.Flags().Float64Var(&f.double, "double", 0, "the `SHARE` of pairs that two people read blind, from 0 to 1")
	f.gate.flags(c)
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
	return f.gate.check()
}

func (a *app) serve(ctx context.Context, paths []string, f serveFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	store, err := openStore(ctx, f.db)
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
		return a.serveOne(ctx, paths, f, store)
	}
	ledger, err := review.NewLedger(ctx, store, time.Now)
	if err != nil {
		return err
	}
	handler, err := a.desk(ctx, paths, f, ledger, book)
	if err != nil {
		return err
	}
	if f.gate.on {
		g, err := a.newGated(ctx, f.gate, store, ledger, book, handler != nil)
		if err != nil {
			return err
		}
		defer g.Close()
		handler = g.beside(handler)
	}
	return a.serveAt(ctx, f, handler)
}

// serveOne is a desk of one: nobody has an account.
func (a *app) serveOne(ctx context.Context, paths []string, f serveFlags, store vault) error {
	hint := "make one first: crosscheck accounts add NAME --role admin --db " + storeName(f.db)
	if f.gate.on {
		return misuse(hint+"; crosscheck accounts token makes its tokens", "the gate answers to tokens, and nobody has an account")
	}
	if err := needLoopback(f.listen); err != nil {
		return misuse(hint, "--listen %s: others could reach it, and nobody has an account", f.listen)
	}
	r, err := a.obtain(ctx, paths, f.from, 0, nil)
	if err != nil {
		return err
	}
	return a.openDesk(ctx, r, store, reviewFlags{db: f.db, listen: f.listen, quiet: true})
}

// desk is the desk of several people, nil where there is no report to review.
func (a *app) desk(ctx context.Context, paths []string, f serveFlags, ledger *review.Ledger, book *people.Book) (http.Handler, error) {
	if f.from == "" && len(paths) == 0 {
		return nil, nil
	}
	r, err := a.obtain(ctx, paths, f.from, 0, nil)
	if err != nil {
		return nil, err
	}
	desk, err := web.New(ctx, r, ledger, web.Options{Door: web.NewLobby(book), Double: f.double, Zone: time.Local})
	if err != nil {
		return nil, err
	}
	return desk.Handler(f.hosts...), nil
}

// serveAt listens, prints the address and serves until the context ends.
func (a *app) serveAt(ctx context.Context, f serveFlags, handler http.Handler) error {
	listener, err := f.open()
	if err != nil {
		return err
	}
	if f.cert == "" && needLoopback(f.listen) != nil {
		a.console.note("without --cert and --key passwords and tokens travel in the clear: put a proxy with TLS before it")
	}
	a.console.quiet()
	if _, err := fmt.Fprintf(a.stdout, "%s://%s/\n", f.scheme(), listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return a.serveUntil(ctx, listener, handler)
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
