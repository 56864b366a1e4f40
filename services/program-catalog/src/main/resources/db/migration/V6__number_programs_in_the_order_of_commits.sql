-- A follower of the feed remembers the highest number that it saw, so a number may never become visible after a higher
-- one. The lock is held until the end of the transaction and PostgreSQL makes a transaction visible before it lets its
-- locks go: whoever numbers next, commits later. Programs are written rarely; readers never wait.

create sequence program_change;

alter table program
    add column change_number bigint,
    add column modified timestamptz,
    add column told text[] not null default '{}';

comment on column program.change_number is 'Position in the feed, in the order of commits; null as long as it was never published';
comment on column program.told is 'Prefectures that ever heard of it: each of them is told when it is gone from there';

create function number_the_change() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('program.change_number'));
    new.change_number := nextval('program_change');
    new.modified := clock_timestamp();
    new.told := array(select distinct unnest(new.told || new.prefectures) order by 1);
    return new;
end
$$;

create trigger program_is_numbered before insert or update on program
    for each row when (new.state <> 'DRAFT')
    execute function number_the_change();

create unique index program_feed on program (change_number) where change_number is not null;
create index program_feed_of_a_time on program (modified) where change_number is not null;
create index program_feed_of_a_prefecture on program using gin (told) where change_number is not null;
