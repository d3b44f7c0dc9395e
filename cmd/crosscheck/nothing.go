package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"crosscheck/report/feed"
	"crosscheck/report/review/postgres"
)

// articleHint says what articles are.
const articleHint = "articles are .txt, .md, .html, .jsonl or .jsonl.gz files, or folders of them"

// addressHint says how a database is named.
const addressHint = "a database is named as postgres://USER@HOST/NAME"

// nothingRead is the error where none of the paths gave an article: it says why, and
// what can be done about it.
func nothingRead(ctx context.Context, paths []string) error {
	err := errors.New("nothing could be read")
	for _, path := range paths {
		switch {
		case postgres.Is(path):
			return noArticles(ctx, path)
		case isAddress(path):
			return withHint(err, addressHint)
		case isKept(path):
			return withHint(err, "%s is an archive of crosscheck index: gate --against %[1]s and topics --state %[1]s use it", path)
		}
	}
	return withHint(err, articleHint)
}

// noArticles says why a database gave no article.
func noArticles(ctx context.Context, at string) error {
	s, err := postgres.OpenOnly(ctx, at)
	if err != nil {
		return err
	}
	defer s.Close()
	n, err := feed.Unread(ctx, s)
	if err != nil {
		return err
	}
	name := storeName(at)
	if n == 0 {
		return misuse("crosscheck ingest PATH... takes some in", "nothing could be read: no article was taken into %s", name)
	}
	return misuse(`crosscheck worker reads them; "crosscheck ingest --failed" lists those that it could not read`,
		"nothing could be read: no article of %s was read yet, and %d wait", name, n)
}

// isAddress reports whether what is named can only be an address of a kind that is
// not known, such as postgress://…
func isAddress(at string) bool {
	scheme, _, ok := strings.Cut(at, "://")
	if !ok || strings.ContainsAny(scheme, `/\`) || postgres.Is(at) {
		return false
	}
	_, err := os.Stat(at)
	return err != nil
}

// needPlace refuses an address of a kind that is not known, lest a file or a folder
// of that name be made. No password is in what it says.
func needPlace(at string) error {
	if isAddress(at) {
		return misuse(addressHint, "%s does not exist", postgres.Name(at))
	}
	return nil
}

// needThere refuses a path that is not there.
func needThere(path string) error {
	if path == "-" || postgres.Is(path) {
		return nil
	}
	if err := needPlace(path); err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return withHint(fmt.Errorf("%s does not exist", path), "name articles, or a folder that crosscheck index keeps")
	}
	return nil
}
