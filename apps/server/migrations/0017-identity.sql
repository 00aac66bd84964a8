-- Runs as goodterms_owner with search_path goodterms.

-- Everything that opens a door carries the customer id '@access': no customer can have it, and no scope but that of
-- signing in names it. So no page of the vendor or of a customer can read it, whatever mistake it makes.

-- Who may sign in. Of staff, name, address and role stand in the team; of others name and address stand here and are
-- emptied when the account is erased. `status` and `role` repeat what the lifecycle says, for looking up.
CREATE TABLE account (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('staff', 'partner', 'customer')),
  customer text,
  partner text,
  role text,
  status text NOT NULL CHECK (status IN ('invited', 'active', 'closed', 'erased')),
  name text,
  -- In small letters.
  email text,
  language text,
  zone text,
  -- One click in the demo signs in as this person.
  persona boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  signed_in_at timestamptz,
  CHECK ((kind = 'customer') = (customer IS NOT NULL) AND (kind = 'customer') = (role IS NOT NULL)),
  CHECK ((kind = 'partner') = (partner IS NOT NULL))
);
CREATE INDEX account_email ON account (email);
CREATE INDEX account_customer ON account (customer);
CREATE UNIQUE INDEX account_once ON account (email, kind, coalesce(customer, ''), coalesce(partner, '')) WHERE email IS NOT NULL;
CALL protect('account');

-- How an account proves who it is: what is kept of a password (argon2id, with its parameters), and the secret of a
-- second factor. A second factor that is not confirmed yet is being set up and asks nobody.
CREATE TABLE account_credential (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  account text PRIMARY KEY REFERENCES account,
  password text,
  second_factor bytea,
  confirmed_at timestamptz,
  -- The step of the last code that was used: none is used twice.
  last_step bigint NOT NULL DEFAULT 0
);
CALL protect('account_credential');

CREATE TABLE recovery_code (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  account text NOT NULL REFERENCES account,
  digest bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account, digest)
);
CALL protect('recovery_code');

-- Of what is given to a browser or sent by mail only the SHA-256 is kept: who reads this table opens nothing.
CREATE TABLE account_session (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  digest bytea PRIMARY KEY,
  -- May be shown and named; opens nothing.
  id text NOT NULL UNIQUE,
  account text NOT NULL REFERENCES account,
  how text NOT NULL,
  browser text NOT NULL,
  started_at timestamptz NOT NULL,
  -- When the person proved who they are the last time.
  signed_in_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  until_at timestamptz NOT NULL
);
CREATE INDEX account_session_account ON account_session (account);
CALL protect('account_session');

-- One-time links: to sign in, to recover a password, to accept an invitation; and sign-ins that wait for the second factor.
CREATE TABLE account_link (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  digest bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'recover', 'invitation', 'second-factor', 'choose')),
  -- Whose it is; of a link to sign in, whoever has the address.
  account text REFERENCES account,
  email text,
  -- How the first step was passed, where this is the second one.
  how text,
  -- Where the person wanted to go: a path of our own.
  place text,
  recorded_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL
);
CREATE INDEX account_link_account ON account_link (account);
CALL protect('account_link');

-- Who asked for a link, known or not: looked up after the answer has gone out, so that the answer tells nothing.
CREATE TABLE link_request (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'recover')),
  email text NOT NULL,
  language text,
  place text,
  recorded_at timestamptz NOT NULL
);
CALL protect('link_request');

-- How often something was tried in a span of time. `key` is a digest of what is limited (an address, a network).
CREATE TABLE attempt (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  key bytea PRIMARY KEY,
  tries integer NOT NULL,
  until_at timestamptz NOT NULL
);
CREATE INDEX attempt_until ON attempt (until_at);
CALL protect('attempt');

-- Programs that work here by a token instead of a person.
CREATE TABLE api_token (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  id text PRIMARY KEY,
  digest bytea NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  until_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
CALL protect('api_token', 'SELECT, INSERT, UPDATE (used_at, revoked_at, revoked_by)');

-- Whether this installation shows the demo. Once it was started without, it is `own` and never offers personas again.
CREATE TABLE installation (
  customer_id text PRIMARY KEY CHECK (customer_id = '@access'),
  mode text NOT NULL CHECK (mode IN ('demo', 'own')),
  recorded_at timestamptz NOT NULL
);
CALL protect('installation', 'SELECT, INSERT, UPDATE (mode, recorded_at)');
