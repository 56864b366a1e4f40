-- Nobody looks for supporters by these.
drop index supporter_with_skills;
drop index supporter_by_registrant;

-- Each row of a list is checked, and a regular expression costs as much as an index.
alter table supporter
    drop constraint supporter_prefecture_is_a_code,
    drop constraint supporter_home_is_a_code,
    add constraint supporter_prefecture_is_a_code
        check (octet_length(prefecture) = 2 and translate(prefecture, '0123456789', '') = ''),
    add constraint supporter_home_is_a_code
        check (octet_length(home) = 6 and translate(home, '0123456789', '') = '');
alter table tie
    drop constraint tie_municipality_is_a_code,
    add constraint tie_municipality_is_a_code
        check (octet_length(municipality) = 6 and translate(municipality, '0123456789', '') = '');

-- The supporters of a statement's ties are looked up at once. "any (array …)" asks by the index: a planner that takes a growing
-- table for empty would read all of it.
create or replace function ties_begin() returns trigger language plpgsql
    set enable_seqscan = off set enable_nestloop = off set enable_mergejoin = off set jit = off as
$$
declare
    somebody_is_unknown boolean;
begin
    with known as materialized (
        select s.id, s.skills from supporter s where s.id = any (array(select supporter from written))),
    skilled as (
        insert into tie_skill (municipality, skill, supporter)
        select begun.municipality, skill, begun.supporter
        from written begun join known on known.id = begun.supporter cross join unnest(known.skills) as skill
        where begun.ended_on is null and known.skills <> '{}'
        on conflict do nothing)
    select exists (select from written left join known on known.id = written.supporter where known.id is null)
    into somebody_is_unknown;
    if somebody_is_unknown then
        raise exception 'a tie needs a supporter' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

-- Whoever changes many ties says so in the same statement.
drop trigger tie_changes on tie;
create trigger tie_changes before update on tie
    for each row
    when (new.changed_in = old.changed_in and current_setting('kakawari.unseen', true) is distinct from 'on')
    execute function tie_changes();

-- An event is text that goes as it was written.
alter table sync_row
    alter column body type text using body::text;
