create table tie_skill (
    municipality text not null,
    skill        text not null,
    supporter    uuid not null,
    constraint tie_skill_pk primary key (municipality, skill, supporter)
);

comment on table tie_skill is
    'できること of the supporters with a tie that has not ended, in the order in which a municipality leafs through them; '
    'kept by triggers on tie and supporter, never written otherwise';

insert into tie_skill (municipality, skill, supporter)
select distinct t.municipality, skill, t.supporter
from tie t join supporter s on s.id = t.supporter, unnest(s.skills) as skill
where t.ended_on is null;

-- Few have told a skill, so that a list without skills is asked about in an index that hardly has an entry.
create index supporter_with_skills on supporter (id) where skills <> '{}';

create function ties_begin_with_skills() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
begin
    insert into tie_skill (municipality, skill, supporter)
    select begun.municipality, skill, begun.supporter
    from begun join supporter s on s.id = begun.supporter, unnest(s.skills) as skill
    where s.skills <> '{}' and begun.ended_on is null
    on conflict do nothing;
    return null;
end
$$;

create trigger ties_begin_with_skills after insert on tie
    referencing new table as begun
    for each statement execute function ties_begin_with_skills();

create function tie_ends_or_goes_on() returns trigger language plpgsql as
$$
begin
    delete from tie_skill k using supporter s
    where s.id = new.supporter and k.municipality = new.municipality and k.skill = any(s.skills)
      and k.supporter = new.supporter;
    insert into tie_skill (municipality, skill, supporter)
    select new.municipality, skill, new.supporter
    from supporter s, unnest(s.skills) as skill
    where s.id = new.supporter and new.ended_on is null
    on conflict do nothing;
    return null;
end
$$;

create trigger tie_ends_or_goes_on after update of ended_on on tie
    for each row when (old.ended_on is distinct from new.ended_on)
    execute function tie_ends_or_goes_on();

create function supporter_changes_skills() returns trigger language plpgsql as
$$
begin
    delete from tie_skill k using tie t
    where t.supporter = new.id and k.municipality = t.municipality and k.skill = any(old.skills)
      and k.supporter = new.id;
    insert into tie_skill (municipality, skill, supporter)
    select t.municipality, skill, new.id
    from tie t, unnest(new.skills) as skill
    where t.supporter = new.id and t.ended_on is null
    on conflict do nothing;
    return null;
end
$$;

create trigger supporter_changes_skills after update of skills on supporter
    for each row when (old.skills is distinct from new.skills)
    execute function supporter_changes_skills();
