-- Chunks of one list are merged side by side: if each added to the job what it did, the others would wait until its commit is on the
-- disk.
create table sync_merged (
    job       uuid   not null,
    created   bigint not null,
    changed   bigint not null,
    unchanged bigint not null,
    ended     bigint not null,
    rejected  bigint not null,
    constraint sync_merged_of_a_job foreign key (job) references sync_job on delete cascade
);
create index sync_merged_by_job on sync_merged (job);
comment on table sync_merged is '名簿の同期: what each chunk of a job did, until the job is done and has the sums';

create view sync_told as
    select j.id, j.kind, j.municipality, j.organization, j.dry_run, j.mode, j.on_conflict, j.end_at_most, j.scheme, j.state, j.failure,
           j.format, j.encoding, j.header, j.fields, j.proposals, j.bytes, j.bytes_expected, j.rows_read,
           j.created + coalesce(m.created, 0) as created, j.changed + coalesce(m.changed, 0) as changed,
           j.unchanged + coalesce(m.unchanged, 0) as unchanged, j.ended + coalesce(m.ended, 0) as ended,
           j.rejected + coalesce(m.rejected, 0) as rejected, j.superseded, j.reasons, j.notices, j.created_at, j.staged_at, j.finished_at
    from sync_job j cross join lateral (
        select sum(created) as created, sum(changed) as changed, sum(unchanged) as unchanged, sum(ended) as ended, sum(rejected) as rejected
        from sync_merged where job = j.id) m;
comment on view sync_told is '名簿の同期: jobs with what their chunks did so far';
