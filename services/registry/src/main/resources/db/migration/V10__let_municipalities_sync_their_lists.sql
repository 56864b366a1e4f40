create table sync_job (
    id           uuid        not null,
    municipality text        not null,
    organization uuid,
    dry_run      boolean     not null,
    state        text        not null,
    failure      text,
    encoding     text,
    header       text[]      not null default '{}',
    fields       text[]      not null default '{}',
    bytes        bigint      not null default 0,
    rows_read    bigint      not null default 0,
    created      bigint      not null default 0,
    changed      bigint      not null default 0,
    unchanged    bigint      not null default 0,
    rejected     bigint      not null default 0,
    superseded   bigint      not null default 0,
    reasons      jsonb       not null default '[]',
    created_at   timestamptz not null default now(),
    staged_at    timestamptz,
    finished_at  timestamptz,
    constraint sync_job_pk primary key (id),
    constraint sync_job_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint sync_job_state_known check
        (state in ('RECEIVING', 'STAGED', 'MERGING', 'DONE', 'FAILED', 'CANCELLED')),
    constraint sync_job_says_why_it_failed check ((state = 'FAILED') = (failure is not null)),
    constraint sync_job_loses_no_row check
        (state <> 'DONE' or rows_read = created + changed + unchanged + rejected + superseded)
);

create index sync_job_of_a_municipality on sync_job (municipality, id desc);
create index sync_job_unfinished on sync_job (municipality) where state in ('RECEIVING', 'STAGED', 'MERGING');
create index sync_job_by_age on sync_job (finished_at);

comment on table sync_job is '名簿の同期: one list that a municipality sent, its progress and its report';
comment on column sync_job.fields is 'what each column of the header was taken for; empty text: ignored';

-- Logged, for 202 promises that nothing sent is lost; the rows live for seconds.
create table sync_row (
    job           uuid    not null,
    line          bigint  not null,
    member_number text    not null,
    content_hash  bytea   not null,
    supporter     uuid    not null,
    known         boolean not null,
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
    constraint sync_row_pk primary key (job, member_number, line)
) with (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0);

comment on table sync_row is 'Accepted rows of a list between its arrival and its merge';
comment on column sync_row.supporter is 'the supporter of that member number, or the id for a new one; personal is sealed for it';
comment on column sync_row.personal is 'sealed (AEAD); null when the row is the same as last time';

create table sync_rejection (
    job     uuid   not null,
    line    bigint not null,
    reasons text[] not null,
    cells   bytea,
    constraint sync_rejection_pk primary key (job, line),
    constraint sync_rejection_of_a_job foreign key (job) references sync_job on delete cascade
);

comment on table sync_rejection is 'Rows that were not taken, and why';
comment on column sync_rejection.cells is 'sealed (AEAD, associated data = job): the row as it came, as a JSON array';

create table column_mapping (
    municipality text   not null,
    revision     bigint not null,
    headers      text[] not null,
    fields       text[] not null,
    constraint column_mapping_pk primary key (municipality),
    constraint column_mapping_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint column_mapping_is_in_pairs check (cardinality(headers) = cardinality(fields))
);

comment on table column_mapping is '列の対応表: the headers that a municipality''s own software writes';
