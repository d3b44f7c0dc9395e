-- What the gate decided on drafts that were sent to it: a row for each check and
-- each override, never changed and never removed, like the ledger's events. No
-- column has any text of a draft.
CREATE TABLE crosscheck.gate_entry (
	seq    bigint PRIMARY KEY CHECK (seq > 0),
	id     text COLLATE "C" NOT NULL UNIQUE,
	at     timestamptz NOT NULL,
	who    text NOT NULL,
	action text NOT NULL,
	draft  text COLLATE "C" NOT NULL,
	stream text COLLATE "C" NOT NULL,
	body   text NOT NULL CHECK (body::json IS NOT NULL),
	sum    text COLLATE "C" NOT NULL UNIQUE
);

CREATE INDEX gate_entry_draft ON crosscheck.gate_entry (draft, seq);
CREATE INDEX gate_entry_stream ON crosscheck.gate_entry (stream, seq);

CREATE TRIGGER gate_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON crosscheck.gate_entry
	FOR EACH STATEMENT EXECUTE FUNCTION crosscheck.only_grows();

-- What is still to be told to others, and what was.
CREATE TABLE crosscheck.gate_message (
	id    text COLLATE "C" PRIMARY KEY,
	dest  text COLLATE "C" NOT NULL,
	body  bytea NOT NULL,
	made  bigint NOT NULL, -- this and next: milliseconds since 1970
	tries bigint NOT NULL,
	next  bigint NOT NULL,
	state text COLLATE "C" NOT NULL
);

CREATE INDEX gate_message_waiting ON crosscheck.gate_message (dest, next, id) WHERE state = 'waiting';

-- The secret with which a draft becomes the name it has here.
CREATE TABLE crosscheck.gate_secret (
	one    bigint PRIMARY KEY CHECK (one = 1),
	secret bytea NOT NULL
);
