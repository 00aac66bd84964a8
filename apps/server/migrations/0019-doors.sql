-- Runs as goodterms_owner with search_path goodterms.
-- Doors other than passwords and links. As in 0017, only the scope of signing in sees these rows.

-- The OpenID provider of a customer's own company. `id` stands in addresses and says nothing; the secret leaves this
-- table only for the provider it belongs to.
CREATE TABLE sign_in_provider (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  id text PRIMARY KEY,
  customer text NOT NULL UNIQUE,
  issuer text NOT NULL,
  client text NOT NULL,
  secret text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CALL protect('sign_in_provider');

-- Who somebody at a provider is here. `room` is the customer whose provider it is, or '*' for the vendor's own: the same
-- person of the same provider is a stranger in every other room. An account has at most one of each provider.
CREATE TABLE provider_link (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  id text NOT NULL UNIQUE,
  room text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  account text NOT NULL REFERENCES account,
  linked_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (room, issuer, subject),
  UNIQUE (account, room, issuer)
);
CALL protect('provider_link');

-- A sign-in that is at a provider just now: taken out when the browser comes back, so that it is used once. Of what the
-- browser holds only the digest is kept.
CREATE TABLE provider_visit (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  digest bytea PRIMARY KEY,
  provider text NOT NULL,
  issuer text NOT NULL,
  client text NOT NULL,
  state text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  place text,
  -- Who was signed in and wants to be known there too; null of a sign-in.
  account text REFERENCES account,
  until_at timestamptz NOT NULL
);
CREATE INDEX provider_visit_until ON provider_visit (until_at);
CALL protect('provider_visit');

CREATE TABLE passkey (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  -- As the device calls it, in base64url.
  id text PRIMARY KEY,
  account text NOT NULL REFERENCES account,
  public_key bytea NOT NULL,
  -- How often the device says it has signed; 0 for ever of those that do not count.
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  -- Whether it is kept by more than one device.
  synced boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account);
CALL protect('passkey');

CREATE TABLE passkey_challenge (
  customer_id text NOT NULL CHECK (customer_id = '@access'),
  digest bytea PRIMARY KEY,
  challenge text NOT NULL,
  -- Whose new passkey it is for; null of a sign-in.
  account text REFERENCES account,
  until_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_until ON passkey_challenge (until_at);
CALL protect('passkey_challenge');

-- Whoever's account is closed proves anew who they are, should it be opened again: by whichever door it was closed.
CREATE FUNCTION forget_doors() RETURNS trigger LANGUAGE plpgsql SET search_path = goodterms AS $$
BEGIN
  DELETE FROM provider_link WHERE account = NEW.id;
  DELETE FROM provider_visit WHERE account = NEW.id;
  DELETE FROM passkey WHERE account = NEW.id;
  DELETE FROM passkey_challenge WHERE account = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_doors AFTER UPDATE OF status ON account FOR EACH ROW
  WHEN (NEW.status IN ('closed', 'erased')) EXECUTE FUNCTION forget_doors();
