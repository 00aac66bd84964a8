-- Runs as goodterms_owner with search_path goodterms.

-- Features that came in and that belong to no product, as last seen by detection: a page must not read all usage for them.
CREATE TABLE unmatched_use (
  customer_id text NOT NULL,
  source text NOT NULL,
  feature text NOT NULL,
  records bigint NOT NULL,
  PRIMARY KEY (customer_id, source, feature)
);
CALL protect('unmatched_use');
