-- What a foreign key asks once for each row is asked once for each statement: a list brings thousands. "lateral … limit 1"
-- asks by the index, row by row: a planner that takes a growing table for empty would read all of it for each new row.
alter table tie
    drop constraint tie_of_a_supporter,
    drop constraint tie_stage_by_a_policy;

create function ties_begin_for_somebody() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
begin
    if exists (
        select from written
        left join lateral (select true as known from supporter s where s.id = written.supporter limit 1) found on true
        where found.known is null)
    then
        raise exception 'a tie needs a supporter' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

create trigger ties_begin_for_somebody after insert on tie
    referencing new table as written
    for each statement execute function ties_begin_for_somebody();

create function tie_stays_with_its_supporter() returns trigger language plpgsql as
$$
begin
    raise exception 'a tie stays with its supporter' using errcode = 'foreign_key_violation';
end
$$;

create trigger tie_stays_with_its_supporter before update of supporter on tie
    for each row when (old.supporter <> new.supporter) execute function tie_stays_with_its_supporter();

create function supporters_go_after_their_ties() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
begin
    if exists (
        select from gone cross join lateral (select from tie t where t.supporter = gone.id limit 1) left_behind)
    then
        raise exception 'a tie needs its supporter' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

create trigger supporters_go_after_their_ties after delete on supporter
    referencing old table as gone
    for each statement execute function supporters_go_after_their_ties();

create function stages_follow_a_policy() returns trigger language plpgsql as
$$
begin
    if exists (select from written where stage_policy not in (select version from stage_policy)) then
        raise exception 'no stage_policy has that version' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

create trigger stages_begin_by_a_policy after insert on tie
    referencing new table as written
    for each statement execute function stages_follow_a_policy();

create trigger stages_follow_a_policy after update on tie
    referencing new table as written
    for each statement execute function stages_follow_a_policy();

create function stage_policies_stay() returns trigger language plpgsql as
$$
begin
    raise exception 'ties name the policy that decided their stage' using errcode = 'foreign_key_violation';
end
$$;

create trigger stage_policies_stay before delete or update of version on stage_policy
    for each statement execute function stage_policies_stay();

-- Few have an account, and who has none needs no place in an index.
alter table supporter drop constraint supporter_has_one_account;
create unique index supporter_has_one_account on supporter (account) where account is not null;

create or replace function ties_begin_with_skills() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
begin
    insert into tie_skill (municipality, skill, supporter)
    select begun.municipality, skill, begun.supporter
    from begun
         cross join lateral (select s.skills from supporter s where s.id = begun.supporter limit 1) known
         cross join unnest(known.skills) as skill
    where begun.ended_on is null
    on conflict do nothing;
    return null;
end
$$;

create or replace function supporter_changes_ties() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as
$$
begin
    update tie
    set changed_in = pg_current_xact_id()
    where supporter = any (array(select id from changed)) and changed_in <> pg_current_xact_id();
    return null;
end
$$;
