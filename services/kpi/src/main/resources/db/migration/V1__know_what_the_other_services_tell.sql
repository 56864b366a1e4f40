-- Projections of the other services' topics. No foreign keys between them: order is kept per key, not between topics.

create table supporter (
    id uuid not null,
    revision bigint not null,
    state text not null,
    subject uuid not null,
    constraint supporter_pk primary key (id),
    constraint supporter_state_known check (state in ('ACTIVE', 'REMOVED'))
);
comment on table supporter is 'Who is known, by id and pseudonym only; a removed one stays as a grave that no older event can open';
comment on column supporter.subject is 'Digest of the subject key: equal for the same person in any municipality';

create table tie (
    supporter uuid not null,
    municipality text not null,
    subject uuid not null,
    since date,
    resident boolean not null,
    constraint tie_pk primary key (supporter, municipality),
    constraint tie_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);
comment on table tie is 'Ties (関わり) of the people who are active now';
create index tie_counted on tie (municipality, subject) include (since) where not resident;
create index tie_begun on tie (since) include (municipality) where not resident;

create table engagement (
    id uuid not null,
    revision bigint not null,
    supporter uuid not null,
    municipality text not null,
    relation_class smallint,
    occurred_on date not null,
    rejected boolean not null,
    constraint engagement_pk primary key (id),
    constraint engagement_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint engagement_class_known check (relation_class between 1 and 6)
);
comment on column engagement.relation_class is '1 to 5: 訪問系 in order of precedence, 6: 非訪問系, null: not counted by the survey';
create index engagement_classified on engagement (occurred_on) include (supporter, municipality, relation_class)
    where not rejected and relation_class is not null;

create table application (
    id uuid not null,
    revision bigint not null,
    program uuid not null,
    municipality text,
    state text not null,
    submitted_on date not null,
    accepted_on date,
    constraint application_pk primary key (id),
    constraint application_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);
comment on table application is 'Applications (応募); days are Japanese ones';
comment on column application.municipality is 'Null where the host is no municipality: counted for the nation only';
create index application_submitted on application (submitted_on) include (municipality);
create index application_accepted on application (accepted_on) include (municipality);

create table participation (
    id uuid not null,
    program uuid not null,
    supporter uuid not null,
    municipality text,
    checked_in_on date not null,
    constraint participation_pk primary key (id),
    constraint participation_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);
create index participation_checked_in on participation (checked_in_on) include (supporter, municipality);

create table program (
    id uuid not null,
    revision bigint not null,
    state text not null,
    host_government text,
    constraint program_pk primary key (id)
);

create table organization (
    id uuid not null,
    revision bigint not null,
    state text not null,
    kind text not null,
    government text,
    constraint organization_pk primary key (id)
);

create table heard (
    topic text not null,
    changes bigint not null,
    last_event_at timestamptz not null,
    constraint heard_pk primary key (topic)
);
comment on table heard is 'How many rows each topic has changed so far, and the time of its newest event: the version of every figure';
