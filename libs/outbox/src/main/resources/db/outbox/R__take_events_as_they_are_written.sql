-- Repeatable, so that it comes after whatever a service has migrated already. Nobody looks into a body or by a topic here:
-- neither is worth parsing for each event.
ALTER TABLE outbox
    DROP CONSTRAINT IF EXISTS outbox_topic_names_its_version,
    DROP CONSTRAINT IF EXISTS outbox_body_fits_a_message;

ALTER TABLE outbox
    ALTER COLUMN body TYPE json USING body::json;

ALTER TABLE outbox
    ADD CONSTRAINT outbox_topic_names_its_version CHECK (topic LIKE '_%._%.v_%'),
    ADD CONSTRAINT outbox_body_fits_a_message CHECK (pg_column_size(body) <= 262144);

COMMENT ON COLUMN outbox.body IS 'The event as it was written; null is a tombstone, which lets a compacted topic forget the key';
