alter table supporter add column guardian_missing boolean not null default false;

comment on column supporter.guardian_missing is
    '保護者の同意が必要: under 18 and nobody consented for them; right since the last write or the last night, whichever is later';

alter table sync_row add column minor boolean;

comment on column sync_row.minor is 'whether the row says that they are under 18';

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
           'guardianMissing', s.guardian_missing,
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
