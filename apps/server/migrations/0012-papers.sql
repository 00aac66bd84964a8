-- Runs as goodterms_owner with search_path goodterms.

-- Who sells to customers or speaks for them. Its rows belong to the vendor ('*'); names stand here and nowhere else.
CREATE TABLE partner (
  customer_id text NOT NULL DEFAULT '*' CHECK (customer_id = '*'),
  id text PRIMARY KEY,
  body jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
CALL protect('partner');

-- Which customers a partner may see: those it sells to or speaks for.
CREATE TABLE partner_customer (
  customer_id text NOT NULL,
  partner_id text NOT NULL REFERENCES partner ON DELETE CASCADE,
  sells boolean NOT NULL,
  speaks boolean NOT NULL,
  PRIMARY KEY (customer_id, partner_id),
  CHECK (sells OR speaks)
);
CREATE INDEX partner_customer_partner ON partner_customer (partner_id);
CALL protect('partner_customer');

-- A file of papers on its way in: read, mapped, previewed, applied, undone. Its bytes are kept until it is applied.
CREATE TABLE paper_import (
  customer_id text NOT NULL DEFAULT '*' CHECK (customer_id = '*'),
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  file_name text NOT NULL,
  file_digest text NOT NULL,
  content bytea,
  settings jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('read', 'previewed', 'applied', 'undone')),
  -- Of the rows last previewed: what they would change, from which state. Applying names it.
  digest text,
  counts jsonb,
  received_at timestamptz NOT NULL,
  received_by text NOT NULL,
  applied_at timestamptz,
  applied_by text,
  undone_at timestamptz,
  undone_by text
);
CALL protect('paper_import');

-- Each row of a previewed file, and what it changes: before and after, as the texts of its columns. Undo reads them.
-- They hold names: `subject` says of which customer, so that erasing finds them.
CREATE TABLE paper_import_row (
  customer_id text NOT NULL DEFAULT '*' CHECK (customer_id = '*'),
  import_id bigint NOT NULL REFERENCES paper_import ON DELETE CASCADE,
  line integer NOT NULL,
  name text NOT NULL,
  subject text,
  outcome text NOT NULL CHECK (outcome IN ('new', 'changed', 'unchanged', 'refused')),
  before jsonb,
  after jsonb,
  problems jsonb NOT NULL,
  -- Null while nothing was undone; `undone`, or why it was left.
  undone text,
  PRIMARY KEY (import_id, line)
);
CREATE INDEX paper_import_row_outcome ON paper_import_row (import_id, outcome, line);
CREATE INDEX paper_import_row_subject ON paper_import_row (subject);
CALL protect('paper_import_row');

-- How the columns of a kind of file were read last, by its header: shown again the next time.
CREATE TABLE paper_map (
  kind text NOT NULL,
  header text NOT NULL,
  map jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (kind, header)
);
CALL vendor_table('paper_map', 'how the vendor reads its own files; no customer is in it');

-- Undoing an import takes customers away again of whom nothing else is known.
GRANT DELETE ON customer_directory TO goodterms_app;
