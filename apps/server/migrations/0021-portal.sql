-- Runs as goodterms_owner with search_path goodterms.

-- Up to when each account has seen what changed for a customer.
CREATE TABLE portal_seen (
  customer_id text NOT NULL,
  account text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, account)
);
CALL protect('portal_seen');

-- Which rules an account has been shown and has put away; digests tell which part of a rule is another since.
CREATE TABLE portal_lesson (
  customer_id text NOT NULL,
  account text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  digests jsonb NOT NULL,
  done_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, account, agreement, clause)
);
CALL protect('portal_lesson');
