create table agreement (
    id           uuid        not null,
    revision     bigint      not null,
    type         text        not null,
    name         text        not null,
    shares       text[]      not null,
    valid_from   date        not null,
    valid_until  date,
    ended_on     date,
    concluded_at timestamptz,
    updated_at   timestamptz not null,
    constraint agreement_pk primary key (id),
    constraint agreement_revision_rises check (revision > 0),
    constraint agreement_type_known check (type in ('COOPERATION', 'PARTNERSHIP', 'MUTUAL_SUPPORT', 'SISTER_CITY')),
    constraint agreement_ends_after_it_begins check (valid_until >= valid_from)
);

create index agreement_by_type on agreement (type, id);

create table agreement_party (
    agreement    uuid not null,
    organization uuid not null,
    government   text,
    accepted_at  timestamptz,
    constraint agreement_party_pk primary key (agreement, organization),
    constraint agreement_party_to_an_agreement foreign key (agreement) references agreement
);

create index agreement_of_a_party on agreement_party (organization, agreement);

comment on table agreement is '連携協約・連携協定: binds and opens nothing before all parties have accepted, nor outside its dates';
comment on column agreement.ended_on is 'from that day on it is over, whatever valid_until says';
comment on column agreement_party.government is 'code of the government that the party is, as its own token said when it accepted';
