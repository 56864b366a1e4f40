alter table stage_policy
    add column decided_by uuid,
    add column decided_at timestamptz;

comment on column stage_policy.decided_by is 'the organisation whose token stated this version; null for the one that came with the service';
