-- An event is copied as it was written, never looked into.
alter table sync_row
    alter column body type json using body::json;

-- A list changes many people of one page at once: with room beside them their indexes need no change.
alter table supporter
    set (fillfactor = 70);

-- Both of what a tie begins with, in one look at its supporter.
drop trigger ties_begin_for_somebody on tie;
drop function ties_begin_for_somebody();
drop trigger ties_begin_with_skills on tie;
drop function ties_begin_with_skills();

create function ties_begin() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
declare
    somebody_is_unknown boolean;
begin
    with begun as materialized (
        select written.municipality, written.supporter, written.ended_on, known.skills
        from written
        left join lateral (select s.skills from supporter s where s.id = written.supporter limit 1) known on true),
    skilled as (
        insert into tie_skill (municipality, skill, supporter)
        select begun.municipality, skill, begun.supporter
        from begun cross join unnest(begun.skills) as skill
        where begun.ended_on is null
        on conflict do nothing)
    select exists (select from begun where skills is null) into somebody_is_unknown;
    if somebody_is_unknown then
        raise exception 'a tie needs a supporter' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

create trigger ties_begin after insert on tie
    referencing new table as written
    for each statement execute function ties_begin();
