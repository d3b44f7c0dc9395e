-- Everything stands in a schema of its own, so that a database may be shared.
CREATE SCHEMA crosscheck;

-- The version of the schema: one row.
CREATE TABLE crosscheck.version (
	number integer NOT NULL,
	one    boolean PRIMARY KEY DEFAULT true CHECK (one)
);

-- The ledger: a row for each event, never changed and never removed. The
-- columns beside body are what is looked up; body is the event as JSON, and text,
-- since jsonb would not give back what was put in.
CREATE TABLE crosscheck.event (
	seq     bigint PRIMARY KEY CHECK (seq > 0),
	id      text COLLATE "C" NOT NULL UNIQUE,
	at      timestamptz NOT NULL,
	who     text NOT NULL,
	action  text NOT NULL,
	subject text NOT NULL,
	stream  text COLLATE "C" NOT NULL,
	of      text COLLATE "C" REFERENCES crosscheck.event (id),
	body    text NOT NULL CHECK (body::json IS NOT NULL),
	sum     text COLLATE "C" NOT NULL UNIQUE
);

CREATE INDEX event_stream ON crosscheck.event (stream, seq);

CREATE FUNCTION crosscheck.only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the ledger only grows: an event is never changed and never removed';
END
$$;

CREATE TRIGGER event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON crosscheck.event
	FOR EACH STATEMENT EXECUTE FUNCTION crosscheck.only_grows();

-- Accounts, sessions and tokens of the desk: unlike the ledger they change.
CREATE TABLE crosscheck.record (
	kind text COLLATE "C" NOT NULL,
	key  text COLLATE "C" NOT NULL,
	body bytea NOT NULL,
	PRIMARY KEY (kind, key)
);
