-- Runs as goodterms_owner with search_path goodterms.

-- What the list of positions is filtered and ordered by, beside the row as shown. Made anew by each detection.
ALTER TABLE position
  ADD COLUMN customer_sort text NOT NULL DEFAULT '',
  -- Names and words in lower case and without accents, for finding parts of them.
  ADD COLUMN search text NOT NULL DEFAULT '',
  ADD COLUMN product text NOT NULL DEFAULT '',
  ADD COLUMN segment text NOT NULL DEFAULT '',
  ADD COLUMN size text NOT NULL DEFAULT '',
  ADD COLUMN status text NOT NULL DEFAULT 'cannot-tell',
  ADD COLUMN renews_on date,
  ADD COLUMN finding text,
  -- Amounts of two currencies are never compared: money at stake first, then by currency, then by amount.
  ADD COLUMN stake_rank smallint GENERATED ALWAYS AS (CASE WHEN at_stake > 0 THEN 0 ELSE 1 END) STORED,
  ADD COLUMN stake_currency text GENERATED ALWAYS AS (CASE WHEN at_stake > 0 THEN currency ELSE '' END) STORED,
  ADD COLUMN stake_down numeric GENERATED ALWAYS AS (-at_stake) STORED,
  ADD COLUMN status_rank smallint GENERATED ALWAYS AS (CASE status WHEN 'beyond' THEN 0 WHEN 'near' THEN 1
    WHEN 'cannot-tell' THEN 2 WHEN 'covered' THEN 3 ELSE 4 END) STORED;
DROP INDEX position_worst;
CREATE INDEX position_money ON position
  (stake_rank, stake_currency, stake_down, status_rank, customer_sort, customer_id, agreement, clause, group_key);
CREATE INDEX position_customer ON position (customer_sort, customer_id, agreement, clause, group_key);

-- What earlier releases have worked out is kept until every customer has been examined again, which is at once.
SELECT set_config('goodterms.customers',
  (SELECT coalesce(array_agg(id), '{}')::text FROM customer_directory), true);
UPDATE position SET customer_sort = lower(body #>> '{customer,name}'), status = body ->> 'status',
  product = body #>> '{product,id}', renews_on = (body ->> 'renewsOn')::date, finding = body ->> 'finding',
  search = lower(concat_ws(' ', body #>> '{customer,name}', customer_id, body #>> '{product,name}', body #>> '{clause,plain}',
    agreement, group_key));
INSERT INTO detection_due (customer_id, due_at) SELECT id, now() FROM customer_directory
  ON CONFLICT (customer_id) DO UPDATE SET due_at = least(detection_due.due_at, excluded.due_at);

-- Standing flags of customers, as their events say: for lists, which must not fold every stream.
CREATE TABLE customer_flag (
  customer_id text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  PRIMARY KEY (customer_id, id)
);
CALL protect('customer_flag');

-- The people of the vendor. Names and addresses stand here and nowhere else, so that they can be erased.
CREATE TABLE staff_member (
  customer_id text NOT NULL CHECK (customer_id = '*'),
  id text NOT NULL,
  name text,
  email text,
  retired_at timestamptz,
  PRIMARY KEY (customer_id, id)
);
CALL protect('staff_member');

-- Who works on a position, and with it on the finding that stands there.
CREATE TABLE assignment (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  group_key text NOT NULL,
  staff text NOT NULL,
  PRIMARY KEY (customer_id, agreement, clause, group_key)
);
CALL protect('assignment');

-- What the vendor's table makes of each open finding; `problem` where it could not say. Made anew by each detection.
CREATE TABLE finding_triage (
  customer_id text NOT NULL,
  finding text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  group_key text NOT NULL,
  severity text,
  severity_rank smallint GENERATED ALWAYS AS (CASE severity WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2
    WHEN 'low' THEN 3 ELSE 4 END) STORED,
  sequence integer,
  owner text,
  due_on date,
  table_version integer NOT NULL,
  table_row integer,
  problem text,
  PRIMARY KEY (customer_id, finding)
);
CREATE INDEX finding_triage_place ON finding_triage (customer_id, agreement, clause, group_key);
CALL protect('finding_triage');

-- Filters of the list that somebody has given a name.
CREATE TABLE saved_filter (
  customer_id text NOT NULL CHECK (customer_id = '*'),
  id uuid NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  version integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, id),
  UNIQUE (customer_id, name)
);
CALL protect('saved_filter');

-- Each date by which something is owed under a duty. Made anew by each detection; what was received is kept by its events.
CREATE TABLE duty_date (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  duty text NOT NULL,
  due_on date NOT NULL,
  -- From this date on somebody is reminded; after `grace_until` it is overdue.
  remind_on date NOT NULL,
  grace_until date NOT NULL,
  customer_sort text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (customer_id, agreement, duty, due_on)
);
CREATE INDEX duty_date_due ON duty_date (due_on);
CALL protect('duty_date');

CREATE TABLE duty_receipt (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  duty text NOT NULL,
  due_on date NOT NULL,
  receipt uuid NOT NULL,
  received_on date NOT NULL,
  PRIMARY KEY (customer_id, agreement, duty, due_on)
);
CALL protect('duty_receipt');
