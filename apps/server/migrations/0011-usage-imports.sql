-- Runs as goodterms_owner with search_path goodterms.

-- An import is here from the moment its file has arrived: it waits for somebody to look at it (waiting), for its turn
-- (queued), runs, and ends. Only an accepted one has brought anything.
ALTER TABLE usage_import DROP CONSTRAINT usage_import_status_check;
ALTER TABLE usage_import
  ADD CHECK (status IN ('waiting', 'queued', 'running', 'accepted', 'refused', 'canceled', 'failed')),
  ALTER COLUMN entries SET DEFAULT 0, ALTER COLUMN rejected SET DEFAULT 0,
  ALTER COLUMN blank SET DEFAULT 0, ALTER COLUMN other SET DEFAULT 0;

-- How a file came and how far it is. Written while the import's own transaction runs, so that its progress is seen.
CREATE TABLE usage_import_job (
  customer_id text NOT NULL,
  import_id bigint PRIMARY KEY REFERENCES usage_import,
  origin text NOT NULL CHECK (origin IN ('upload', 'folder', 'bucket')),
  -- Where it was found, and in which state: the same file in the same state is taken once.
  origin_key text,
  origin_version text,
  -- The name of the copy we keep until the import has ended.
  spool text,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  options jsonb,
  phase text NOT NULL DEFAULT 'reading' CHECK (phase IN ('reading', 'storing')),
  bytes_read bigint NOT NULL DEFAULT 0,
  entries_read bigint NOT NULL DEFAULT 0,
  records_staged bigint NOT NULL DEFAULT 0,
  records_stored bigint NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  started_at timestamptz,
  heard_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  cancel_requested_by text,
  -- Why nothing of it was taken.
  problem jsonb,
  UNIQUE (customer_id, origin, origin_key, origin_version)
);
CREATE INDEX usage_import_job_live ON usage_import_job (import_id) WHERE finished_at IS NULL;
CREATE INDEX usage_import_job_customer ON usage_import_job (customer_id, sha256);
CALL protect('usage_import_job', 'SELECT, INSERT, UPDATE');

-- How files of a source were read the last time: proposed for the next one.
CREATE TABLE usage_import_setup (
  customer_id text NOT NULL,
  format text NOT NULL,
  source text NOT NULL,
  options jsonb NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, format, source)
);
CALL protect('usage_import_setup', 'SELECT, INSERT, UPDATE, DELETE');

-- An import that does not count, and since when and why. Taken back, it counts again.
CREATE TABLE import_withdrawal (
  customer_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id bigint NOT NULL REFERENCES usage_import,
  withdrawn_at timestamptz NOT NULL,
  withdrawn_by text NOT NULL,
  reason text NOT NULL,
  undone_at timestamptz,
  undone_by text,
  undone_reason text,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL))
);
CREATE UNIQUE INDEX import_withdrawal_in_force ON import_withdrawal (customer_id, import_id) WHERE undone_at IS NULL;
CREATE INDEX import_withdrawal_import ON import_withdrawal (import_id);
CALL protect('import_withdrawal', 'SELECT, INSERT, UPDATE (undone_at, undone_by, undone_reason)');

-- A record counts while the import in its import_id counts. When that one is withdrawn, each record that another
-- import brought too goes over to that one. So readers compare one column, whatever came how often.
-- `number` names a record in eight bytes; those of one file follow each other, so that a file that comes again is
-- known by a few stretches of numbers and not by a row for each record.
ALTER TABLE usage_record ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX usage_record_number ON usage_record (number);
GRANT UPDATE (import_id) ON usage_record TO goodterms_app;

-- Records that an import brought and that count, or counted, by another: those with `first` <= number < `until`.
CREATE TABLE usage_import_again (
  customer_id text NOT NULL,
  import_id bigint NOT NULL REFERENCES usage_import,
  first bigint NOT NULL,
  until bigint NOT NULL CHECK (first < until),
  PRIMARY KEY (import_id, first, until)
);
CREATE INDEX usage_import_again_customer ON usage_import_again (customer_id);
CALL protect('usage_import_again', 'SELECT, INSERT');

-- What a source states is kept for each import that states it; readers take equal statements as one.
DO $$
DECLARE named record;
BEGIN
  FOR named IN SELECT conrelid::regclass AS target, conname FROM pg_constraint
    WHERE contype = 'u' AND conrelid IN ('source_total'::regclass, 'usage_note'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', named.target, named.conname);
  END LOOP;
END $$;
ALTER TABLE source_total ADD CONSTRAINT source_total_once UNIQUE NULLS NOT DISTINCT
  (customer_id, source_id, feature, at, issued, in_use, lines, reservations, queued, import_id);
ALTER TABLE usage_note ADD CONSTRAINT usage_note_once UNIQUE NULLS NOT DISTINCT
  (customer_id, source_id, kind, code, feature, at, detail, import_id);
