alter table oauth_client_event
    add column reason text,
    drop constraint oauth_client_event_action_known,
    add constraint oauth_client_event_action_known
        check (action in ('CODE_GIVEN', 'RECOVERY_CODE_GIVEN', 'SECRET_TAKEN', 'KEYS_REGISTERED')),
    add constraint oauth_client_event_recovery_has_a_reason check (action <> 'RECOVERY_CODE_GIVEN' or reason is not null);

comment on column oauth_client_event.reason is 'why a member that has a secret or keys was given a code nevertheless (紛失など)';

alter table organization_group add column dissolved_at timestamptz;

comment on column organization_group.dissolved_at is '廃止日時: shown in no list, counted nowhere and its boards closed; null while it stands';

create table organization_group_step (
    id           uuid        not null default uuidv7(),
    group_code   text        not null,
    at           timestamptz not null,
    action       text        not null,
    reason       text        not null,
    organization uuid        not null,
    subject      text        not null,
    constraint organization_group_step_pk primary key (id),
    constraint organization_group_step_of_a_group foreign key (group_code) references organization_group,
    constraint organization_group_step_action_known check (action in ('DISSOLVED', 'RESTORED'))
);

create index organization_group_step_history on organization_group_step (group_code, id);

comment on table organization_group_step is 'グループの履歴: who dissolved or restored a group, and why; rows are only added';

alter table contact_point_referral
    add column withdrawn_at timestamptz,
    add column withdrawn_because text,
    add constraint contact_point_referral_withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawn_because is null));

comment on column contact_point_referral.withdrawn_at is '取消日時: recorded by mistake; it stays in the list and is not counted';
