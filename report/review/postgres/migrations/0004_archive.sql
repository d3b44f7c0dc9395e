-- The archive that the gate looks drafts up in, in place of a folder (package
-- compare/archive): what was added together is a generation, and an archive that
-- is made anew is another one, so that who still reads the one before can go on.
-- version counts the states.
CREATE TABLE crosscheck.archive (
	one        boolean PRIMARY KEY DEFAULT true CHECK (one),
	generation bigint NOT NULL,
	version    bigint NOT NULL
);

-- The articles with their claims, each at its place. They are deflated already.
CREATE TABLE crosscheck.archive_sheet (
	generation bigint NOT NULL,
	start      bigint NOT NULL,
	data       bytea NOT NULL,
	PRIMARY KEY (generation, start)
);
ALTER TABLE crosscheck.archive_sheet ALTER COLUMN data SET STORAGE EXTERNAL;

-- What is known of them, cut into parts.
CREATE TABLE crosscheck.archive_state (
	version bigint NOT NULL,
	part    integer NOT NULL,
	data    bytea NOT NULL,
	PRIMARY KEY (version, part)
);
ALTER TABLE crosscheck.archive_state ALTER COLUMN data SET STORAGE EXTERNAL;

-- In which generation of the archive an article is.
ALTER TABLE crosscheck.article ADD COLUMN shelved bigint;
