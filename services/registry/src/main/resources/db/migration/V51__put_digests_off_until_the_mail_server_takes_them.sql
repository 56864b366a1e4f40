create table digest_put_off (
    id           uuid        not null,
    municipality text        not null,
    issue        uuid        not null,
    contacts     bytea       not null,
    since        timestamptz not null,
    due_at       timestamptz not null,
    constraint digest_put_off_pk primary key (id),
    constraint digest_put_off_of_a_subscription foreign key (municipality) references digest_subscription on delete cascade,
    constraint digest_put_off_of_an_issue foreign key (issue) references digest_issue
);

create index digest_put_off_due on digest_put_off (due_at);
create index digest_put_off_of_a_town on digest_put_off (municipality);
create index digest_put_off_of_what on digest_put_off (issue);

comment on table digest_put_off is 'ダイジェストの再送待ち: to whom of a desk the mail server did not take an issue; gone while it is tried again';
comment on column digest_put_off.contacts is 'sealed (AEAD, associated data = id): their e-mail addresses';
comment on column digest_put_off.since is 'when it was first handed to the mail server; given up after five days';
