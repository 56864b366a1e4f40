create table recommendation_answer (
    id uuid constraint recommendation_answer_pk primary key default uuidv7(),
    organization uuid not null,
    answered_at timestamptz not null default now()
);
create index recommendation_answer_by_organization on recommendation_answer (organization, answered_at);
create index application_by_channel_and_time on application (channel, submitted_at);

comment on table recommendation_answer is
    'One row per answered recommendation and member organisation; neither the profile nor the answer is kept';
