create table contact_list (
    id           uuid        not null,
    municipality text        not null,
    channel      text        not null,
    purpose      text        not null,
    segment      text        not null,
    expires_at   timestamptz not null,
    made_by      uuid        not null,
    made_by_subject text     not null,
    made_at      timestamptz not null,
    constraint contact_list_pk primary key (id),
    constraint contact_list_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint contact_list_channel_known check (channel in ('POSTAL', 'EMAIL')),
    constraint contact_list_expires check (expires_at > made_at)
);

create index contact_list_of_a_municipality on contact_list (municipality, id);

comment on table contact_list is '郵送・発送の名簿: who made it, for what and until when; whoever is on it is found anew each time that it is taken out';
