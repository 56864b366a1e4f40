create table tier (
    id uuid not null,
    membership uuid not null,
    scheme text not null,
    municipality text not null,
    changed_on date not null,
    promoted boolean not null,
    constraint tier_pk primary key (id),
    constraint tier_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);
comment on table tier is 'Changes of members'' tiers (会員種別の昇格・降格): facts, kept once by their id';
create index tier_changed on tier (changed_on) include (scheme, municipality, membership, promoted);

create table accrual (
    id text not null,
    revision bigint not null,
    scheme text not null,
    operator uuid not null,
    municipality text not null,
    payments bigint not null,
    payers bigint not null,
    amount bigint not null,
    accrued numeric not null,
    paid_out bigint not null,
    constraint accrual_pk primary key (id),
    constraint accrual_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);
comment on table accrual is 'What accrued out of payments by members'' cards (還元の累計), as the registry adds it up';

alter table supporter add column channel text;
comment on column supporter.channel is '登録経路: where they signed up, such as a recruitment event; null where it is not known';
