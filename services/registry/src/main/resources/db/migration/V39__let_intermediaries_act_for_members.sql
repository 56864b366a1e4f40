create table delegation (
    id           uuid        not null,
    revision     bigint      not null,
    grantor      uuid        not null,
    government   text,
    intermediary uuid        not null,
    scopes       text[]      not null,
    valid_from   date        not null,
    valid_until  date,
    granted_at   timestamptz not null,
    accepted_at  timestamptz,
    revoked_at   timestamptz,
    revoked_by   uuid,
    updated_at   timestamptz not null,
    constraint delegation_pk primary key (id),
    constraint delegation_revision_rises check (revision > 0),
    constraint delegation_to_somebody_else check (grantor <> intermediary),
    constraint delegation_government_is_a_code check (government ~ '^[0-9]{6}$'),
    constraint delegation_scopes_known check
        (cardinality(scopes) > 0 and scopes <@ array['PROGRAMS', 'SUPPORTERS_READ', 'ENGAGEMENTS']),
    constraint delegation_ends_after_it_begins check (valid_until >= valid_from),
    constraint delegation_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);

create index delegation_of_a_grantor on delegation (grantor, id);
create index delegation_to_an_intermediary on delegation (intermediary, id);
create index delegation_in_use on delegation (intermediary, government)
    where accepted_at is not null and revoked_at is null;

comment on table delegation is '委任: what an intermediary may do for a member organisation, between two days and until either revokes it';
comment on column delegation.government is 'code of the government that the grantor is, as its own token said when it granted';
comment on column delegation.valid_until is 'the last day; null: without end';
