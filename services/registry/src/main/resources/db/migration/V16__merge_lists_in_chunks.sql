-- Chunks of a list are staged and merged side by side; a chunk leaves the staging table in the transaction that merges it.
drop table sync_row;

create table sync_row (
    job           uuid   not null,
    chunk         int    not null,
    line          bigint not null,
    member_number text   not null,
    outcome       text   not null,
    supporter     uuid,
    revision      bigint,
    row_hash      bytea,
    content_hash  bytea,
    personal      bytea,
    email_index   bytea,
    subject_key   text,
    prefecture    text,
    country       text,
    home          text,
    age_band      text,
    skills        text[],
    interests     text[],
    origins       text[],
    since         date,
    mail_consent  boolean,
    body          jsonb,
    constraint sync_row_outcome_known
        check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'ENDED', 'REJECTED', 'REMOVED'))
) with (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0);

create index sync_row_of_a_chunk on sync_row (job, chunk);

comment on table sync_row is 'Rows of a list between its arrival and its merge: nothing personal in clear, gone within seconds';
comment on column sync_row.chunk is 'rows that are merged in one transaction; 0: rows that change nothing';
comment on column sync_row.outcome is 'what the row will do; REJECTED ones stand here only so that a snapshot ends nobody for a misspelt row';
comment on column sync_row.supporter is 'the supporter of that member number, or the id for a new one; personal is sealed for it';
comment on column sync_row.personal is 'sealed (AEAD); null when the row is the same as last time';
comment on column sync_row.revision is 'of the supporter when the row was compared; null for a new one';
comment on column sync_row.body is 'the event, where nothing else can have a say in it while the revision stays the same';

alter table supporter
    add column profile_revision bigint not null default 1;
comment on column supporter.profile_revision is 'rises with each change of what a list also tells, whoever makes it';

alter table tie
    add column row_hash       bytea,
    add column synced_profile bigint,
    add column ended_by       text,
    add constraint tie_ended_by_known check (ended_by in ('LIST', 'MUNICIPALITY', 'PERSON'));
comment on column tie.row_hash is 'keyed hash of the synced row as it was spelt, so that an unchanged row is known without reading it';
comment on column tie.synced_profile is 'profile_revision after the last exchange with the list; another one now means that both sides may have changed';
comment on column tie.ended_by is 'who ended it: a whole list (snapshot) that lacked it or the municipality, which a list may take back, or the person, which none may';

alter table sync_job
    add column mode           text   not null default 'UPSERT',
    add column on_conflict    text   not null default 'REPORT',
    add column end_at_most    int    not null default 20,
    add column bytes_expected bigint,
    add column ended          bigint not null default 0,
    add constraint sync_job_mode_known check (mode in ('UPSERT', 'SNAPSHOT')),
    add constraint sync_job_on_conflict_known check (on_conflict in ('REPORT', 'LIST')),
    add constraint sync_job_end_at_most_is_a_share check (end_at_most between 0 and 100);
comment on column sync_job.mode is 'UPSERT: people who are not in the list stay; SNAPSHOT: their ties end (全件入替)';
comment on column sync_job.on_conflict is 'what happens to a row that changed on both sides: REPORT rejects it, LIST lets the list win';
comment on column sync_job.end_at_most is 'percent of the listed ties that a snapshot may end';
