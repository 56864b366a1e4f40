alter table program drop constraint program_source_id_is_unique_per_host;
create unique index program_source_id_is_unique_per_host on program (host, source_id) where state <> 'REMOVED';
