-- The events of a chunk are written once, while it is staged: as a row of the outbox below zero, where the relay doesn't look.
create table sync_held (
    job   uuid   not null,
    chunk int    not null,
    event bigint not null,
    constraint sync_held_pk primary key (job, chunk),
    constraint sync_held_of_a_job foreign key (job) references sync_job on delete cascade,
    constraint sync_held_is_not_sent check (event < 0)
);

comment on table sync_held is 'Where the events wait that will be true once a chunk is merged; whoever deletes the row deletes them too, unless they were released';

create function what_is_held_is_let_go() returns trigger language plpgsql
    set enable_seqscan = off as
$$
begin
    delete from outbox where id = old.event;
    return null;
end
$$;

create trigger what_is_held_is_let_go after delete on sync_held
    for each row execute function what_is_held_is_let_go();

alter table sync_row drop column body;
alter table sync_row add column held boolean;
comment on column sync_row.held is
    'whether its event is held: then nothing else can have a say in it while the revision stays the same';
