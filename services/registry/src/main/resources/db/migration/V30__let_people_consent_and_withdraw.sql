create table consent_terms (
    recipient text        not null,
    purpose   text        not null,
    version   int         not null,
    fields    text[]      not null,
    text      text        not null,
    put_at    timestamptz not null default now(),
    constraint consent_terms_pk primary key (recipient, purpose, version),
    constraint consent_terms_version_rises check (version > 0),
    constraint consent_terms_ask_for_something check (cardinality(fields) > 0)
);

comment on table consent_terms is '同意の条件: what a recipient asks for, in versions that are only ever added to';
comment on column consent_terms.recipient is '6-digit code of a municipality, or id of another member organisation';

create function consent_terms_stay() returns trigger language plpgsql as
$$
begin
    raise exception 'consent_terms is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger consent_terms_stay before update or delete or truncate on consent_terms
    for each statement execute function consent_terms_stay();

create table consent (
    supporter uuid        not null,
    purpose   text        not null,
    recipient text        not null,
    revision  bigint      not null default 1,
    state     text        not null,
    fields    text[]      not null,
    terms     int,
    through   text        not null,
    told_by   uuid,
    step      uuid        not null default uuidv7(),
    at        timestamptz not null default now(),
    constraint consent_pk primary key (supporter, purpose, recipient),
    constraint consent_state_known check (state in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
    constraint consent_to_terms_that_there_are foreign key (recipient, purpose, terms)
        references consent_terms (recipient, purpose, version)
);

create index consent_of_a_recipient on consent (recipient, purpose, supporter) where state = 'GIVEN';

comment on table consent is '同意: how each stands now; MAIL to a municipality is the same as tie.mail_consent, triggers see to it';
comment on column consent.step is 'the row of consent_history that made it so';
comment on column consent.told_by is 'the organisation that recorded it; null for the person';

create table consent_history (
    id        uuid        not null,
    at        timestamptz not null,
    supporter uuid        not null,
    purpose   text        not null,
    recipient text,
    state     text        not null,
    fields    text[]      not null,
    terms     int,
    through   text        not null,
    told_by   uuid,
    constraint consent_history_pk primary key (id)
);

create index consent_history_of_a_supporter on consent_history (supporter, id);

comment on table consent_history is
    '同意の履歴: each step with its time, terms and through whom; ids and codes only, so it stays when a person is forgotten';

create function consent_history_stays() returns trigger language plpgsql as
$$
begin
    raise exception 'consent_history is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger consent_history_stays before update or delete or truncate on consent_history
    for each statement execute function consent_history_stays();

create table provision (
    id        uuid        not null default uuidv7(),
    at        timestamptz not null default now(),
    recipient text        not null,
    reader    text        not null,
    supporter uuid        not null,
    purpose   text        not null,
    fields    text[]      not null,
    terms     int,
    consent   uuid        not null,
    constraint provision_pk primary key (id)
);

create index provision_of_a_supporter on provision (supporter, id);
create index provision_to_a_recipient on provision (recipient, id);

comment on table provision is '第三者提供記録: what of whom was given to whom, when, and under which consent and terms';
comment on column provision.consent is 'the row of consent_history under which it was given';

create function provision_stays() returns trigger language plpgsql as
$$
begin
    raise exception 'provision is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger provision_stays before update or delete or truncate on provision
    for each statement execute function provision_stays();

-- Whoever writes tie.mail_consent, the consent follows, and only where it differs: a row that doesn't change costs nothing.
-- Who writes for a person or a registrant says so in kakawari.consent_through and kakawari.consent_told_by; without that it is
-- the municipality's own list or ledger, whose new rows are proof of themselves and write none.
create function mail_consent_follows_the_tie() returns trigger language plpgsql as
$$
begin
    with followed as (
        insert into consent (supporter, purpose, recipient, state, fields, through, told_by)
        values (new.supporter, 'MAIL', new.municipality, case when new.mail_consent then 'GIVEN' else 'WITHDRAWN' end,
                '{NAME,CONTACT}', coalesce(nullif(current_setting('kakawari.consent_through', true), ''), 'LIST'),
                cast(nullif(current_setting('kakawari.consent_told_by', true), '') as uuid))
        on conflict (supporter, purpose, recipient) do update
        set state = excluded.state, fields = excluded.fields, terms = null, through = excluded.through,
            told_by = excluded.told_by, step = excluded.step, at = excluded.at, revision = consent.revision + 1
        where (consent.state = 'GIVEN') <> (excluded.state = 'GIVEN')
        returning *)
    insert into consent_history (id, at, supporter, purpose, recipient, state, fields, terms, through, told_by)
    select step, at, supporter, purpose, recipient, state, fields, terms, through, told_by from followed;
    return null;
end
$$;

create trigger mail_consent_follows_the_tie after update on tie
    for each row when (old.mail_consent <> new.mail_consent) execute function mail_consent_follows_the_tie();

create trigger mail_consent_begins_with_the_tie after insert on tie
    for each row when (new.mail_consent and coalesce(current_setting('kakawari.consent_through', true), '') <> '')
    execute function mail_consent_follows_the_tie();

create function a_persons_refusal_stays() returns trigger language plpgsql as
$$
begin
    if exists (select from consent
               where supporter = new.supporter and purpose = 'MAIL' and recipient = new.municipality
                 and state <> 'GIVEN' and through in ('SELF', 'UNSUBSCRIBE'))
    then
        new.mail_consent := false;
    end if;
    return new;
end
$$;

create trigger a_persons_refusal_stays before update on tie
    for each row when (new.mail_consent and not old.mail_consent
                       and coalesce(current_setting('kakawari.consent_through', true), '') <> 'SELF')
    execute function a_persons_refusal_stays();

comment on column tie.mail_consent is 'メール配信同意: consent MAIL to the municipality, where lists are sent by; never differs from it';

-- What somebody decided, and what a list said of whom nobody has decided anything.
create view consent_standing as
select supporter, purpose, recipient, revision, state, fields, terms, through, told_by, at from consent
union all
select t.supporter, 'MAIL', t.municipality, 0, 'GIVEN', array['NAME', 'CONTACT'], null::int, 'LIST', null::uuid, null::timestamptz
from tie t
where t.mail_consent and t.ended_on is null
  and not exists (select from consent c where c.supporter = t.supporter and c.purpose = 'MAIL' and c.recipient = t.municipality);
