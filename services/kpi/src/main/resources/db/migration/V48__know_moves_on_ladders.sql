create table ladder (
    id uuid not null,
    revision bigint not null,
    state text not null,
    supporter uuid,
    municipality text,
    former text,
    step text,
    moved_on date,
    constraint ladder_pk primary key (id),
    constraint ladder_state_known check (state in ('MADE', 'REMOVED')),
    constraint ladder_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint ladder_removed_is_forgotten check ((state = 'MADE') = (supporter is not null)),
    constraint ladder_move_is_whole check (state = 'REMOVED' or (municipality, step, moved_on) is not null)
);
comment on table ladder is 'Moves on municipalities'' own ladders (段階の移動); of one that was removed only the id is left';
create index ladder_moved on ladder (municipality, moved_on) include (former, step, supporter) where state = 'MADE';
