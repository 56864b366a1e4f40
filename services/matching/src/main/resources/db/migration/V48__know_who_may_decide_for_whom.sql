create table delegation (
    id uuid constraint delegation_pk primary key,
    revision bigint not null,
    state text not null,
    grantor uuid not null,
    intermediary uuid not null,
    scopes text[] not null,
    valid_from date not null,
    valid_until date,
    constraint delegation_state_known check (state in ('GRANTED', 'ACCEPTED', 'REVOKED'))
);
create index delegation_to_an_intermediary on delegation (intermediary) where state = 'ACCEPTED';

comment on table delegation is 'What registry.delegation.v1 last said of each delegation (委任)';

create table organization (
    id uuid constraint organization_pk primary key,
    revision bigint not null,
    state text not null
);

comment on table organization is 'What registry.organization.v1 last said: who is suspended or has left delegates nothing';
