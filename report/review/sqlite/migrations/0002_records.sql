-- Accounts, sessions and tokens of the desk: unlike the ledger they change.
CREATE TABLE record (
	kind TEXT NOT NULL,
	key  TEXT NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
