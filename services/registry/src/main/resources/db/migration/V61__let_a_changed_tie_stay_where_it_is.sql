-- The order of the feed stands apart from the ties: no index holds what a change of a tie changes.
create table tie_change (
    municipality text   not null,
    changed_in   xid8   not null,
    last         uuid   not null,
    supporters   uuid[] not null,
    constraint tie_change_pk primary key (municipality, changed_in, last)
);
alter table tie_change alter column supporters set storage external;

comment on table tie_change is
    'Whose ties with a municipality a transaction changed, in the order of the feed; kept by triggers on tie, never written '
    'otherwise. The rows of one transaction hold ranges of ids that are apart, and no id twice. What holds no more, because '
    'the tie was changed again, is passed over by readers and tidied away now and then';
comment on column tie_change.last is 'no supporter of the row comes after this one';
comment on column tie_change.supporters is 'in the order of their ids, a thousand at most';

-- First of all: from here on nobody changes a tie that would not be noted.
drop index tie_feed;

insert into tie_change (municipality, changed_in, last, supporters)
select municipality, changed_in, supporters[cardinality(supporters)], supporters
from (select municipality, changed_in, array_agg(supporter order by supporter) as supporters
      from (select municipality, changed_in, supporter,
                   (row_number() over (partition by municipality, changed_in order by supporter) - 1) / 1000 as part
            from tie) numbered
      group by municipality, changed_in, part) parts;

-- A list changes all ties of a page at once: with room beside them their indexes need no change.
alter table tie
    set (fillfactor = 50);

comment on column tie.changed_in is
    'transaction that last changed the tie or its supporter. In the order of (changed_in, supporter), and up to the oldest '
    'transaction that still runs, no later commit can come in between: followers miss nothing. A dump that is restored into '
    'another cluster needs: truncate tie_change; update tie set changed_in = pg_current_xact_id(), and its followers begin anew';

-- A transaction that comes back to ties among those that it noted already notes them together, each once.
create function note_changed_ties() returns trigger language plpgsql
    set enable_seqscan = off set enable_bitmapscan = off set jit = off as
$$
declare
    part    record;
    near    record;
    ids     uuid[];
    known   uuid[];
    touched uuid[];
begin
    for part in
        select municipality, array_agg(supporter order by supporter) as supporters
        from (select municipality, supporter,
                     (row_number() over (partition by municipality order by supporter) - 1) / 1000 as number
              from written where changed_in = pg_current_xact_id()) numbered
        group by municipality, number
        order by municipality, number
    loop
        ids := part.supporters;
        known := '{}';
        touched := '{}';
        for near in
            select last, supporters from tie_change
            where municipality = part.municipality and changed_in = pg_current_xact_id() and last >= ids[1]
            order by last
        loop
            exit when near.supporters[1] > ids[cardinality(ids)];
            known := known || near.supporters;
            touched := touched || near.last;
        end loop;
        if touched <> '{}' then
            continue when not exists (select unnest(ids) except select unnest(known));
            delete from tie_change
            where municipality = part.municipality and changed_in = pg_current_xact_id() and last = any (touched);
            ids := array(select unnest(ids) union select unnest(known) order by 1);
        end if;
        insert into tie_change (municipality, changed_in, last, supporters)
        select part.municipality, pg_current_xact_id(), ids[least(place + 999, cardinality(ids))], ids[place:place + 999]
        from generate_series(1, cardinality(ids), 1000) as place;
    end loop;
    return null;
end
$$;

create trigger note_begun_ties after insert on tie
    referencing new table as written
    for each statement execute function note_changed_ties();

create trigger note_changed_ties after update on tie
    referencing new table as written
    for each statement execute function note_changed_ties();

-- The next ties of a feed, row by row of what was noted until there are enough. "lateral … limit 1" asks by the index, in the
-- order of the row.
create function changed_ties(town text, after_transaction xid8, after_supporter uuid, at_most int)
    returns setof tie language plpgsql stable rows 100
    set enable_seqscan = off set enable_bitmapscan = off set jit = off as
$$
declare
    noted record;
    found_here int;
    missing int := at_most;
begin
    for noted in
        select c.changed_in, c.supporters from tie_change c
        where c.municipality = town and (c.changed_in, c.last) > (after_transaction, after_supporter)
          and c.changed_in < pg_snapshot_xmin(pg_current_snapshot())
        order by c.changed_in, c.last
    loop
        return query
            select t.*
            from (select id from unnest(noted.supporters) as id
                  where noted.changed_in > after_transaction or id > after_supporter
                  order by id) ids
                 cross join lateral (
                     select * from tie
                     where tie.municipality = town and tie.supporter = ids.id and tie.changed_in = noted.changed_in
                     limit 1) t
            order by ids.id
            limit missing;
        get diagnostics found_here = row_count;
        missing := missing - found_here;
        exit when missing <= 0;
    end loop;
end
$$;
