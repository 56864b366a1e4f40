-- Repeatable, so that it comes after whatever a service has migrated already. Nobody looks into a body or by a topic here:
-- neither is worth parsing for each event. What is committed together may stand in one row, one event in a line, for a
-- thousand rows cost more than their events.
ALTER TABLE outbox
    DROP CONSTRAINT IF EXISTS outbox_topic_names_its_version,
    DROP CONSTRAINT IF EXISTS outbox_body_fits_a_message,
    DROP CONSTRAINT IF EXISTS outbox_has_an_event_for_each_key,
    DROP COLUMN IF EXISTS events;

ALTER TABLE outbox
    ALTER COLUMN body TYPE text USING body::text,
    ALTER COLUMN body SET STORAGE EXTERNAL,
    ALTER COLUMN key SET STORAGE EXTERNAL,
    ALTER COLUMN ce_subject DROP NOT NULL,
    ADD COLUMN events int NOT NULL
        GENERATED ALWAYS AS (1 + octet_length(key) - octet_length(replace(key, E'\n', ''))) STORED,
    SET (toast.autovacuum_vacuum_threshold = 10000, toast.autovacuum_vacuum_scale_factor = 0);

ALTER TABLE outbox
    ADD CONSTRAINT outbox_topic_names_its_version CHECK (topic LIKE '_%._%.v_%'),
    ADD CONSTRAINT outbox_body_fits_a_message CHECK (events > 1 OR pg_column_size(body) <= 262144),
    ADD CONSTRAINT outbox_has_an_event_for_each_key
        CHECK (events = 1 OR body IS NOT NULL
               AND events = 1 + octet_length(body) - octet_length(replace(body, E'\n', '')));

COMMENT ON COLUMN outbox.key IS
    'Id of the aggregate, or one in each line: the states of one key reach its readers in order';
COMMENT ON COLUMN outbox.body IS
    'The event as it was written, or one in the line of each key; null is a tombstone, which lets a compacted topic forget the key';
COMMENT ON COLUMN outbox.events IS 'How many they are';
COMMENT ON COLUMN outbox.ce_id IS 'Of the first event; those behind it count on from there';
COMMENT ON COLUMN outbox.ce_subject IS 'Null for the key';
