alter table need
    add column skills text[] not null default '{}',
    add column mode text,
    add constraint need_mode_known check (mode in ('ONSITE', 'ONLINE', 'URBAN', 'HYBRID'));

comment on column need.skills is 'What helpers should be able to do (できること), free words; empty where anybody can help';
comment on column need.mode is 'How one would help (参加形態); null when not said';

-- What was posted before anybody could hear of it.
insert into outbox (topic, key, ce_type, ce_subject, body)
select 'catalog.need.v1', id, 'jp.kakawari.catalog.need-changed.v1', id,
    jsonb_build_object('id', id, 'revision', revision, 'state', 'POSTED', 'postedBy', posted_by,
        'municipality', municipality, 'title', title, 'description', description, 'skills', skills, 'mode', mode)
from need
order by posted_at, id;
