alter table fund_entry
    alter column source_transaction drop not null,
    add column takes_back uuid,
    add column reason text,
    add column subject text,
    add constraint fund_entry_takes_back_one foreign key (takes_back) references fund_entry,
    add constraint fund_entry_taken_back_once unique (takes_back),
    drop constraint fund_entry_is_of_something,
    add constraint fund_entry_is_of_something check (case when takes_back is null then yen > 0 else yen < 0 end),
    add constraint fund_entry_counter_entry_says_why check (
        (takes_back is null) = (reason is null) and (takes_back is null) = (subject is null)
        and (takes_back is null) = (source_transaction is not null));

comment on column fund_entry.takes_back is '取消の元の記録: this counter-entry has its direction and its yen below zero, so that sums are right';
comment on column fund_entry.subject is 'account of who took it back';

alter table referral_card
    drop constraint referral_card_redeemed_once,
    add column taken_back_at timestamptz,
    add column taken_back_because text,
    add column taken_back_by text,
    add column taken_back_by_subject text,
    add constraint referral_card_taken_back_whole check (
        num_nonnulls(taken_back_at, taken_back_because, taken_back_by, taken_back_by_subject) in (0, 4)),
    add constraint referral_card_because_known check (taken_back_because in ('WRONG_CARD', 'WRONG_MEMBER', 'OTHER'));

create unique index referral_card_redeemed_once on referral_card (scheme, card) where taken_back_at is null;

comment on column referral_card.taken_back_at is '取消日時: redeemed by mistake; it stays as history, is not counted, and the card may be redeemed again';

alter table membership_history
    drop constraint membership_history_action_known,
    add constraint membership_history_action_known check (action in
        ('APPLIED', 'JOINED', 'APPROVED', 'REJECTED', 'RENEWED', 'WITHDREW', 'CONSENTED', 'HANDED_OVER', 'SCHEME_CLOSED',
         'TIER_BY_RULE', 'TIER_BY_HAND', 'MOVED', 'BENEFIT_GIVEN', 'BENEFIT_TAKEN_BACK'));

alter table contact_point_referral
    add column withdrawn_by_subject text,
    add constraint contact_point_referral_withdrawn_by_somebody check (withdrawn_by_subject is null or withdrawn_at is not null);

comment on column contact_point_referral.withdrawn_by_subject is 'account of who took it back; null for what was taken back before this was kept';
