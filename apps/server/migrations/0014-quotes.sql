-- Runs as goodterms_owner with search_path goodterms.

-- What the list of quotes is filtered and ordered by; what a quote says is kept by its events and its state.
CREATE TABLE quote_row (
  customer_id text NOT NULL,
  id text NOT NULL,
  -- The newest first: microseconds since 1970, and the number of the quote at its customer.
  quoted_at bigint NOT NULL,
  number integer NOT NULL,
  status text NOT NULL,
  finding text,
  PRIMARY KEY (customer_id, id),
  UNIQUE (customer_id, number)
);
CREATE INDEX quote_row_newest ON quote_row (quoted_at DESC, id DESC);
CREATE INDEX quote_row_finding ON quote_row (customer_id, finding) WHERE finding IS NOT NULL;
CALL protect('quote_row');

-- Under which a billing system knows a customer: `cus_…` at Stripe. No name and no address of a person.
CREATE TABLE billing_account (
  customer_id text NOT NULL,
  port text NOT NULL,
  reference text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, port)
);
CALL protect('billing_account');
