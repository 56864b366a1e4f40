-- Each record keeps its own key; who was decided to be one person is counted, and told, under the person's.
alter table supporter
    add column person     uuid,
    add column counted_as text,
    add constraint supporter_is_counted_as_a_person check ((person is null) = (counted_as is null)),
    add constraint supporter_removed_is_no_person check (state = 'ACTIVE' or person is null);
comment on column supporter.person is
    '名寄せ: the supporter after whom the person is named whom a decision made of several records; null for a record by itself';
comment on column supporter.counted_as is 'keyed hash of person, told instead of subject_key';

create index supporter_of_a_person on supporter (person) where person is not null;
create index supporter_with_a_persons_key on supporter (subject_key) where person is not null;

create or replace view supporter_state as
select s.id,
       jsonb_build_object(
           'id', s.id,
           'revision', s.revision,
           'state', s.state,
           'kind', s.kind,
           'subjectKey', coalesce(s.counted_as, s.subject_key),
           'prefecture', s.prefecture,
           'country', s.country,
           'ageBand', s.age_band,
           'interests', s.interests,
           'skills', s.skills,
           'mode', s.mode,
           'registeredBy', s.registered_by,
           'channel', s.channel,
           'ties', coalesce(
               (select jsonb_agg(
                           jsonb_build_object(
                               'municipality', t.municipality,
                               'origins', t.origins,
                               'stage', t.stage,
                               'since', t.since,
                               'resident', t.resident,
                               'lastActiveOn', t.last_active_on,
                               'mailConsent', t.mail_consent)
                           order by t.municipality)
                from tie t
                where t.supporter = s.id and t.ended_on is null),
               '[]')) as body
from supporter s;

create or replace view engagement_state as
select e.id,
       e.supporter,
       jsonb_build_object(
           'id', e.id,
           'revision', e.revision,
           'supporter', e.supporter,
           'subjectKey', coalesce(s.counted_as, s.subject_key),
           'municipality', e.municipality,
           'activity', e.activity,
           'occurredOn', e.occurred_on,
           'status', e.status,
           'quantity', e.quantity,
           'unit', e.unit,
           'program', e.program) as body
from engagement e join supporter s on s.id = e.supporter;

create table likeness (
    supporter        uuid    not null,
    profile_revision bigint  not null,
    key_number       int     not null,
    compared         boolean not null,
    constraint likeness_pk primary key (supporter)
);

create index likeness_not_compared on likeness (supporter) where not compared;

comment on table likeness is '名寄せの索引: of whom there are likeness keys, and what they were made of; made in the background';
comment on column likeness.key_number is 'the index key that made them';
comment on column likeness.compared is 'whether who shares a key with them has been compared with them since';

create table likeness_key (
    key       bytea not null,
    supporter uuid  not null,
    constraint likeness_key_pk primary key (key, supporter)
);

create index likeness_key_of_a_supporter on likeness_key (supporter);

comment on table likeness_key is 'Keyed hashes of pairs of attributes: who shares one may be the same person';

create table duplicate_candidate (
    id              uuid          not null default uuidv7(),
    revision        bigint        not null default 1,
    a               uuid          not null,
    b               uuid          not null,
    state           text          not null default 'OPEN',
    confidence      numeric(3, 2) not null,
    reasons         text[]        not null,
    decided_by      text,
    decided_subject text,
    decided_at      timestamptz,
    created_at      timestamptz   not null default now(),
    constraint duplicate_candidate_pk primary key (id),
    constraint duplicate_candidate_is_one_pair unique (a, b),
    constraint duplicate_candidate_is_a_pair check (a < b),
    constraint duplicate_candidate_state_known check (state in ('OPEN', 'MERGED', 'DISTINCT')),
    constraint duplicate_candidate_confidence_is_a_share check (confidence between 0 and 1),
    constraint duplicate_candidate_decided_by_somebody check
        ((state = 'OPEN') = (decided_by is null) and (state = 'OPEN') = (decided_at is null)
         and (state = 'OPEN') = (decided_subject is null))
);

create index duplicate_candidate_surest_first on duplicate_candidate (state, confidence desc, id);
create index duplicate_candidate_of_the_other on duplicate_candidate (b);

comment on table duplicate_candidate is '名寄せの候補: two records that may be one person, why, and what was decided';
comment on column duplicate_candidate.reasons is 'codes; nothing of a person';
comment on column duplicate_candidate.decided_by is '6-digit code of the municipality, or operator';
comment on column duplicate_candidate.decided_subject is 'subject of the token that decided';
