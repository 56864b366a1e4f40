create table matching_consent (
    supporter uuid    not null,
    recipient text    not null,
    revision  bigint  not null,
    refused   boolean not null,
    constraint matching_consent_pk primary key (supporter, recipient)
);

comment on table matching_consent is 'マッチングの同意: who refused or withdrew it, and to whom they must not be recommended';
comment on column matching_consent.recipient is '6-digit code of a municipality, or id of another member organisation';
