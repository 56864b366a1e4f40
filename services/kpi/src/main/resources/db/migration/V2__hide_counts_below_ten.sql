create table suppression_policy (
    version integer not null,
    valid_from date not null,
    threshold integer not null,
    reporting_since date not null,
    constraint suppression_policy_pk primary key (version),
    constraint suppression_policy_hides_one_person check (threshold >= 2),
    constraint suppression_policy_starts_a_fiscal_year
        check (extract(month from reporting_since) = 4 and extract(day from reporting_since) = 1)
);
comment on table suppression_policy is 'Versions of the rule by which small counts are hidden (秘匿基準)';

insert into suppression_policy (version, valid_from, threshold, reporting_since)
values (1, date '2026-04-01', 10, date '2026-04-01');
