create table need (
    id uuid not null,
    revision bigint not null,
    municipality text not null,
    posted_by uuid not null,
    title text not null,
    description text not null,
    posted_at timestamptz not null,
    constraint need_pk primary key (id),
    constraint need_municipality_has_six_digits check (municipality ~ '^[0-9]{6}$')
);

create index need_newest on need (posted_at desc, id desc);
create index need_newest_of_a_municipality on need (municipality, posted_at desc, id desc);

comment on table need is 'What a region needs help with (困りごと), public as soon as it is posted';
