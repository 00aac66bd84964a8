-- Runs as goodterms_owner with search_path goodterms.

-- What lists of reviews are filtered and ordered by, and when the worker has to look at one; what was agreed is kept by
-- the events and the state.
CREATE TABLE review_row (
  customer_id text NOT NULL,
  id text NOT NULL,
  number integer NOT NULL,
  -- What made it due (`cadence 2027-01-01`): nothing makes two.
  turn text NOT NULL,
  status text NOT NULL,
  -- Microseconds since 1970: when the meeting begins (null: none is booked), and of the last change.
  meets_at bigint,
  changed_at bigint NOT NULL,
  -- When people are to be reminded of the meeting; null: never, or it was done.
  look_at timestamptz,
  PRIMARY KEY (customer_id, id),
  UNIQUE (customer_id, number),
  UNIQUE (customer_id, turn)
);
CREATE INDEX review_row_look ON review_row (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX review_row_changed ON review_row (changed_at DESC, id DESC);
CALL protect('review_row');

-- The page of a review as it stood when it was held; the event names its digest. It is never written again.
CREATE TABLE review_page (
  customer_id text NOT NULL,
  review text NOT NULL,
  digest text NOT NULL,
  body jsonb NOT NULL,
  as_of timestamptz NOT NULL,
  PRIMARY KEY (customer_id, review)
);
CALL protect('review_page', 'SELECT, INSERT');

-- How often the vendor reviews with its customers. Each version stays; the latest counts.
CREATE TABLE review_policy (
  customer_id text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  body jsonb NOT NULL,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, version)
);
CALL protect('review_policy', 'SELECT, INSERT');

-- Where similar customers stood in a quarter that is over, as one customer may read it: rows of that customer, computed
-- once. The figures of the others they were made of are kept nowhere.
CREATE TABLE customer_insight (
  customer_id text NOT NULL,
  quarter text NOT NULL,
  product text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (customer_id, quarter, product)
);
CALL protect('customer_insight', 'SELECT, INSERT');

-- Which quarters have been computed.
CREATE TABLE insight_quarter (
  customer_id text NOT NULL,
  quarter text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, quarter)
);
CALL protect('insight_quarter', 'SELECT, INSERT');
