-- Repeatable, so that it comes after whatever a service has migrated already. Events may be written before they are true, below
-- zero; "UPDATE outbox SET id = DEFAULT, ce_id = DEFAULT, ce_time = DEFAULT WHERE id = …" releases them.
CREATE OR REPLACE FUNCTION what_is_appended_wakes_the_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM appended WHERE id > 0) THEN
        NOTIFY outbox;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER outbox_wakes_the_relay ON outbox;
CREATE TRIGGER outbox_wakes_the_relay AFTER INSERT ON outbox REFERENCING NEW TABLE AS appended
    FOR EACH STATEMENT EXECUTE FUNCTION what_is_appended_wakes_the_relay();

CREATE OR REPLACE TRIGGER outbox_wakes_the_relay_for_the_held AFTER UPDATE OF id ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION outbox_wakes_the_relay();

COMMENT ON COLUMN outbox.id IS 'The order in which events are sent; those below zero are held, and not sent';
