alter table tie add column changed_in xid8 not null default pg_current_xact_id();

create index tie_feed on tie (municipality, changed_in, supporter);

comment on column tie.changed_in is
    'transaction that last changed the tie or its supporter. In the order of (changed_in, supporter), and up to the oldest '
    'transaction that still runs, no later commit can come in between: followers miss nothing. A dump that is restored into '
    'another cluster needs: update tie set changed_in = pg_current_xact_id(), and its followers begin anew';

create function tie_changes() returns trigger language plpgsql as
$$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end
$$;

-- Work that changes nothing for any reader, like sealing anew, sets kakawari.unseen in its transaction.
create trigger tie_changes before update on tie
    for each row when (current_setting('kakawari.unseen', true) is distinct from 'on') execute function tie_changes();

-- Whoever changes a supporter changes what each of their municipalities sees. A writer of both spares itself the second
-- write by changing the ties first. Always by the index: a plan made for a million must not be kept for one.
create function supporter_changes_ties() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
begin
    update tie
    set changed_in = pg_current_xact_id()
    from changed
    where tie.supporter = changed.id and tie.changed_in <> pg_current_xact_id();
    return null;
end
$$;

create trigger supporter_changes_ties after update on supporter
    referencing new table as changed
    for each statement when (current_setting('kakawari.unseen', true) is distinct from 'on')
    execute function supporter_changes_ties();
