-- Runs as goodterms_owner with search_path goodterms.

-- Which sources a file or request spoke for: written by the import itself, so that a page need not look through records.
CREATE TABLE usage_import_source (
  customer_id text NOT NULL,
  import_id bigint NOT NULL REFERENCES usage_import,
  source_id integer NOT NULL REFERENCES usage_source,
  PRIMARY KEY (import_id, source_id)
);
CREATE INDEX usage_import_source_source ON usage_import_source (customer_id, source_id, import_id);
CALL protect('usage_import_source', 'SELECT, INSERT');

-- What was received from each source when the customer was last examined: a page must not read all usage for it.
CREATE TABLE source_use (
  customer_id text NOT NULL,
  source text NOT NULL,
  records bigint NOT NULL,
  first_at timestamptz,
  last_at timestamptz,
  -- From here on it is silent at its usual pace; null where it never brought a record.
  silent_from timestamptz,
  gaps bigint NOT NULL,
  conflicts bigint NOT NULL,
  disagreeing bigint NOT NULL,
  -- How many records have which grade of evidence; the empty grade is a report.
  grades jsonb NOT NULL,
  PRIMARY KEY (customer_id, source)
);
CALL protect('source_use');

CREATE TABLE source_day (
  customer_id text NOT NULL,
  source text NOT NULL,
  day date NOT NULL,
  records bigint NOT NULL,
  PRIMARY KEY (customer_id, source, day)
);
CALL protect('source_day');

-- A directory that pushes its users. The token is kept as a digest only; `id` is the part of it that may be shown.
CREATE TABLE scim_token (
  customer_id text NOT NULL,
  id text NOT NULL,
  digest bytea NOT NULL,
  source text NOT NULL,
  feature text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  PRIMARY KEY (customer_id, id),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CALL protect('scim_token', 'SELECT, INSERT, UPDATE (used_at, revoked_at, revoked_by)');

-- Users as a directory last had them. `body` and `user_name` are personal and emptied when the person is erased.
CREATE TABLE scim_user (
  customer_id text NOT NULL,
  source text NOT NULL,
  id text NOT NULL,
  -- In small letters: user names are equal whatever their case.
  user_name text,
  external_id text,
  body jsonb NOT NULL,
  active boolean NOT NULL,
  identity_id bigint REFERENCES identity,
  -- How often the seat was taken or given back, and when the last time: records are named by this number.
  changes integer NOT NULL,
  changed_at timestamptz,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, source, id),
  UNIQUE (customer_id, source, user_name)
);
CREATE INDEX scim_user_external ON scim_user (customer_id, source, external_id);
CREATE INDEX scim_user_identity ON scim_user (identity_id);
CALL protect('scim_user');

CREATE TABLE scim_group (
  customer_id text NOT NULL,
  source text NOT NULL,
  id text NOT NULL,
  display_name text NOT NULL,
  external_id text,
  body jsonb NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, source, id)
);
CALL protect('scim_group');

CREATE TABLE scim_member (
  customer_id text NOT NULL,
  source text NOT NULL,
  group_id text NOT NULL,
  user_id text NOT NULL,
  PRIMARY KEY (customer_id, source, group_id, user_id),
  FOREIGN KEY (customer_id, source, group_id) REFERENCES scim_group ON DELETE CASCADE,
  FOREIGN KEY (customer_id, source, user_id) REFERENCES scim_user ON DELETE CASCADE
);
CREATE INDEX scim_member_user ON scim_member (customer_id, source, user_id);
CALL protect('scim_member');

-- What came in before: its imports get their sources, and everybody is examined again, which fills the summaries.
-- The policies bind the owner too, so they are lifted for these three statements.
ALTER TABLE usage_record NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_import_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE source_total NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_note NO FORCE ROW LEVEL SECURITY;
ALTER TABLE detection_due NO FORCE ROW LEVEL SECURITY;
INSERT INTO usage_import_source (customer_id, import_id, source_id)
SELECT DISTINCT customer_id, import_id, source_id FROM usage_record
UNION SELECT DISTINCT customer_id, import_id, source_id FROM source_total
UNION SELECT DISTINCT customer_id, import_id, source_id FROM usage_note;
INSERT INTO detection_due (customer_id, due_at) SELECT DISTINCT customer_id, now() FROM usage_source
ON CONFLICT (customer_id) DO UPDATE SET due_at = least(detection_due.due_at, excluded.due_at);
ALTER TABLE usage_record FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_source FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_import_source FORCE ROW LEVEL SECURITY;
ALTER TABLE source_total FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_note FORCE ROW LEVEL SECURITY;
ALTER TABLE detection_due FORCE ROW LEVEL SECURITY;
