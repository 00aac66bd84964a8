-- Runs as goodterms_owner with search_path goodterms.

-- What lists of questions are filtered and ordered by, and when the worker has to look at one; what was asked and answered
-- is kept by the events and the state. Accounts and people of the team stand here by their ids alone.
CREATE TABLE question_row (
  customer_id text NOT NULL,
  id text NOT NULL,
  number integer NOT NULL,
  status text NOT NULL,
  contest boolean NOT NULL,
  late boolean NOT NULL,
  -- Who of the vendor answers; null: whoever owns the customer.
  person text,
  asked_by text NOT NULL,
  partner text,
  agreement text,
  clause text,
  -- Microseconds since 1970: of the promise, of the last change both sides see, of the asking.
  promised_end bigint NOT NULL,
  changed_at bigint NOT NULL,
  asked_at bigint NOT NULL,
  -- When it is time to remind, to be late or to close; null: never by itself.
  look_at timestamptz,
  PRIMARY KEY (customer_id, id),
  UNIQUE (customer_id, number)
);
CREATE INDEX question_row_look ON question_row (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX question_row_promised ON question_row (promised_end, id);
CREATE INDEX question_row_changed ON question_row (changed_at DESC, id DESC);
CREATE INDEX question_row_clause ON question_row (customer_id, agreement, clause) WHERE contest;
CALL protect('question_row');

-- By when customers are answered, as the vendor promises it. Each version stays; the latest counts.
CREATE TABLE answer_policy (
  customer_id text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  body jsonb NOT NULL,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, version)
);
CALL protect('answer_policy', 'SELECT, INSERT');
