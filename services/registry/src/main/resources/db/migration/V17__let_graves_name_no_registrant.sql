update supporter set registered_by = null, channel = null, mode = null, country = null where state = 'REMOVED';

alter table supporter drop constraint supporter_removed_leaves_nobody;
alter table supporter add constraint supporter_removed_leaves_nobody check
    (state = 'ACTIVE'
     or (personal is null and email_index is null and account is null and registered_by is null and channel is null));
