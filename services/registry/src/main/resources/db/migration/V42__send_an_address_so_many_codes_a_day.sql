create table email_codes (
    email_index bytea not null,
    day         date  not null,
    sent        int   not null,
    constraint email_codes_pk primary key (email_index, day)
);

create index email_codes_of_a_day on email_codes (day);

comment on table email_codes is
    '確認コードの送信数: how many codes an address got that day, whoever asked; a keyed hash only, swept away after its day';
