-- Runs as goodterms_owner with search_path goodterms.

-- People and devices by the key their source uses. Records hold the id only: erasing a person empties the value.
CREATE TABLE identity (
  customer_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  value text,
  erased_at timestamptz,
  UNIQUE (customer_id, value),
  CHECK ((value IS NULL) = (erased_at IS NOT NULL))
);
CALL protect('identity', 'SELECT, INSERT, UPDATE (value, erased_at)');

CREATE TABLE usage_source (
  customer_id text NOT NULL,
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  UNIQUE (customer_id, name)
);
CALL protect('usage_source', 'SELECT, INSERT');

-- Rises with every change of what counts, in the transaction that makes it: stored partial results name the number
-- they were read at, so that a result worked out before a change is never stored after it.
CREATE TABLE usage_generation (
  customer_id text PRIMARY KEY,
  number bigint NOT NULL
);
CALL protect('usage_generation', 'SELECT, INSERT, UPDATE');

-- One file or request. A refused one has left nothing but this row and its reason.
CREATE TABLE usage_import (
  customer_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at timestamptz NOT NULL,
  actor text NOT NULL,
  file_name text NOT NULL,
  format text NOT NULL,
  status text NOT NULL CHECK (status IN ('accepted', 'refused')),
  entries bigint NOT NULL,
  rejected bigint NOT NULL,
  blank bigint NOT NULL,
  other bigint NOT NULL,
  -- Records in the file = added + duplicates; `conflicts` of those added differ from one already known.
  added bigint NOT NULL DEFAULT 0,
  duplicates bigint NOT NULL DEFAULT 0,
  conflicts bigint NOT NULL DEFAULT 0
);
CREATE INDEX usage_import_customer ON usage_import (customer_id, id);
CALL protect('usage_import', 'SELECT, INSERT, UPDATE');

-- Every variant of every record, once. Append-only, but that erasing a person takes personal attributes away.
-- No foreign keys: the importer makes source, identity and import in the same transaction, and a check of each row
-- would cost a third of the rate.
CREATE TABLE usage_record (
  customer_id text NOT NULL,
  source_id integer NOT NULL,
  id text NOT NULL,
  digest bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('occurrence', 'held', 'return', 'sighting', 'level', 'snapshot', 'member',
    'reservation', 'queued', 'retraction')),
  feature text NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz CHECK (until > at),
  quantity numeric NOT NULL CHECK (quantity >= 0),
  who bigint,
  series text,
  attributes jsonb NOT NULL,
  import_id bigint NOT NULL,
  PRIMARY KEY (customer_id, source_id, id, digest)
);
CREATE INDEX usage_record_series ON usage_record (customer_id, source_id, series) WHERE series IS NOT NULL;
CALL protect('usage_record', 'SELECT, INSERT, UPDATE (attributes)');

-- Identities of records that came with more than one content. None of them counts until one is chosen.
CREATE TABLE usage_conflict (
  customer_id text NOT NULL,
  source_id integer NOT NULL,
  record_id text NOT NULL,
  PRIMARY KEY (customer_id, source_id, record_id)
);
CALL protect('usage_conflict', 'SELECT, INSERT');

-- A person's choice between the contents of one record. The latest one not undone counts.
CREATE TABLE conflict_choice (
  customer_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id integer NOT NULL,
  record_id text NOT NULL,
  digest bytea NOT NULL,
  chosen_at timestamptz NOT NULL,
  chosen_by text NOT NULL,
  reason text NOT NULL,
  undone_at timestamptz,
  undone_by text,
  FOREIGN KEY (customer_id, source_id, record_id) REFERENCES usage_conflict,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE INDEX conflict_choice_record ON conflict_choice (customer_id, source_id, record_id);
CALL protect('conflict_choice', 'SELECT, INSERT, UPDATE (undone_at, undone_by)');

-- What was not taken, at most 1,000 an import; the import counts them all.
CREATE TABLE usage_rejection (
  customer_id text NOT NULL,
  import_id bigint NOT NULL REFERENCES usage_import,
  number integer NOT NULL,
  line bigint,
  pointer text,
  code text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (import_id, number)
);
CREATE INDEX usage_rejection_customer ON usage_rejection (customer_id);
CALL protect('usage_rejection', 'SELECT, INSERT');

-- What a source says its lines add up to; the same statement once, from however many files.
CREATE TABLE source_total (
  customer_id text NOT NULL,
  source_id integer NOT NULL REFERENCES usage_source,
  feature text NOT NULL,
  at timestamptz,
  issued numeric,
  in_use numeric,
  lines numeric NOT NULL,
  reservations numeric NOT NULL,
  queued numeric NOT NULL,
  agrees boolean,
  import_id bigint NOT NULL REFERENCES usage_import,
  UNIQUE NULLS NOT DISTINCT (customer_id, source_id, feature, at, issued, in_use, lines, reservations, queued)
);
CALL protect('source_total', 'SELECT, INSERT');

-- What a source told us beside records: above all gaps, when it had nothing to tell.
CREATE TABLE usage_note (
  customer_id text NOT NULL,
  source_id integer NOT NULL REFERENCES usage_source,
  kind text NOT NULL CHECK (kind IN ('note', 'gap')),
  code text NOT NULL,
  feature text,
  at timestamptz,
  detail text NOT NULL,
  import_id bigint NOT NULL REFERENCES usage_import,
  UNIQUE NULLS NOT DISTINCT (customer_id, source_id, kind, code, feature, at, detail)
);
CALL protect('usage_note', 'SELECT, INSERT');

-- Stored partial results: they make a reading cheaper and never change it. Deleting any of them is always right.
-- The key's digest stands in for it: a key holds a whole measure and may be longer than an index takes.
CREATE TABLE usage_partial (
  customer_id text NOT NULL,
  key_digest bytea NOT NULL,
  key text NOT NULL,
  bucket_from timestamptz NOT NULL,
  bucket_until timestamptz NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (customer_id, key_digest),
  CHECK (bucket_from < bucket_until)
);
CREATE INDEX usage_partial_bucket ON usage_partial (customer_id, bucket_until);
CALL protect('usage_partial');
