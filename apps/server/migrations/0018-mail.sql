-- Runs as goodterms_owner with search_path goodterms.

-- Letters to people, until they are sent: then whom they went to and what they said is emptied, and that there was one
-- stays. In an installation that shows the demo they are kept, to be looked at.
CREATE TABLE mail_message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL,
  -- Stands in its Message-ID, the same each time it is sent again.
  key uuid NOT NULL UNIQUE,
  kind text NOT NULL,
  to_name text,
  to_address text,
  reply_name text,
  reply_address text,
  subject text,
  body text,
  status text NOT NULL CHECK (status IN ('waiting', 'sent', 'shown', 'failed', 'outdated')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  -- When it is no use any more: a link in it has ended.
  useful_until timestamptz,
  detail text,
  recorded_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX mail_message_waiting ON mail_message (next_at) WHERE status = 'waiting';
CREATE INDEX mail_message_customer ON mail_message (customer_id, id);
CALL protect('mail_message');
