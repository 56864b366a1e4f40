create table need (
    id uuid constraint need_pk primary key,
    revision bigint not null,
    state text not null,
    municipality text,
    posted_by uuid,
    body jsonb,
    constraint need_state_known check (state in ('POSTED', 'REMOVED')),
    constraint need_is_somebodys check (state = 'REMOVED' or (municipality, posted_by, body) is not null)
);

comment on table need is 'What catalog.need.v1 last said about each need (困りごと); emptied when it is withdrawn';

alter table supporter add column reachable_in text[] not null default '{}';

update supporter set reachable_in = array(
    select tie->>'municipality' from jsonb_path_query(body, '$.ties[*] ? (@.mailConsent == true)') tie)
where body is not null;

create index supporter_reachable_in on supporter using gin (reachable_in) where state = 'ACTIVE';

comment on column supporter.reachable_in is
    '6-digit codes of the municipalities that they have a tie to and that may write to them (メール配信同意)';
