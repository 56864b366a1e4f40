comment on column supporter.guardian_missing is
    '保護者の同意が必要: under 18 and nobody consented for them; right since the last write or the first of the month, whichever is later';

-- What the person ended only they give again. What their guardian ended, they or who registered them, and no list.
create or replace function a_persons_refusal_stays() returns trigger language plpgsql as
$$
begin
    if exists (select from consent
               where supporter = new.supporter and purpose = 'MAIL' and recipient = new.municipality
                 and state <> 'GIVEN'
                 and (through in ('SELF', 'UNSUBSCRIBE')
                      or through = 'GUARDIAN' and coalesce(current_setting('kakawari.consent_through', true), '') = ''))
    then
        new.mail_consent := false;
    end if;
    return new;
end
$$;
