-- Runs as goodterms_owner with search_path goodterms.

-- What people of the vendor are told in the workspace: of what kind, about whom, and where to look. No name and no words
-- of anybody: these are read where the place is.
CREATE TABLE notification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL,
  -- `staff/…`: one person; `role/…`: everybody of a role.
  audience text NOT NULL CHECK (audience ~ '^(staff|role)/.'),
  kind text NOT NULL,
  place text NOT NULL CHECK (place ~ '^/([^/\\]|$)'),
  -- What is told once and not again, however often it is found.
  once text,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX notification_newest ON notification (audience, id DESC);
CREATE INDEX notification_oldest ON notification (customer_id, recorded_at);
CREATE UNIQUE INDEX notification_once ON notification (customer_id, audience, kind, once) WHERE once IS NOT NULL;
CALL protect('notification');

-- Who has seen which; each person of a role for themselves.
CREATE TABLE notification_seen (
  customer_id text NOT NULL,
  account text NOT NULL,
  notification bigint NOT NULL REFERENCES notification ON DELETE CASCADE,
  PRIMARY KEY (account, notification)
);
CREATE INDEX notification_seen_by ON notification_seen (notification);
CALL protect('notification_seen');

-- Finding a name by a part of it, or with a letter wrong. Not by pg_trgm: it asks for a right that the database's user may
-- not have, and an index over it would not be used, for row-level security comes before operators that are not leakproof.
CREATE FUNCTION searchable(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')) $$;

-- Every three letters of each word, its beginning marked by two blanks: `  n`, ` no`, `nor`, …
CREATE FUNCTION trigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT coalesce(array_agg(DISTINCT substr('  ' || word || ' ', n, 3)), '{}')
   FROM regexp_split_to_table(goodterms.searchable(words), '[^[:alnum:]]+') AS word, generate_series(1, length(word) + 1) AS n
   WHERE word <> '' $$;

ALTER TABLE customer
  ADD COLUMN name_search text GENERATED ALWAYS AS (goodterms.searchable(body ->> 'name')) STORED,
  ADD COLUMN name_trigrams text[] GENERATED ALWAYS AS (goodterms.trigrams(body ->> 'name')) STORED;
