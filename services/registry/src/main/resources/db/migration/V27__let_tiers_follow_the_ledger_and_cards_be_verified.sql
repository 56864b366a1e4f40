alter table scheme_tier
    add column measure    text,
    add column at_least   bigint,
    add column months     int,
    add column activities text[] not null default '{}',
    add constraint scheme_tier_measure_known check (measure in ('COUNT', 'DAYS', 'YEN')),
    add constraint scheme_tier_rule_is_whole check ((measure is null) = (at_least is null)),
    add constraint scheme_tier_rule_asks_something check (at_least > 0 and (months is null or months > 0)),
    add constraint scheme_tier_lowest_is_everybodys check (place > 0 or measure is null);

comment on column scheme_tier.measure is
    '会員種別の条件: COUNT engagements, DAYS of them or YEN given, attested, at those who run the scheme; null: set by hand only';
comment on column scheme_tier.months is 'how far back they count; null: since ever';
comment on column scheme_tier.activities is 'those that count; empty: all';

alter table scheme_policy
    add column demotes       boolean not null default true,
    add column moves_members boolean not null default false,
    add column entitlements  text;

comment on column scheme_policy.demotes is 'whether a tier is lost once its rule is not met any more';
comment on column scheme_policy.moves_members is '既存会員にも適用: members of older versions are moved to this one without being asked';
comment on column scheme_policy.entitlements is '特典: what a credential may be used for, and how often';

alter table membership
    add column tier_by_hand boolean not null default false;

comment on column membership.tier_by_hand is '手動設定: rules leave the tier alone';

create table tier_review (
    id       uuid not null default uuidv7(),
    scheme   text not null,
    version  int  not null,
    moves    boolean not null,
    from_day date not null,
    after    uuid not null default '00000000-0000-0000-0000-000000000000',
    done_at  timestamptz,
    constraint tier_review_pk primary key (id),
    constraint tier_review_of_a_policy foreign key (scheme, version) references scheme_policy
);

create index tier_review_to_do on tier_review (id) where done_at is null;

comment on table tier_review is '会員種別の見直し: members of a scheme are gone through in chunks; a review goes on where it was left';
comment on column tier_review.moves is 'whether members of older versions are moved to that one';
comment on column tier_review.after is 'the supporter up to whom it is done';

create table credential (
    id              uuid        not null,
    membership      uuid        not null,
    issued_at       timestamptz not null,
    revoked_at      timestamptz,
    revoked_because text,
    constraint credential_pk primary key (id),
    constraint credential_of_a_membership foreign key (membership) references membership,
    constraint credential_revoked_because_known check (revoked_because in ('REISSUED', 'LOST', 'MISUSED', 'OTHER')),
    constraint credential_revocation_is_told check ((revoked_at is null) = (revoked_because is null))
);

create unique index credential_in_use on credential (membership) where revoked_at is null;
create index credential_of_a_membership on credential (membership, id);

comment on table credential is '会員証: shows that somebody is a member while the membership holds and until it is revoked';

create table entitlement_use (
    id           uuid        not null default uuidv7(),
    membership   uuid        not null,
    entitlement  text        not null,
    period       text        not null,
    place        int         not null,
    municipality text        not null,
    used_at      timestamptz not null default now(),
    constraint entitlement_use_pk primary key (id),
    constraint entitlement_use_of_a_membership foreign key (membership) references membership,
    constraint entitlement_used_once_each unique (membership, entitlement, period, place)
);

comment on table entitlement_use is '特典の利用: counted per member, whatever card shows it';
comment on column entitlement_use.period is 'the day or year that the rule counts by, or EVER';
