-- A list that tells all that is known of somebody need not open their data to add to them what it doesn't tell.
alter table tie add column synced_parts int;
comment on column tie.synced_parts is
    'which personal data were held after the last exchange with the list, a bit for each; so as long as synced_profile is theirs';

alter table sync_row add column parts int;
