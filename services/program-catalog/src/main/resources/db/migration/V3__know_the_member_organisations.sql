create table organization (
    id uuid not null,
    revision bigint not null,
    state text not null,
    name text not null,
    government text,
    constraint organization_pk primary key (id),
    constraint organization_state_is_known check (state in ('ACTIVE', 'SUSPENDED', 'LEFT'))
);

create index organization_government on organization (government);

comment on table organization is
    'Member organisations (会員団体) as registry tells them; a projection that can be rebuilt from its topic';
