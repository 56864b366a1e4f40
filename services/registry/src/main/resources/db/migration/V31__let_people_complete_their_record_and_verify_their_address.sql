alter table supporter
    add column languages         text[] not null default '{}',
    add column email_verified_at timestamptz,
    drop constraint supporter_assurance_known,
    add constraint supporter_assurance_known check (assurance in ('LOW', 'MEDIUM', 'VERIFIED'));

comment on column supporter.languages is '使用言語: BCP 47, the preferred one first';
comment on column supporter.email_verified_at is 'when the person proved that the present e-mail address is theirs';
comment on column supporter.assurance is
    '本人確認の程度: LOW where nothing but an SNS account is known by which they could be reached, VERIFIED where the e-mail '
    'address was verified';

-- Whoever writes: a verified address stays verified until it is another one. A new index key makes another index of the same
-- address, and says so in kakawari.same_email.
create function verified_email_is_the_present_one() returns trigger language plpgsql as
$$
begin
    if new.email_index is distinct from old.email_index
        and coalesce(current_setting('kakawari.same_email', true), '') <> 'on'
    then
        new.email_verified_at := null;
    end if;
    if new.email_verified_at is not null then
        new.assurance := 'VERIFIED';
    elsif new.assurance = 'VERIFIED' then
        new.assurance := 'MEDIUM';
    end if;
    return new;
end
$$;

create trigger verified_email_is_the_present_one before update on supporter
    for each row when (old.email_verified_at is not null or new.email_verified_at is not null)
    execute function verified_email_is_the_present_one();

create table email_verification (
    supporter   uuid        not null,
    code_hash   bytea       not null,
    email_index bytea       not null,
    sent_at     timestamptz not null,
    expires_at  timestamptz not null,
    tries       int         not null default 0,
    constraint email_verification_pk primary key (supporter),
    constraint email_verification_of_a_supporter foreign key (supporter) references supporter
);

comment on table email_verification is 'メールアドレスの確認: codes that are on their way; keyed hashes only';
comment on column email_verification.email_index is 'the address that the code went to';
