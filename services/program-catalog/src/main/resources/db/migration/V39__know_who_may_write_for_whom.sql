create table delegation (
    id uuid not null,
    revision bigint not null,
    state text not null,
    grantor uuid not null,
    government text,
    intermediary uuid not null,
    scopes text[] not null,
    valid_from date not null,
    valid_until date,
    constraint delegation_pk primary key (id),
    constraint delegation_state_is_known check (state in ('GRANTED', 'ACCEPTED', 'REVOKED'))
);

create index delegation_to_an_intermediary on delegation (intermediary) where state = 'ACCEPTED';

comment on table delegation is
    'Delegations (委任) as registry tells them; a projection that can be rebuilt from its topic';
