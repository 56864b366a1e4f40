-- Whoever sent a snapshot that is refused learns by how much it was short.
alter table sync_job
    add column would_end bigint,
    add column listed    bigint;
comment on column sync_job.would_end is 'how many a snapshot that was refused for it would have ended; else null';
comment on column sync_job.listed is 'of how many';

create or replace view sync_told as
    select j.id, j.kind, j.municipality, j.organization, j.dry_run, j.mode, j.on_conflict, j.end_at_most, j.scheme, j.state, j.failure,
           j.format, j.encoding, j.header, j.fields, j.proposals, j.bytes, j.bytes_expected, j.rows_read,
           j.created + coalesce(m.created, 0) as created, j.changed + coalesce(m.changed, 0) as changed,
           j.unchanged + coalesce(m.unchanged, 0) as unchanged, j.ended + coalesce(m.ended, 0) as ended,
           j.rejected + coalesce(m.rejected, 0) as rejected, j.superseded, j.reasons, j.notices, j.created_at, j.staged_at, j.finished_at,
           j.would_end, j.listed
    from sync_job j cross join lateral (
        select sum(created) as created, sum(changed) as changed, sum(unchanged) as unchanged, sum(ended) as ended, sum(rejected) as rejected
        from sync_merged where job = j.id) m;
