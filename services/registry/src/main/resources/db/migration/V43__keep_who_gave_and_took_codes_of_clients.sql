alter table oauth_client add column claim_until timestamptz;

update oauth_client set claim_until = now() + interval '7 days' where claim is not null and enabled;

comment on column oauth_client.claim_until is 'when the code is void; null until its organisation is admitted';

create table oauth_client_event (
    id           uuid        not null default uuidv7(),
    client       uuid        not null,
    at           timestamptz not null,
    action       text        not null,
    through      text        not null,
    organization uuid,
    subject      text        not null,
    constraint oauth_client_event_pk primary key (id),
    constraint oauth_client_event_of_a_client foreign key (client) references oauth_client,
    constraint oauth_client_event_action_known check (action in ('CODE_GIVEN', 'SECRET_TAKEN', 'KEYS_REGISTERED')),
    constraint oauth_client_event_through_known check (through in ('APPLICATION', 'SECRETARIAT', 'CODE', 'TOKEN'))
);

create index oauth_client_event_history on oauth_client_event (client, id);

comment on table oauth_client_event is 'クライアントの履歴: who gave out a code for it and who took a secret or registered keys; rows are only added';
comment on column oauth_client_event.through is
    'a code is given by APPLICATION or SECRETARIAT; a secret is taken with a CODE or with the TOKEN of the organisation';
comment on column oauth_client_event.organization is 'as the token says; null for whoever had none';
