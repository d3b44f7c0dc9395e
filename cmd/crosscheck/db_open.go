package main

import (
	"context"

	"crosscheck/report/gate/docket"
	"crosscheck/report/review"
	"crosscheck/report/review/crate"
	"crosscheck/report/review/people"
	"crosscheck/report/review/postgres"
	"crosscheck/report/review/sqlite"
)

// vault is where a newsroom keeps what people decided, who may come in, and what
// the gate answered: a file, or a PostgreSQL database.
type vault interface {
	review.Store
	people.Records
	crate.Store
}

// openStore opens what --db names, and makes it where there is none.
func openStore(ctx context.Context, db string) (vault, error) {
	if postgres.Is(db) {
		return orNone(postgres.Open(ctx, db))
	}
	if err := needPlace(db); err != nil {
		return nil, err
	}
	return orNone(sqlite.Open(ctx, db))
}

// openStoreOnly opens what --db names, which must be there.
func openStoreOnly(ctx context.Context, db string) (vault, error) {
	if postgres.Is(db) {
		return orNone(postgres.OpenOnly(ctx, db))
	}
	if err := needPlace(db); err != nil {
		return nil, err
	}
	return orNone(sqlite.OpenOnly(ctx, db))
}

// orNone is the store, and no pointer to none where it could not be opened.
func orNone[S vault](s S, err error) (vault, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// storeName is what may be printed of --db: no password.
func storeName(db string) string {
	if postgres.Is(db) {
		return postgres.Name(db)
	}
	return db
}

// gateLog is the gate's log in the same place.
func gateLog(v vault) docket.Store {
	switch s := v.(type) {
	case *postgres.Store:
		return s.Docket()
	case *sqlite.Store:
		return s.Docket()
	}
	return &docket.Memory{} // there is no third kind
}
