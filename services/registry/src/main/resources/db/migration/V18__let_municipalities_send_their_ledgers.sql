-- One mechanism for lists of any kind: a job says of what its list is, and each kind has a staging table of its own.
alter table sync_job
    add column kind text not null default 'supporter',
    add constraint sync_job_kind_known check (kind in ('supporter', 'engagement'));
alter table sync_job alter column kind drop default;
comment on column sync_job.kind is '名簿の種類: of what records the list is';

alter table sync_row
    drop constraint sync_row_outcome_known,
    add constraint sync_row_outcome_known
        check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'ENDED', 'REJECTED', 'REFUSED'));

create table sync_engagement_row (
    job             uuid   not null,
    chunk           int    not null,
    line            bigint not null,
    outcome         text   not null,
    transaction     text   not null,
    id              uuid,
    supporter       uuid,
    activity        text,
    occurred_on     date,
    quantity        text,
    unit            text,
    contact_refused boolean,
    cells           bytea,
    constraint sync_engagement_row_outcome_known check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED'))
) with (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0);

create index sync_engagement_row_of_a_chunk on sync_engagement_row (job, chunk);

comment on table sync_engagement_row is 'Rows of a ledger between its arrival and its merge, gone within seconds';
comment on column sync_engagement_row.chunk is 'rows that are merged in one transaction; 0: rows that change nothing';
comment on column sync_engagement_row.id is 'of the entry that the row becomes';
comment on column sync_engagement_row.quantity is 'exact, the same text for the same number';
comment on column sync_engagement_row.cells is
    'sealed (AEAD, associated data = job): the row as it came, should it be rejected after all';

alter table engagement
    add column contact_refused boolean not null default false,
    drop constraint engagement_unit_known,
    add constraint engagement_unit_known check (unit in ('DAYS', 'HOURS', 'YEN', 'ITEMS', 'TIMES', 'POINTS')),
    drop constraint engagement_quantity_counts_up,
    add constraint engagement_quantity_counts_up check (quantity >= 0 or unit = 'POINTS');
comment on column engagement.contact_refused is
    '連絡不可: the row that told it withdrew the consent to be written to; told once more it withdraws nothing again';

-- However a municipality tells it, one by one or in a list, a transaction of it is one entry.
create unique index engagement_once_told_by_its_municipality on engagement (municipality, source_transaction)
    where source_system in ('list', 'municipality');

-- The body of registry.engagement.v1 for set-based statements; Engagement.told() makes the same from the entity.
create view engagement_state as
select e.id,
       e.supporter,
       jsonb_build_object(
           'id', e.id,
           'revision', e.revision,
           'supporter', e.supporter,
           'subjectKey', s.subject_key,
           'municipality', e.municipality,
           'activity', e.activity,
           'occurredOn', e.occurred_on,
           'status', e.status,
           'quantity', e.quantity,
           'unit', e.unit,
           'program', e.program) as body
from engagement e join supporter s on s.id = e.supporter;
