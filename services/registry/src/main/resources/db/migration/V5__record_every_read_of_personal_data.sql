create table personal_read (
    id                  uuid        not null default uuidv7(),
    at                  timestamptz not null default now(),
    reader_organization uuid,
    reader_subject      text        not null,
    supporter           uuid        not null,
    purpose             text        not null,
    constraint personal_read_pk primary key (id)
);

create index personal_read_of_a_supporter on personal_read (supporter, id);

comment on table personal_read is '閲覧記録: who read whose personal data, shown to the person; rows are only ever added';

create function personal_read_stays() returns trigger language plpgsql as
$$
begin
    raise exception 'personal_read is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger personal_read_stays
    before update or delete or truncate on personal_read
    for each statement execute function personal_read_stays();
