-- What a list and the registry last agreed on of a membership: the same rule for both kinds of lists that change records.
alter table membership
    add column changes_here   bigint not null default 0,
    add column listed_changes bigint,
    add column listed_hash    bytea;

comment on column membership.changes_here is
    'rises with each change that a person or a desk makes to what a list also says: withdrawal, renewal, tier by hand or by consent, '
    'end of the scheme; neither with what lists do nor with tiers that follow the ledger or a policy that takes its members along';
comment on column membership.listed_changes is
    'changes_here at the last exchange with the list, null before the first one; another number now means that both sides may have changed';
comment on column membership.listed_hash is
    'SHA-256 of what the list last said, so that a row that says nothing new undoes nothing; null where a list ended it for want of a row';

-- Who was changed here before there was an exchange to compare with is reported rather than overwritten.
update membership m set changes_here = h.changes
from (select membership, count(*) as changes
      from membership_history
      where action in ('RENEWED', 'WITHDREW', 'TIER_BY_HAND', 'SCHEME_CLOSED')
         or action = 'CONSENTED' and tier_before <> tier_after
      group by membership) h
where h.membership = m.id;

alter table sync_membership_row
    add column told             bytea,
    add column changes          bigint,
    add column replaced_changes bigint;

comment on column sync_membership_row.told is 'listed_hash as it shall be';
comment on column sync_membership_row.changes is
    'changes_here when the row was compared; null for a new membership, and where the row says less than what was changed here';
comment on column sync_membership_row.replaced_changes is 'changes_here of the one that it replaces when the row was compared';
comment on column sync_membership_row.tier is 'null, as the policy, where the row leaves both as they stand';
comment on column sync_membership_row.chunk is
    'rows that are merged in one transaction; 0: rows that change nothing and of which nothing is kept';
