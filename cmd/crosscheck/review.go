package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/compare"
	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/review/postgres"
	"crosscheck/report/web"
)

const reviewLong = `review opens a desk in the browser, at which one person decides pair after pair
whether two statements oppose each other. It listens on this machine alone, and
lets in whoever opens the address that it prints, once.

What is decided is kept in a ledger, the file of --db, and lasts: name it with
"crosscheck report --db FILE", and what was rejected is not shown again. Unless
--db names another, the ledger is beside the saved report, or crosscheck.db in
this folder. Ctrl-C ends the desk; nothing that was decided is lost.`

const reviewExample = `  crosscheck review articles/
  crosscheck review --from report.json
  crosscheck review --from report.json --db desk.db --name ada`

// reviewFlags are what the flags of review say.
type reviewFlags struct {
	from   string // a saved report, "" where articles are read
	db     string
	name   string
	listen string
	quiet  bool // do not open a browser
}

func (a *app) reviewCommand() *cobra.Command {
	f := reviewFlags{}
	c := &cobra.Command{
		Use:     "review PATH... | review --from FILE",
		Short:   "Decide pair after pair in the browser, so that it lasts",
		Long:    reviewLong,
		Example: reviewExample,
		Args: func(c *cobra.Command, paths []string) error {
			return (&reportFlags{from: f.from}).needInput(c, paths)
		},
	}
	a.namesFlag(c)
	a.lexiconFlag(c)
	c.Flags().StringVar(&f.from, "from", "", "review the saved report `FILE` (JSON) instead of reading articles")
	c.Flags().StringVar(&f.db, "db", "", "keep the decisions in the ledger `FILE`, or in postgres://…")
	c.Flags().StringVar(&f.name, "name", "", "who decides: a `NAME` for the ledger; the user's unless given")
	c.Flags().StringVar(&f.listen, "listen", "127.0.0.1:0", "where to listen, on this machine: `HOST:PORT`")
	c.Flags().BoolVar(&f.quiet, "no-open", false, "do not open the browser, only print the address")
	c.RunE = func(c *cobra.Command, paths []string) error { return a.review(c.Context(), paths, f) }
	return c
}

func (a *app) review(ctx context.Context, paths []string, f reviewFlags) error {
	if err := needLoopback(f.listen); err != nil {
		return err
	}
	if err := mayDecide(ctx, f.db); err != nil {
		return err
	}
	r, err := a.obtain(ctx, paths, f.from, 0, nil)
	if err != nil {
		return err
	}
	store, err := openStore(ctx, ledgerPath(f.db, f.from))
	if err != nil {
		return err
	}
	defer store.Close()
	return a.openDesk(ctx, r, store, f)
}

// mayDecide refuses a database in which this role may not keep decisions, before
// any article is read. Who only reads them sees no account.
func mayDecide(ctx context.Context, db string) error {
	if !postgres.Is(db) {
		return nil
	}
	store, err := openStore(ctx, db)
	if err != nil {
		return err
	}
	defer store.Close()
	_, err = people.NewBook(store, time.Now).Accounts(ctx)
	return err
}

// openDesk listens, lets the user in and serves until the context ends.
func (a *app) openDesk(ctx context.Context, r *compare.Report, store review.Store, f reviewFlags) error {
	ledger, err := review.NewLedger(ctx, store, time.Now)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", f.listen)
	if err != nil {
		return withHint(err, "name another port with --listen, or none: 127.0.0.1:0")
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	door := web.NewTicket(cmp.Or(f.name, userName()), port)
	desk, err := web.New(ctx, r, ledger, web.Options{Door: door, Zone: time.Local})
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	address := "http://" + listener.Addr().String() + door.Path()
	a.console.quiet()
	if _, err := fmt.Fprintf(a.stdout, "%s\n", address); err != nil {
		return errors.Join(err, listener.Close())
	}
	a.console.note("decisions are kept in " + storeName(ledgerPath(f.db, f.from)) + "; Ctrl-C ends the desk")
	if !f.quiet {
		openBrowser(address)
	}
	return a.serveUntil(ctx, listener, desk.Handler("127.0.0.1:"+port, "localhost:"+port, "[::1]:"+port))
}

// farewell is how long the desk may take to finish what it has accepted.
const farewell = 8 * time.Second

// serveUntil serves until the context ends, and then finishes what was accepted.
func (a *app) serveUntil(ctx context.Context, listener net.Listener, h http.Handler) error {
	a.finish.Store(int64(farewell + time.Second))
	server := &http.Server{Handler: h}
	web.Timeouts(server)
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return fmt.Errorf("ending the desk: %w", err)
	}
	return nil
}

// ledgerHere is the ledger where nothing names another.
const ledgerHere = "crosscheck.db"

// ledgerPath is where decisions are kept: where --db says, beside the saved
// report, or here.
func ledgerPath(db, from string) string {
	switch {
	case db != "":
		return db
	case from != "" && from != "-":
		return strings.TrimSuffix(from, filepath.Ext(from)) + ".decisions.db"
	}
	return ledgerHere
}

// needLoopback refuses an address that others could reach: the desk of one knows
// no passwords.
func needLoopback(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return misuse("name it as HOST:PORT: 127.0.0.1:8080", "--listen %s: %w", address, err)
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return misuse(`a desk for several people is "crosscheck serve"`, "--listen %s: others could reach it", address)
}

// userName is who is at this machine.
func userName() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return cmp.Or(os.Getenv("USER"), "reviewer")
}

// openBrowser opens the address where there is a browser; the address is printed
// in any case.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "linux":
		if os.Getenv("DISPLAY")+os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
	}
	cmd := exec.Command(name, args...)
	if cmd.Start() == nil {
		go cmd.Wait()
	}
}
