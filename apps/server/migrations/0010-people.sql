-- Runs as goodterms_owner with search_path goodterms.

-- What each identity was last seen to use, as detection found it: a list of people must not read all usage for it.
CREATE TABLE identity_use (
  customer_id text NOT NULL,
  identity_id bigint NOT NULL REFERENCES identity,
  records bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  sources text[] NOT NULL,
  PRIMARY KEY (customer_id, identity_id)
);
CALL protect('identity_use');
