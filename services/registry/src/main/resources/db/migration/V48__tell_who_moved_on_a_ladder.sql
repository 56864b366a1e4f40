-- What was moved before there was an event for it.
insert into outbox (topic, key, ce_type, ce_subject, body)
select 'registry.ladder.v1', id::text, 'jp.kakawari.registry.ladder-moved.v1', id::text,
       jsonb_build_object(
           'id', id,
           'revision', 1,
           'state', 'MADE',
           'supporter', supporter,
           'municipality', municipality,
           'from', former,
           'to', step,
           'movedOn', moved_on)::json
from ladder_move
order by id;
