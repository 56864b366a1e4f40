-- The owner, who migrates, has the tables; the service's user has rows. Of a table that is only ever added to, it may add
-- and read. Runs at every start, under a lock for replicas that start at once, and changes nothing that is right already.
do $$
declare
    service constant text := '${service}';
    append_only constant text[] := string_to_array('${append-only}', ',');
    maintainable constant boolean := current_setting('server_version_num')::int >= 170000;
    item record;
    wanted text[];
    privilege text;
begin
    perform pg_advisory_xact_lock(hashtextextended('kakawari grants', 0));
    for item in
        select c.oid, c.relname, c.relkind from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and c.relname <> 'flyway_schema_history' and not pg_has_role(service, c.relowner, 'member')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        order by c.relname
    loop
        if item.relkind = 'S' then
            if not (has_sequence_privilege(service, item.oid, 'select') and has_sequence_privilege(service, item.oid, 'usage')) then
                execute format('grant select, usage on sequence %I to %I', item.relname, service);
            end if;
            continue;
        end if;
        wanted := case
            when item.relkind in ('v', 'm') then array['select']
            when item.relname = any (append_only) then array['select', 'insert']
            when maintainable then array['select', 'insert', 'update', 'delete', 'truncate', 'maintain']
            else array['select', 'insert', 'update', 'delete', 'truncate'] end;
        foreach privilege in array array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']
            || case when maintainable then array['maintain'] end
        loop
            if privilege = any (wanted) and not has_table_privilege(service, item.oid, privilege) then
                execute format('grant %s on %I to %I', privilege, item.relname, service);
            elsif privilege <> all (wanted) and has_table_privilege(service, item.oid, privilege) then
                execute format('revoke %s on %I from %I', privilege, item.relname, service);
            end if;
        end loop;
    end loop;
end
$$;
