create table guardian (
    supporter    uuid        not null,
    sealed       bytea       not null,
    consented_at timestamptz not null,
    told_by      uuid,
    constraint guardian_pk primary key (supporter),
    constraint guardian_of_a_supporter foreign key (supporter) references supporter deferrable initially deferred
);

comment on table guardian is '保護者: who consented for a minor; the consent itself is a step of consent_history too';
comment on column guardian.sealed is 'sealed (AEAD, associated data = supporter): name, relation and contact';
comment on column guardian.told_by is 'the organisation that recorded it; null for the person';
