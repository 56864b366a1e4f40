create table program (
    id uuid constraint program_pk primary key,
    revision bigint not null,
    state text not null,
    host uuid not null,
    host_government text,
    selection text not null,
    activity text,
    opens timestamptz,
    closes timestamptz,
    places integer,
    taken integer not null default 0,
    ceiling integer,
    body jsonb not null,
    changed_in xid8 not null default pg_current_xact_id(),
    constraint program_state_known check (state in ('PUBLISHED', 'CLOSED', 'DONE', 'REMOVED')),
    constraint program_selection_known check (selection in ('FIRST_COME', 'SCREENING')),
    constraint program_taken_not_negative check (taken >= 0),
    constraint program_never_over_capacity check (taken <= ceiling)
);
create index program_changed_in on program (changed_in);

comment on table program is 'What catalog.program.v1 last said about each program, and how many of its places are held here';
comment on column program.places is 'Capacity as the host says it; null for no limit';
comment on column program.taken is 'Places held by offered, accepted, attended and no-show applications';
comment on column program.ceiling is 'places, or what was already promised when the host lowered them below that';
comment on column program.changed_in is 'Transaction of the last change: a reader that asks from the oldest running one misses none';

create table supporter (
    id uuid constraint supporter_pk primary key,
    revision bigint not null,
    state text not null,
    registered_by uuid,
    municipalities text[] not null,
    body jsonb,
    constraint supporter_state_known check (state in ('ACTIVE', 'REMOVED'))
);

comment on table supporter is 'What registry.supporter.v1 last said: attributes and ties, nothing that names a person';
comment on column supporter.municipalities is '6-digit codes of the municipalities they have a tie to';
comment on column supporter.body is 'The event; emptied when the supporter is removed';
