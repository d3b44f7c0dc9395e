-- What the gate decided on drafts that were sent to it: a row for each check and
-- each override, never changed and never removed, like the ledger's events. No
-- column has any text of a draft.
CREATE TABLE gate_entry (
	seq    INTEGER PRIMARY KEY CHECK (seq > 0),
	id     TEXT NOT NULL UNIQUE,
	at     TEXT NOT NULL,
	who    TEXT NOT NULL,
	action TEXT NOT NULL,
	draft  TEXT NOT NULL,
	stream TEXT NOT NULL,
	body   TEXT NOT NULL CHECK (json_valid(body)),
	sum    TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX gate_entry_draft ON gate_entry (draft, seq);
CREATE INDEX gate_entry_stream ON gate_entry (stream, seq);

CREATE TRIGGER gate_entry_never_changed BEFORE UPDATE ON gate_entry
BEGIN
	SELECT RAISE(ABORT, 'the log of the gate only grows: an entry is never changed');
END;

CREATE TRIGGER gate_entry_never_removed BEFORE DELETE ON gate_entry
BEGIN
	SELECT RAISE(ABORT, 'the log of the gate only grows: an entry is never removed');
END;

-- "INSERT OR REPLACE" removes a row without asking the trigger above.
CREATE TRIGGER gate_entry_never_replaced BEFORE INSERT ON gate_entry
WHEN EXISTS (SELECT 1 FROM gate_entry WHERE seq = NEW.seq OR id = NEW.id OR sum = NEW.sum)
BEGIN
	SELECT RAISE(ABORT, 'the log of the gate only grows: an entry is never replaced');
END;

-- What is still to be told to others, and what was.
CREATE TABLE gate_message (
	id    TEXT PRIMARY KEY,
	dest  TEXT NOT NULL,
	body  BLOB NOT NULL,
	made  INTEGER NOT NULL, -- this and next: milliseconds since 1970
	tries INTEGER NOT NULL,
	next  INTEGER NOT NULL,
	state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX gate_message_waiting ON gate_message (dest, next, id) WHERE state = 'waiting';

-- The secret with which a draft becomes the name it has here.
CREATE TABLE gate_secret (
	one    INTEGER PRIMARY KEY CHECK (one = 1),
	secret BLOB NOT NULL
) STRICT;
