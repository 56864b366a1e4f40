create table delivery (
    id uuid not null,
    revision bigint not null,
    kind text not null,
    municipality text not null,
    sent_on date,
    sent bigint not null,
    answered bigint not null,
    constraint delivery_pk primary key (id),
    constraint delivery_kind_known check (kind in ('NEWSLETTER', 'DISASTER_CALL', 'SURVEY')),
    constraint delivery_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);
comment on table delivery is 'Campaigns (配信・アンケート) of municipalities as numbers: how many letters went out, how many answered';
create index delivery_of_a_municipality on delivery (municipality, sent_on);
