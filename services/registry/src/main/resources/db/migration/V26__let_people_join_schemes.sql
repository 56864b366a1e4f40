alter table scheme
    add column family      text,
    add column last_number bigint not null default 0,
    add constraint scheme_family_is_a_slug check (family ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(family) <= 64);

create index scheme_of_a_family on scheme (family, code) where family is not null;

comment on column scheme.family is '制度群: schemes of several municipalities that are one to their members, such as ふるさと住民登録';
comment on column scheme.last_number is 'the last 会員証番号 that was given out one by one; its row is held meanwhile, so no number is skipped';

alter table scheme_policy
    add column legal_basis text,
    add column joining     text;

comment on column scheme_policy.legal_basis is '根拠: ordinance or guideline on which the policy stands';
comment on column scheme_policy.joining is '入会の条件: residence, pledge, questions, approval, caps, numbers; null: members come by lists only';

alter table membership
    add column pledge_version text,
    add column why            text,
    drop constraint membership_state_known,
    add constraint membership_state_known check (state in ('PENDING', 'ACTIVE', 'REJECTED', 'ENDED')),
    drop constraint membership_ended_because_known,
    add constraint membership_ended_because_known check
        (ended_because in ('WITHDREW', 'EXPIRED', 'PAUSED', 'NOT_LISTED', 'REPLACED', 'ERASED', 'SCHEME_CLOSED')),
    drop constraint membership_has_a_number,
    add constraint membership_has_a_number check (state <> 'ACTIVE' or number is not null),
    add constraint membership_number_is_forgotten check (number is null or ended_because is distinct from 'ERASED');

create unique index membership_waiting_once on membership (scheme, supporter) where state = 'PENDING';
create index membership_waiting_at_a_municipality on membership (municipality, id) where state = 'PENDING';
create index membership_of_a_tier on membership (municipality, scheme, tier, id);

comment on column membership.pledge_version is '同意した誓約の版';
comment on column membership.why is 'what each rule of the policy said when they joined, or last agreed; nothing of the person';

create table membership_history (
    id           uuid        not null default uuidv7(),
    membership   uuid        not null,
    at           timestamptz not null default now(),
    action       text        not null,
    done_by      text        not null,
    organization uuid,
    policy       int         not null,
    tier_before  text,
    tier_after   text        not null,
    reason       text,
    constraint membership_history_pk primary key (id),
    constraint membership_history_of_a_membership foreign key (membership) references membership,
    constraint membership_history_action_known check (action in
        ('APPLIED', 'JOINED', 'APPROVED', 'REJECTED', 'RENEWED', 'WITHDREW', 'CONSENTED', 'HANDED_OVER', 'SCHEME_CLOSED',
         'TIER_BY_RULE', 'TIER_BY_HAND', 'MOVED')),
    constraint membership_history_done_by_known check (done_by in ('PERSON', 'ORGANIZATION', 'RULE')),
    constraint membership_history_reason_known check (reason in ('CONTRIBUTION', 'CORRECTION', 'AGREEMENT', 'OTHER')),
    constraint membership_history_organization_is_named check (done_by <> 'ORGANIZATION' or organization is not null)
);

create index membership_history_of_a_membership on membership_history (membership, id);

comment on table membership_history is '会員の履歴: what happened to a membership and who did it; codes only, no words about a person';
