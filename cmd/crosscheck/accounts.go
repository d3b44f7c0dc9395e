package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"crosscheck/report/review"
	"crosscheck/report/review/people"
)

const accountsLong = `accounts says who may come to the desk of "crosscheck serve". What is done here
stands in the ledger's history.

  add    make an account, or give one another role and password
  close  let somebody in no more; what they decided stays
  list   show the accounts and tokens
  token  make a token for a program, shown this once
  drop   end a token

A password has at least 15 characters. It is asked for on a terminal; where
standard input is none, its first line is the password.`

const accountsExample = `  crosscheck accounts add ada --role admin --db desk.db
  crosscheck accounts token ada --label nightly --write --days 90 --db desk.db
  crosscheck accounts list --db desk.db`

func (a *app) accountsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "accounts",
		Short:   "Say who may come to the review desk",
		Long:    accountsLong,
		Example: accountsExample,
	}
	db := c.PersistentFlags().String("db", "", "the ledger, with its accounts: a `FILE`, or postgres://…")
	c.AddCommand(a.accountsAdd(db), a.accountsClose(db), a.accountsList(db), a.accountsToken(db), a.accountsDrop(db))
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return misuse(`"crosscheck accounts --help" lists what can be done`, "accounts: unknown command %q", args[0])
	}
	return c
}

// withBook opens the book with open, does something, and notes it in the history where
// it changed anything.
func withBook(ctx context.Context, db string, open func(context.Context, string) (vault, error), do func(*people.Book) (changed string, err error)) error {
	if err := needLedger(db); err != nil {
		return err
	}
	store, err := open(ctx, db)
	if err != nil {
		return err
	}
	defer store.Close()
	changed, err := do(people.NewBook(store, time.Now))
	if err != nil || changed == "" {
		return err
	}
	e := review.Event{ID: review.NewID(), At: time.Now(), Who: userName(), Action: review.Note, Subject: "accounts", Why: changed}
	_, err = store.Append(ctx, review.Entry{Event: e, After: review.Whatever})
	return err
}

// oneName wants one argument.
func oneName(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misuse(c.CommandPath()+" "+what+" --db desk.db", "%s takes one %s, but was given %d", c.Name(), what, len(args))
		}
		return nil
	}
}

func (a *app) accountsAdd(db *string) *cobra.Command {
	c := &cobra.Command{Use: "add NAME", Short: "Make an account, or change it", Args: oneName("NAME"),
		Long:    "add makes an account, or gives one that is there another role and password. The\npassword has at least 15 characters. It is asked for on a terminal; where standard\ninput is none, its first line is the password.",
		Example: "  crosscheck accounts add ada --role admin --db desk.db\n  crosscheck accounts add ada --role admin --db desk.db < password.txt"}
	role := &choice{value: people.Roles[0], among: people.Roles}
	c.Flags().Var(role, "role", "what the account may do")
	c.RunE = func(c *cobra.Command, args []string) error {
		return withBook(c.Context(), *db, openStore, func(b *people.Book) (string, error) {
			password, err := a.password("Password for " + args[0] + ": ")
			if err != nil {
				return "", err
			}
			return "account " + args[0] + ", " + role.value, b.Add(c.Context(), args[0], role.value, password)
		})
	}
	return c
}

// password reads a password, unseen where there is a terminal.
func (a *app) password(prompt string) (string, error) {
	if in, ok := a.stdin.(*interruptible); ok && in.from == io.Reader(os.Stdin) && term.IsTerminal(int(os.Stdin.Fd())) {
		fmt.Fprint(a.console.w, prompt)
		line, err := term.ReadPassword(int(os.Stdin.Fd()))
		fmt.Fprintln(a.console.w)
		return string(line), err
	}
	line, err := bufio.NewReader(io.LimitReader(a.stdin, 4096)).ReadString('\n')
	if line == "" && err != nil {
		return "", misuse("write it to standard input, one line", "no password was given")
	}
	return strings.TrimRight(line, "\r\n"), nil
}

func (a *app) accountsClose(db *string) *cobra.Command {
	c := &cobra.Command{Use: "close NAME", Short: "Let somebody in no more", Args: oneName("NAME"),
		Long:    "close ends an account with its sessions and tokens. What its owner decided stays.",
		Example: "  crosscheck accounts close ada --db desk.db"}
	c.RunE = func(c *cobra.Command, args []string) error {
		return withBook(c.Context(), *db, openStoreOnly, func(b *people.Book) (string, error) {
			return "account " + args[0] + " closed", b.Close(c.Context(), args[0])
		})
	}
	return c
}

func (a *app) accountsList(db *string) *cobra.Command {
	c := &cobra.Command{Use: "list", Short: "Show the accounts and tokens", Args: cobra.NoArgs,
		Long:    "list shows who has an account, in which role, and which tokens there are. No\npassword and no token can be read from it.",
		Example: "  crosscheck accounts list --db desk.db"}
	c.RunE = func(c *cobra.Command, _ []string) error {
		return withBook(c.Context(), *db, openStoreOnly, func(b *people.Book) (string, error) {
			return "", a.listAccounts(c.Context(), b)
		})
	}
	return c
}

func (a *app) listAccounts(ctx context.Context, b *people.Book) error {
	all, err := b.Accounts(ctx)
	if err != nil {
		return err
	}
	tokens, err := b.Tokens(ctx)
	if err != nil {
		return err
	}
	var out strings.Builder
	for _, one := range all {
		state := one.Role
		if one.Closed {
			state = "closed"
		}
		fmt.Fprintf(&out, "%-24s %-12s since %s\n", one.Name, state, one.Made.Format(time.DateOnly))
	}
	for _, t := range tokens {
		may, ends := "reads", ""
		if t.Writes {
			may = "reads, writes"
		}
		if t.Gate {
			may = "at the gate"
		}
		if !t.Ends.IsZero() {
			ends = ", until " + t.Ends.Format(time.DateOnly)
		}
		fmt.Fprintf(&out, "%-24s token %s (%s) %s%s\n", t.Account, t.Hash[:8], printable(t.Label), may, ends)
	}
	_, err = io.WriteString(a.stdout, out.String())
	return err
}

func (a *app) accountsToken(db *string) *cobra.Command {
	c := &cobra.Command{Use: "token NAME", Short: "Make a token for a program", Args: oneName("NAME"),
		Long:    "token makes a token with which a program acts for an account. It is shown once;\nthe ledger keeps only its hash.",
		Example: "  crosscheck accounts token ada --label nightly --write --days 90 --db desk.db\n  crosscheck accounts token cms --label wordpress --gate --db desk.db"}
	label := c.Flags().String("label", "", "what it is for, a `TEXT`")
	writes := c.Flags().Bool("write", false, "it may decide, and not only read")
	gate := c.Flags().Bool("gate", false, "it may have drafts checked, and override where the account may, and is of no use at the desk")
	days := c.Flags().Int("days", 0, "after how many `DAYS` it ends; for good unless given")
	c.MarkFlagsMutuallyExclusive("write", "gate")
	c.RunE = func(c *cobra.Command, args []string) error {
		use := people.Reading
		switch {
		case *writes:
			use = people.Writing
		case *gate:
			use = people.Gating
		}
		return withBook(c.Context(), *db, openStoreOnly, func(b *people.Book) (string, error) {
			secret, err := b.AddToken(c.Context(), args[0], *label, use, time.Duration(max(*days, 0))*24*time.Hour)
			if err != nil {
				return "", err
			}
			_, err = fmt.Fprintln(a.stdout, secret)
			return "a token for " + args[0], err
		})
	}
	return c
}

func (a *app) accountsDrop(db *string) *cobra.Command {
	c := &cobra.Command{Use: "drop TOKEN", Short: "End a token, named as the list has it", Args: oneName("TOKEN"),
		Long:    "drop ends a token, named as the list has it.",
		Example: "  crosscheck accounts drop nightly --db desk.db"}
	c.RunE = func(c *cobra.Command, args []string) error {
		return withBook(c.Context(), *db, openStoreOnly, func(b *people.Book) (string, error) {
			return "the token " + args[0] + " dropped", b.DropToken(c.Context(), args[0])
		})
	}
	return c
}
