-- Runs as goodterms_owner with search_path goodterms.

-- How often a row was written: who changes one says which version they saw, so that nobody overwrites unseen.
ALTER TABLE customer ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE partner ADD COLUMN version integer NOT NULL DEFAULT 1;

CREATE FUNCTION next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END
$$;

-- By the row itself: files, tables and screens all write it.
CREATE TRIGGER customer_version BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER partner_version BEFORE UPDATE ON partner FOR EACH ROW EXECUTE FUNCTION next_version();
