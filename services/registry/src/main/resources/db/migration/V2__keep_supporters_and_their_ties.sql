create table supporter (
    id            uuid        not null,
    revision      bigint      not null,
    state         text        not null,
    kind          text        not null,
    subject_key   text        not null,
    prefecture    text,
    country       text,
    home          text,
    age_band      text,
    interests     text[]      not null default '{}',
    skills        text[]      not null default '{}',
    mode          text,
    registered_by uuid,
    channel       text,
    personal      bytea,
    email_index   bytea,
    account       text,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint supporter_pk primary key (id),
    constraint supporter_has_one_account unique (account),
    constraint supporter_revision_rises check (revision > 0),
    constraint supporter_state_known check (state in ('ACTIVE', 'REMOVED')),
    constraint supporter_kind_known check (kind in ('PERSON', 'ORGANIZATION')),
    constraint supporter_mode_known check (mode in ('ONSITE', 'ONLINE', 'URBAN', 'HYBRID')),
    constraint supporter_prefecture_is_a_code check (prefecture ~ '^[0-9]{2}$'),
    constraint supporter_home_is_a_code check (home ~ '^[0-9]{6}$'),
    constraint supporter_removed_leaves_nobody check
        (state = 'ACTIVE' or (personal is null and email_index is null and account is null))
);

create index supporter_by_email on supporter (email_index) where email_index is not null;
create index supporter_by_registrant on supporter (registered_by, id);

comment on table supporter is '関係人口の一人または一団体: one record of a person or organisation';
comment on column supporter.subject_key is 'keyed hash under which the same person counts once nationwide';
comment on column supporter.home is '6-digit code of the municipality of residence, where the address tells it';
comment on column supporter.personal is 'sealed (AEAD, associated data = id): names, birth date, address, phone, e-mail';
comment on column supporter.email_index is 'keyed hash of the e-mail address: found, not read';
comment on column supporter.account is 'OIDC subject of the person themself';

create table tie (
    municipality   text    not null,
    supporter      uuid    not null,
    origins        text[]  not null default '{}',
    stage          text    not null,
    stage_policy   int     not null,
    since          date    not null,
    resident       boolean not null,
    last_active_on date,
    mail_consent   boolean not null,
    source_system  text,
    source_id      text,
    content_hash   bytea,
    ended_on       date,
    constraint tie_pk primary key (municipality, supporter),
    constraint tie_of_a_supporter foreign key (supporter) references supporter,
    constraint tie_has_one_source unique (municipality, source_system, source_id),
    constraint tie_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint tie_stage_known check (stage in ('CATCH', 'WARM', 'ENCOURAGE', 'CONNECT')),
    constraint tie_source_is_whole check ((source_system is null) = (source_id is null)),
    constraint tie_does_not_end_before_it_begins check (ended_on >= since)
);

create index tie_by_supporter on tie (supporter);

comment on table tie is '関わり: a supporter and a municipality';
comment on column tie.source_system is 'where the municipality keeps it: ''list'' for a synced list, whose source_id is the member number';
comment on column tie.content_hash is 'keyed hash of the synced row, so that an unchanged row is known without opening it';
comment on column tie.stage_policy is 'version of stage_policy that decided the stage';

-- The body of registry.supporter.v1 for set-based statements; Supporter.changed() makes the same from the entity.
create view supporter_state as
select s.id,
       jsonb_build_object(
           'id', s.id,
           'revision', s.revision,
           'state', s.state,
           'kind', s.kind,
           'subjectKey', s.subject_key,
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
