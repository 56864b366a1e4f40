-- PostgreSQL has uuidv7() from 18 on; 16 and 17 get one that sorts the same way.
DO $$
BEGIN
    IF to_regprocedure('uuidv7()') IS NULL THEN
        CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $body$
            SELECT encode(
                set_bit(set_bit(
                    overlay(uuid_send(gen_random_uuid())
                        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                        FROM 1 FOR 6),
                    52, 1), 53, 1), 'hex')::uuid
        $body$;
    END IF;
END
$$;

CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    ce_id       uuid        NOT NULL DEFAULT uuidv7(),
    ce_type     text        NOT NULL,
    ce_subject  text        NOT NULL,
    ce_time     timestamptz NOT NULL DEFAULT now(),
    traceparent text,
    body        jsonb,
    CONSTRAINT outbox_pk PRIMARY KEY (id),
    CONSTRAINT outbox_topic_names_its_version CHECK (topic ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+\.v[0-9]+$'),
    CONSTRAINT outbox_body_fits_a_message CHECK (pg_column_size(body) <= 262144)
) WITH (
    autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = -1
);

COMMENT ON TABLE outbox IS 'Events that are committed and not yet acknowledged by Kafka; the relay sends them in the order of id and deletes them';
COMMENT ON COLUMN outbox.topic IS 'Name of the topic in the contracts, without the namespace prefix of this installation';
COMMENT ON COLUMN outbox.key IS 'Id of the aggregate: the states of one key reach its readers in order';
COMMENT ON COLUMN outbox.ce_time IS 'Start of the transaction that the event reports';
COMMENT ON COLUMN outbox.traceparent IS 'W3C trace context of the request that caused the event';
COMMENT ON COLUMN outbox.body IS 'The event as JSON; null is a tombstone, which lets a compacted topic forget the key';

CREATE FUNCTION outbox_wakes_the_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY outbox;
    RETURN NULL;
END
$$;

CREATE TRIGGER outbox_wakes_the_relay AFTER INSERT ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION outbox_wakes_the_relay();
