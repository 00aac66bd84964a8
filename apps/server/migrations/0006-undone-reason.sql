-- Runs as goodterms_owner with search_path goodterms.

-- Why a choice was taken back; null for those taken back before it was asked for.
ALTER TABLE conflict_choice ADD COLUMN undone_reason text,
  ADD CHECK (undone_reason IS NULL OR undone_at IS NOT NULL);
GRANT UPDATE (undone_reason) ON conflict_choice TO goodterms_app;
