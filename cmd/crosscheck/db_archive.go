package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"crosscheck/compare/archive"
	"crosscheck/report/review/postgres"
)

// namesFolder reports whether a store is named that can only be an archive's: a
// folder, or a path that ends as one does.
func namesFolder(at string) bool {
	if postgres.Is(at) {
		return false
	}
	info, err := os.Stat(at)
	return err == nil && info.IsDir() || strings.HasSuffix(at, "/")
}

// dbCopyArchive copies the archive of the gate.
func (a *app) dbCopyArchive(ctx context.Context, from, to string) error {
	if err := needArchivePlaces(from, to); err != nil {
		return err
	}
	source, closeSource, err := openPlace(ctx, from)
	if err != nil {
		return err
	}
	defer closeSource.Close()
	target, closeTarget, err := openPlace(ctx, to)
	if err != nil {
		return err
	}
	defer closeTarget.Close()
	n, sum, err := archive.Copy(ctx, source, target)
	if err != nil {
		return archiveHint(err, from, to)
	}
	return a.tellArchive(n, sum, fmt.Sprintf("the archive of %s is now in %s", storeName(from), storeName(to)))
}

// needArchivePlaces refuses names of files: an archive is in a folder, or a database.
func needArchivePlaces(from, to string) error {
	for _, at := range []string{from, to} {
		if postgres.Is(at) {
			continue
		}
		if err := needPlace(at); err != nil {
			return err
		}
		switch info, err := os.Stat(at); {
		case err == nil && !info.IsDir():
			return misuse("an archive is copied from a folder or a database to another: name a folder, and end it with \"/\"", "%s is a file, and no folder for an archive", at)
		case err != nil && at == to && filepath.Ext(at) != "":
			return misuse("name a folder, and end it with \"/\": "+strings.TrimSuffix(at, filepath.Ext(at))+"/", "%s is the name of a file, and an archive is a folder", at)
		}
	}
	return nil
}

// archiveHint says what to do where an archive cannot be copied.
func archiveHint(err error, from, to string) error {
	switch {
	case errors.Is(err, archive.ErrFull):
		return withHint(err, "nothing was copied; name a new folder, or a database without an archive")
	case errors.Is(err, archive.ErrBusy):
		return placeHint(err, to)
	case errors.Is(err, archive.ErrOther):
		return withHint(err, "another version of the program made it: copy it with that, or make it again from the articles")
	case errors.Is(err, fs.ErrNotExist):
		return withHint(err, "%s has no archive", storeName(from))
	}
	return err
}

// dbCheckArchive reads all of an archive.
func (a *app) dbCheckArchive(ctx context.Context, at string) error {
	place, closer, err := openPlace(ctx, at)
	if err != nil {
		return err
	}
	defer closer.Close()
	n, sum, err := archive.Sum(ctx, place)
	if err != nil {
		return archiveHint(err, at, at)
	}
	return a.tellArchive(n, sum, storeName(at)+" is as it was written")
}

func (a *app) tellArchive(n int, sum, last string) error {
	_, err := fmt.Fprintf(a.stdout, "%-14s %8d  sha256 %s\n%s\n", "archive", n, sum, printable(last))
	return err
}
