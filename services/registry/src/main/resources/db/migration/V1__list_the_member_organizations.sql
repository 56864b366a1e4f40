create table organization (
    id         uuid        not null,
    revision   bigint      not null,
    state      text        not null,
    kind       text        not null,
    name       text        not null,
    government text,
    updated_at timestamptz not null,
    constraint organization_pk primary key (id),
    constraint organization_is_one_government unique (government),
    constraint organization_revision_rises check (revision > 0),
    constraint organization_state_known check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    constraint organization_kind_known check
        (kind in ('GOVERNMENT', 'INTERMEDIARY', 'COMPANY', 'UNIVERSITY', 'NPO', 'PARTNER_APP', 'SECRETARIAT')),
    constraint organization_government_is_a_code check (government ~ '^[0-9]{6}$'),
    constraint organization_government_has_a_code check ((kind = 'GOVERNMENT') = (government is not null))
);

comment on table organization is '会員団体: a member organisation, shown publicly';
comment on column organization.government is '6-digit code of the municipality or prefecture that it is';
