alter table program add column firm uuid;

comment on column program.firm is 'The member organisation that delegated its programs to the host, a hub that posts for many firms';

create table offer (
    id uuid not null,
    revision bigint not null,
    program uuid not null,
    partner uuid not null,
    title text not null,
    description text not null,
    url text not null,
    price_yen integer,
    valid_from date,
    valid_until date,
    offered_at timestamptz not null,
    constraint offer_pk primary key (id),
    constraint offer_program_exists foreign key (program) references program (id),
    constraint offer_ends_after_it_begins check (valid_from <= valid_until)
);

create index offer_of_program on offer (program, id);

comment on table offer is 'What carriers and other partners offer to those who go to a program (交通・宿泊等の提供), with a link to their own page';
