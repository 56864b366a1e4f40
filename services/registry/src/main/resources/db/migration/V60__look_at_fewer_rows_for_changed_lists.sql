-- What a tie is synced to is known when the row is compared, and need not be looked up when it is merged.
alter table sync_row add column profile bigint;
comment on column sync_row.profile is 'profile_revision of the supporter when the row was compared; null for a new one';

-- Only who writes another policy is asked whether it exists.
drop trigger stages_follow_a_policy on tie;
create function stage_follows_a_policy() returns trigger language plpgsql as
$$
begin
    if not exists (select from stage_policy where version = new.stage_policy) then
        raise exception 'no stage_policy has that version' using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

create trigger stage_follows_a_policy after update of stage_policy on tie
    for each row when (old.stage_policy <> new.stage_policy) execute function stage_follows_a_policy();
