-- Runs as goodterms_owner with search_path goodterms.

-- When alerts are due: for one clause, or ('*', '', '') for every clause without rules of its own. Each version stays;
-- the latest counts. A body that is null gives the clause back to the vendor's rules.
CREATE TABLE alert_rules (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  body jsonb,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, agreement, clause, version)
);
CALL protect('alert_rules', 'SELECT, INSERT');

-- What alert rules looked at when a clause was last examined. Made anew by each detection.
CREATE TABLE alert_sight (
  customer_id text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  group_key text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (customer_id, agreement, clause, group_key)
);
CALL protect('alert_sight');

-- Which messages a person wants. Persons stand here by their address and nowhere else, so that they can be erased;
-- who works for the vendor stands under the customer '*'.
CREATE TABLE alert_wish (
  customer_id text NOT NULL,
  address text NOT NULL,
  body jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, address)
);
CALL protect('alert_wish');

-- Each message to each of those who are told, and what became of it. Names no person: who it is for is looked up when
-- it is sent. `next_at` is when it may be tried (again); a sender that dies leaves it, and it is tried again then.
CREATE TABLE alert_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL,
  alert text NOT NULL,
  version integer NOT NULL,
  recipient text NOT NULL CHECK (recipient IN ('contact', 'owner', 'webhook')),
  status text NOT NULL CHECK (status IN ('waiting', 'sent', 'held', 'unwanted', 'outdated', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  detail text,
  recorded_at timestamptz NOT NULL,
  sent_at timestamptz,
  UNIQUE (alert, version, recipient)
);
CREATE INDEX alert_delivery_waiting ON alert_delivery (next_at) WHERE status = 'waiting';
CREATE INDEX alert_delivery_customer ON alert_delivery (customer_id, id);
CALL protect('alert_delivery');
