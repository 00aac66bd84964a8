-- Runs as goodterms_owner with search_path goodterms.

-- The customers whose rows this transaction may see and write; none when nobody has said.
CREATE FUNCTION scope() RETURNS SETOF text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT unnest(nullif(current_setting('goodterms.customers', true), '')::text[]) $$;

-- Tables without a customer, each with the reason why.
CREATE TABLE vendor_only (table_name text PRIMARY KEY, reason text NOT NULL);

-- Every table with customer_id passes through here once. Forced: the owner is bound as well.
-- The sub-select becomes one hash table a statement; `= ANY (array)` would be searched from its start for every row
-- (10,000 customers over 1 M rows: 0.16 s against 35 s). It drives no index: name the customer where one is meant.
CREATE PROCEDURE protect(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY customer_scope ON %s USING (customer_id IN (SELECT * FROM goodterms.scope()))
       WITH CHECK (customer_id IN (SELECT * FROM goodterms.scope()))', target);
  EXECUTE format('GRANT %s ON %s TO goodterms_app', privileges, target);
END $$;

-- For the few tables that belong to the vendor alone.
CREATE PROCEDURE vendor_table(target regclass, reason text, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO goodterms.vendor_only SELECT relname, reason FROM pg_class WHERE oid = target;
  IF privileges <> '' THEN EXECUTE format('GRANT %s ON %s TO goodterms_app', privileges, target); END IF;
END $$;

REVOKE EXECUTE ON PROCEDURE protect, vendor_table FROM PUBLIC;

CALL vendor_table('migration', 'what has been applied; the app has no business with it', '');
CALL vendor_table('vendor_only', 'this list', '');

-- Rows of the vendor as a whole (the catalog) carry the customer id '*': visible only to a scope that names it.
-- Append-only for the app: what is written stays.
CREATE TABLE event (
  stream text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  -- Rises with writing, with gaps; of two transactions at once the later number may become visible first.
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  type text NOT NULL,
  schema_version integer NOT NULL CHECK (schema_version >= 1),
  customer_id text NOT NULL,
  actor text NOT NULL,
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('shared', 'vendor')),
  payload jsonb NOT NULL,
  PRIMARY KEY (stream, version)
);
CREATE INDEX event_customer ON event (customer_id, recorded_at);
CALL protect('event', 'SELECT, INSERT');

CREATE TABLE stream_state (
  stream text PRIMARY KEY,
  lifecycle text NOT NULL,
  id text NOT NULL,
  customer_id text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  state jsonb NOT NULL,
  UNIQUE (lifecycle, id),
  CHECK (stream = lifecycle || '/' || id)
);
CREATE INDEX stream_state_customer ON stream_state (customer_id, lifecycle);
CALL protect('stream_state', 'SELECT, INSERT, UPDATE');

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL,
  stream text NOT NULL,
  version integer NOT NULL,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  delivered_at timestamptz,
  FOREIGN KEY (stream, version) REFERENCES event
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL;
CALL protect('outbox', 'SELECT, INSERT, UPDATE');

-- The answer to a command that came with a key: either a refusal or the versions it wrote.
CREATE TABLE idempotency (
  customer_id text NOT NULL,
  key text NOT NULL,
  command_digest text NOT NULL,
  recorded_at timestamptz NOT NULL,
  stream text NOT NULL,
  version_before integer,
  version_after integer,
  refusal jsonb,
  PRIMARY KEY (customer_id, key)
);
CALL protect('idempotency', 'SELECT, INSERT, UPDATE, DELETE');

-- Free text and personal data. Erasing removes text and salt; the digest stays, so that old events still verify.
CREATE TABLE document (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  digest text NOT NULL,
  salt text,
  content text,
  erased_at timestamptz,
  CHECK ((content IS NULL) = (salt IS NULL) AND (content IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX document_customer ON document (customer_id);
CALL protect('document', 'SELECT, INSERT, UPDATE');
