create table stage_policy (
    version    int   not null,
    valid_from date  not null,
    rules      jsonb not null,
    constraint stage_policy_pk primary key (version)
);

comment on table stage_policy is '関わりの段階の決め方: how a tie''s stage follows from its engagements; the newest valid version decides';
comment on column stage_policy.rules is 'months looked back, and the least number of counted engagements for each stage';

insert into stage_policy (version, valid_from, rules)
values (1, '2026-04-01',
        '{"months": 24, "atLeast": {"CATCH": 0, "WARM": 1, "ENCOURAGE": 2, "CONNECT": 4}}');

alter table tie add constraint tie_stage_by_a_policy foreign key (stage_policy) references stage_policy;
