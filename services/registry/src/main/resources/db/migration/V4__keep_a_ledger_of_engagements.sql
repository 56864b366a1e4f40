create table engagement (
    id                 uuid        not null default uuidv7(),
    revision           bigint      not null default 1,
    supporter          uuid        not null,
    municipality       text        not null,
    activity           text        not null,
    occurred_on        date        not null,
    status             text        not null,
    quantity           numeric,
    unit               text,
    program            uuid,
    source_system      text        not null,
    source_transaction text        not null,
    recorded_by        uuid,
    created_at         timestamptz not null default now(),
    constraint engagement_pk primary key (id),
    constraint engagement_of_a_supporter foreign key (supporter) references supporter,
    constraint engagement_once_per_transaction unique (municipality, source_system, source_transaction),
    constraint engagement_revision_rises check (revision > 0),
    constraint engagement_status_known check (status in ('SELF_REPORTED', 'ATTESTED', 'REJECTED')),
    constraint engagement_unit_known check (unit in ('DAYS', 'HOURS', 'YEN', 'ITEMS', 'TIMES')),
    constraint engagement_quantity_has_a_unit check ((quantity is null) = (unit is null)),
    constraint engagement_quantity_counts_up check (quantity >= 0)
);

create index engagement_of_a_tie on engagement (supporter, municipality, occurred_on);
create index engagement_of_a_municipality on engagement (municipality, id);

comment on table engagement is '関わりの記録: a dated fact by a supporter for a municipality; corrected by status, never deleted';
comment on column engagement.source_transaction is 'id of the fact where it came from: told twice, it stays one';
