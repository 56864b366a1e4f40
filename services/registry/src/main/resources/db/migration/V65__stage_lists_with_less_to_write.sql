-- Each row of a list pays for what watches over the table where it waits for seconds. Outcomes are read
-- back by the enumeration that they come from; and what goes again at once isn't worth making room for.
alter table sync_row drop constraint sync_row_outcome_known;
alter index sync_row_of_a_chunk set (deduplicate_items = off);

comment on column sync_row.revision is
    'of the supporter when the row was compared, or looked at again because somebody had changed them; null for a new one';
comment on column sync_row.profile is 'profile_revision of the supporter at the same time; null for a new one';
