-- Runs as goodterms_owner with search_path goodterms.

-- A reading stays the same while what it counted does. What remains in question about it may change meanwhile, and is
-- brought up to date until somebody confirms the finding with it.
GRANT UPDATE (body) ON reading TO goodterms_app;
