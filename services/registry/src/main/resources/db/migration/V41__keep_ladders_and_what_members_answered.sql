create table ladder (
    municipality text        not null,
    revision     bigint      not null,
    codes        text[]      not null,
    names        text[]      not null,
    updated_at   timestamptz not null,
    constraint ladder_pk primary key (municipality),
    constraint ladder_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint ladder_revision_rises check (revision > 0),
    constraint ladder_has_steps check (cardinality(codes) > 1 and cardinality(codes) = cardinality(names))
);

comment on table ladder is '関わりの階梯: the steps by which a municipality itself says how far people have come, such as 交流, 関係, 定住';

create table ladder_move (
    id           uuid        not null,
    municipality text        not null,
    supporter    uuid        not null,
    former       text,
    step         text        not null,
    moved_on     date        not null,
    moved_by     uuid,
    recorded_at  timestamptz not null,
    constraint ladder_move_pk primary key (id),
    constraint ladder_move_on_a_ladder foreign key (municipality) references ladder,
    constraint ladder_move_goes_somewhere check (former is distinct from step)
);

create index ladder_move_of_a_supporter on ladder_move (municipality, supporter, id);
create index ladder_move_of_a_municipality on ladder_move (municipality, id);
create index ladder_move_on_a_day on ladder_move (municipality, moved_on, former, step);

comment on table ladder_move is '段階の移動の履歴: up or down, dated; nothing of the person but their id';

create table membership_attribute (
    membership uuid    not null,
    attribute  text    not null,
    value      boolean not null,
    constraint membership_attribute_pk primary key (membership, attribute),
    constraint membership_attribute_of_a_membership foreign key (membership) references membership,
    constraint membership_attribute_known check (attribute in ('MIGRATION_INTENT'))
);

comment on table membership_attribute is
    '入会時の回答: what an answer was kept as where the policy says so; it is read in sums only';
