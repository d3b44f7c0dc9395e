-- The ledger: a row for each event, never changed and never removed. The
-- columns beside body are what is looked up; body is the event as JSON.
CREATE TABLE event (
	seq     INTEGER PRIMARY KEY CHECK (seq > 0),
	id      TEXT NOT NULL UNIQUE,
	at      TEXT NOT NULL,
	who     TEXT NOT NULL,
	action  TEXT NOT NULL,
	subject TEXT NOT NULL,
	stream  TEXT NOT NULL,
	of      TEXT REFERENCES event (id),
	body    TEXT NOT NULL CHECK (json_valid(body)),
	sum     TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX event_stream ON event (stream, seq);

CREATE TRIGGER event_never_changed BEFORE UPDATE ON event
BEGIN
	SELECT RAISE(ABORT, 'the ledger only grows: an event is never changed');
END;

CREATE TRIGGER event_never_removed BEFORE DELETE ON event
BEGIN
	SELECT RAISE(ABORT, 'the ledger only grows: an event is never removed');
END;

-- "INSERT OR REPLACE" removes a row without asking the trigger above.
CREATE TRIGGER event_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq OR id = NEW.id OR sum = NEW.sum)
BEGIN
	SELECT RAISE(ABORT, 'the ledger only grows: an event is never replaced');
END;
