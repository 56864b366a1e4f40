-- Each row of a list pays for what watches over the table where it waits for seconds. Outcomes come from one enumeration and are
-- read back by it; and what goes again at once isn't worth making room for.
alter table sync_row drop constraint sync_row_outcome_known;
alter index sync_row_of_a_chunk set (deduplicate_items = off);
