create table scheme (
    code           text        not null,
    revision       bigint      not null,
    state          text        not null,
    name           text        not null,
    name_kana      text,
    name_en        text,
    municipalities text[]      not null,
    updated_at     timestamptz not null,
    constraint scheme_pk primary key (code),
    constraint scheme_code_is_a_slug check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 64),
    constraint scheme_revision_rises check (revision > 0),
    constraint scheme_state_known check (state in ('OPEN', 'CLOSED')),
    constraint scheme_is_run_by_somebody check (cardinality(municipalities) > 0)
);

create index scheme_of_a_municipality on scheme using gin (municipalities);
create index scheme_by_name on scheme (name);

comment on table scheme is '会員制度: a membership scheme (ファンクラブ, ふるさと住民票 …), shown publicly';
comment on column scheme.municipalities is '運営する自治体: 6-digit codes of those who run it together';

create table scheme_policy (
    scheme       text not null,
    version      int  not null,
    valid_from   date not null,
    valid_months int,
    constraint scheme_policy_pk primary key (scheme, version),
    constraint scheme_policy_of_a_scheme foreign key (scheme) references scheme,
    constraint scheme_policy_version_rises check (version > 0),
    constraint scheme_policy_lasts_a_while check (valid_months > 0)
);

comment on table scheme_policy is '規約の版: what memberships are made under; a version is never changed, another one follows';
comment on column scheme_policy.valid_months is 'how long a membership is valid that says nothing else; null: without end';

create table scheme_tier (
    scheme  text not null,
    version int  not null,
    place   int  not null,
    code    text not null,
    name    text not null,
    name_en text,
    constraint scheme_tier_pk primary key (scheme, version, place),
    constraint scheme_tier_of_a_policy foreign key (scheme, version) references scheme_policy,
    constraint scheme_tier_once_in_a_policy unique (scheme, version, code)
);

comment on table scheme_tier is '会員種別: the tiers of a policy, the lowest first';

create table membership (
    id            uuid        not null,
    revision      bigint      not null default 1,
    municipality  text        not null,
    scheme        text        not null,
    supporter     uuid        not null,
    number        text,
    policy        int         not null,
    tier          text        not null,
    joined_on     date        not null,
    valid_until   date,
    state         text        not null,
    ended_on      date,
    ended_because text,
    source        text        not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint membership_pk primary key (id),
    constraint membership_of_a_supporter foreign key (supporter) references supporter,
    constraint membership_tier_is_of_its_policy foreign key (scheme, policy, tier)
        references scheme_tier (scheme, version, code),
    constraint membership_number_is_one_persons unique (scheme, number),
    constraint membership_revision_rises check (revision > 0),
    constraint membership_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint membership_state_known check (state in ('ACTIVE', 'ENDED')),
    constraint membership_ended_because_known check
        (ended_because in ('WITHDREW', 'EXPIRED', 'PAUSED', 'NOT_LISTED', 'REPLACED', 'ERASED')),
    constraint membership_end_is_told check
        ((state = 'ENDED') = (ended_on is not null) and (state = 'ENDED') = (ended_because is not null)),
    constraint membership_has_a_number check ((number is null) = (ended_because is not distinct from 'ERASED')),
    constraint membership_is_valid_once_joined check (valid_until >= joined_on),
    constraint membership_does_not_end_before_it_begins check (ended_on >= joined_on)
);

create unique index membership_active_once on membership (scheme, supporter) where state = 'ACTIVE';
create index membership_of_a_supporter on membership (supporter);
create index membership_of_a_municipality on membership (municipality, id);
create index membership_of_a_municipality_in_a_scheme on membership (municipality, scheme, id);

comment on table membership is '会員: a supporter in a scheme, once active, with as many ended ones before as there were';
comment on column membership.municipality is 'the one of those who run the scheme that keeps it';
comment on column membership.number is '会員証番号; forgotten with the person';
comment on column membership.policy is 'version of scheme_policy under which it was made';

-- The body of registry.membership.v1 for set-based statements; Membership.told() makes the same from the entity.
create view membership_state as
select m.id,
       jsonb_build_object(
           'id', m.id,
           'revision', m.revision,
           'state', m.state,
           'scheme', m.scheme,
           'municipality', m.municipality,
           'supporter', m.supporter,
           'tier', m.tier,
           'policy', m.policy,
           'joinedOn', m.joined_on,
           'validUntil', m.valid_until,
           'endedOn', m.ended_on,
           'endedBecause', m.ended_because) as body
from membership m;

alter table sync_job
    add column scheme text,
    drop constraint sync_job_kind_known,
    add constraint sync_job_kind_known check (kind in ('supporter', 'engagement', 'membership'));
comment on column sync_job.scheme is '会員制度 that all rows of the list are of, where the sender named one';

create table sync_membership_row (
    job           uuid   not null,
    chunk         int    not null,
    line          bigint not null,
    outcome       text   not null,
    scheme        text,
    number        text,
    supporter     uuid,
    state         text,
    id            uuid,
    replaces      uuid,
    policy        int,
    tier          text,
    joined_on     date,
    valid_until   date,
    ended_on      date,
    ended_because text,
    cells         bytea,
    constraint sync_membership_row_outcome_known
        check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'ENDED', 'REJECTED', 'REFUSED'))
) with (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0);

create index sync_membership_row_of_a_chunk on sync_membership_row (job, chunk);

comment on table sync_membership_row is 'Rows of a list of memberships between its arrival and its merge, gone within seconds';
comment on column sync_membership_row.chunk is 'rows that are merged in one transaction; 0: rows that change nothing';
comment on column sync_membership_row.id is 'of the membership that the row changes, or becomes';
comment on column sync_membership_row.replaces is 'the member''s active membership under another number, which ends';
comment on column sync_membership_row.cells is
    'sealed (AEAD, associated data = job): the row as it came, should it be rejected after all';
