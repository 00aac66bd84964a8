-- Runs as goodterms_owner with search_path goodterms.

-- What the lists of orders are filtered and ordered by; what an order says is kept by its events and its state.
CREATE TABLE order_row (
  customer_id text NOT NULL,
  id text NOT NULL,
  number integer NOT NULL,
  -- The newest first: microseconds since 1970.
  made_at bigint NOT NULL,
  status text NOT NULL,
  agreement text NOT NULL,
  clause text NOT NULL,
  quote text,
  PRIMARY KEY (customer_id, id),
  UNIQUE (customer_id, number)
);
CREATE INDEX order_row_newest ON order_row (made_at DESC, id DESC);
CREATE INDEX order_row_quote ON order_row (quote) WHERE quote IS NOT NULL;
-- A clause has one open order at a time.
CREATE UNIQUE INDEX order_row_open ON order_row (customer_id, agreement, clause)
  WHERE status IN ('prepared', 'requested', 'quoted');
CALL protect('order_row');
