alter table survey add column closed_at timestamptz;

comment on column survey.closed_at is
    '締切: no answer is taken any more, and only now the sums are told; set by the municipality, or by who reads first after the last day';

create table age_lookback (
    last uuid not null default '00000000-0000-0000-0000-000000000000',
    constraint age_lookback_pk primary key (last)
);

comment on table age_lookback is
    '保護者の同意の見直し: how far the minors on record before V47 were looked through, once; no row when all were';

insert into age_lookback default values;
