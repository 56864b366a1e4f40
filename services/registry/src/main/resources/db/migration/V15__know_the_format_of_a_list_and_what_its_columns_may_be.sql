alter table sync_job
    add column format    text,
    add column proposals jsonb not null default '[]',
    add constraint sync_job_format_known check (format in ('CSV', 'NDJSON', 'XLSX'));

update sync_job set format = 'CSV' where encoding is not null;

comment on column sync_job.format is '名簿の形式: how the list came and how its rejected rows go back; null until it is read';
comment on column sync_job.proposals is
    '列の対応の候補: [{column, field, confidence, ja, en}] for columns that were not recognised; no values of the list';
