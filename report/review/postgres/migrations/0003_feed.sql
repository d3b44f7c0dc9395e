-- The articles that came in: a row for each part of a file that holds one, by its
-- content and its file's name and folder. raw is what came, until it was read.
CREATE TABLE crosscheck.article (
	key    bytea PRIMARY KEY,   -- SHA-256 of folder, file and raw
	came   timestamptz NOT NULL DEFAULT now(),
	path   text NOT NULL,
	line   integer NOT NULL,    -- 0 where the part is the whole file
	raw    bytea,
	same   bytea UNIQUE,        -- SHA-256 of ID, outlet and text; none where another row has it
	id     text COLLATE "C",    -- this and the rest: none until it was read
	outlet text,
	title  text,
	day    text,                -- YYYY-MM-DD, empty where unknown
	body   json,                -- the article with its blocks; none where another row has it
	claims json                 -- its claims, in the order of its text: a list, which takes a third of what rows would
);

CREATE INDEX article_id ON crosscheck.article (id);

-- The claims, one a row. A speaker is who he is in his article; a run joins him
-- with himself in others.
CREATE VIEW crosscheck.claim AS
	SELECT a.key AS article, c.n::integer AS n, c.body->>'id' AS id, c.body->'speaker'->>'name' AS speaker, c.body->>'text' AS text, c.body
	FROM crosscheck.article AS a, json_array_elements(a.claims) WITH ORDINALITY AS c (body, n);
