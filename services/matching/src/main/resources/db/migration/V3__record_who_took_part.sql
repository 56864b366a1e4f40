create table participation (
    id uuid constraint participation_pk primary key,
    application uuid not null constraint participation_application_fk references application,
    program uuid not null,
    supporter uuid not null,
    municipality text,
    activity text,
    recorded_by uuid not null,
    checked_in_at timestamptz not null,
    hours numeric(6, 2),
    constraint participation_once_per_application unique (application),
    constraint participation_hours_in_range check (hours > 0 and hours <= 1000)
);
create index participation_by_recorder on participation (recorded_by, checked_in_at);

comment on table participation is 'Somebody took part (参加): a fact, recorded once per application by the host';
