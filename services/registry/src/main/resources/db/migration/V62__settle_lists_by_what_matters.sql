-- Few rows name a referrer, and of a list without any none is looked at.
create index sync_row_with_a_referrer on sync_row (job) where referrer is not null;
