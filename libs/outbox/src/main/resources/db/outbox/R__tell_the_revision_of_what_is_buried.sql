-- Repeatable, so that it comes after whatever a service has migrated already.
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS revision bigint;

COMMENT ON COLUMN outbox.revision IS 'Of a tombstone: that of the removal, for readers who missed the state before it';
