create table application (
    id uuid constraint application_pk primary key,
    revision bigint not null,
    program uuid not null constraint application_program_fk references program,
    supporter uuid not null constraint application_supporter_fk references supporter,
    channel uuid,
    state text not null,
    turn bigint generated always as identity,
    submitted_at timestamptz not null,
    accepted_at timestamptz,
    held_until timestamptz,
    changed_at timestamptz not null,
    answers jsonb,
    constraint application_state_known check (state in
        ('SUBMITTED', 'WAITING', 'OFFERED', 'ACCEPTED', 'ATTENDED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'NO_SHOW')),
    constraint application_only_an_offer_is_held check ((state = 'OFFERED') = (held_until is not null))
);
create unique index application_one_active_per_supporter on application (program, supporter)
    where state in ('SUBMITTED', 'WAITING', 'OFFERED', 'ACCEPTED');
create index application_by_program on application (program, id);
create index application_by_supporter on application (supporter, id);
create index application_by_channel on application (channel, id);
create index application_waiting on application (program, turn) where state = 'WAITING';
create index application_held on application (held_until) where state = 'OFFERED';

comment on table application is 'Who asked for a place (応募) and how it went';
comment on column application.channel is 'Member organisation through which it came; null for the person''s own';
comment on column application.turn is 'Order of arrival: drawn while the program''s row is locked, so it is the order of the waiting list';
comment on column application.held_until is 'An offer holds its place until then, by the clock of this database';
comment on column application.answers is 'Answers to the host''s questions; never leaves this table, emptied when the supporter is removed';
