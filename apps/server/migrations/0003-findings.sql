-- Runs as goodterms_owner with search_path goodterms.

-- Which customers there are, by id alone: scopes are made from it.
CREATE TABLE customer_directory (id text PRIMARY KEY);
CALL vendor_table('customer_directory', 'the ids from which scopes are made', 'SELECT, INSERT');

-- Who we serve. Names and addresses stand here and nowhere else, so that they can be erased.
CREATE TABLE customer (
  customer_id text PRIMARY KEY REFERENCES customer_directory,
  body jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
CALL protect('customer');

-- What a finding was read from: windows, limits and evidence, as they were. A finding's events name it by digest.
CREATE TABLE reading (
  customer_id text NOT NULL,
  finding text NOT NULL,
  digest text NOT NULL,
  body jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, finding, digest)
);
CALL protect('reading', 'SELECT, INSERT');

-- Each clause as last examined: every window judged. Made anew by each detection.
CREATE TABLE clause_reading (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  as_of timestamptz NOT NULL,
  tzdata text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (customer_id, agreement, clause)
);
CALL protect('clause_reading');

-- Where each customer stands on each clause. `at_stake` orders the page, worst first; `body` is the row as shown.
CREATE TABLE position (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  group_key text NOT NULL,
  beyond boolean NOT NULL,
  at_stake numeric NOT NULL,
  currency text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (customer_id, agreement, clause, group_key)
);
CREATE INDEX position_worst ON position (beyond DESC, at_stake DESC);
CALL protect('position');

-- Customers whose terms or usage changed since they were last examined, or whose terms change by time at `due_at`.
-- Written with the change itself, so that a crash between change and detection loses nothing.
CREATE TABLE detection_due (
  customer_id text PRIMARY KEY,
  due_at timestamptz NOT NULL
);
CALL protect('detection_due');
