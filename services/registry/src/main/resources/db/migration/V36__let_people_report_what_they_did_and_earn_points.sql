alter table engagement
    add column contribution text,
    add column scheme       text,
    add constraint engagement_contribution_known check (contribution in
        ('KNOWLEDGE', 'LOCAL_ACTIVITY', 'PROMOTION', 'DONATION', 'TRIAL_STAY', 'REPEATED_VISIT', 'SALES_CHANNEL',
         'BUSINESS_ATTRACTION'));

comment on column engagement.contribution is '貢献の種類: for what it helped, where somebody says so';
comment on column engagement.scheme is 'ポイント口座: the scheme on whose account of the supporter it is booked; null for what no account here keeps';

create index engagement_to_be_decided on engagement (municipality, id) where status = 'SELF_REPORTED';
create index engagement_on_an_account on engagement (supporter, scheme) where scheme is not null;
create index engagement_of_a_program on engagement (municipality, program, supporter) where program is not null;

create table referral_card (
    id          uuid        not null default uuidv7(),
    scheme      text        not null,
    card        text        not null,
    membership  uuid        not null,
    redeemed_on date        not null,
    redeemed_by text        not null,
    created_at  timestamptz not null default now(),
    constraint referral_card_pk primary key (id),
    constraint referral_card_redeemed_once unique (scheme, card),
    constraint referral_card_of_a_membership foreign key (membership) references membership
);

create index referral_card_of_its_member on referral_card (membership, id);

comment on table referral_card is '紹介カード: cards of a member that somebody brought along; each counts once';

create table benefit (
    id          uuid        not null default uuidv7(),
    membership  uuid        not null,
    entitlement text        not null,
    given_at    timestamptz not null default now(),
    constraint benefit_pk primary key (id),
    constraint benefit_of_a_membership foreign key (membership) references membership,
    constraint benefit_given_once unique (membership, entitlement)
);

comment on table benefit is '特典の付与: what a member has earned by referring others, once for all';

alter table membership_history
    drop constraint membership_history_action_known,
    add constraint membership_history_action_known check (action in
        ('APPLIED', 'JOINED', 'APPROVED', 'REJECTED', 'RENEWED', 'WITHDREW', 'CONSENTED', 'HANDED_OVER', 'SCHEME_CLOSED',
         'TIER_BY_RULE', 'TIER_BY_HAND', 'MOVED', 'BENEFIT_GIVEN'));

-- Whoever writes the history of a membership tells thereby who rose and who fell (TierChanged).
create function tell_tier_changes() returns trigger language plpgsql as $$
begin
    insert into outbox (topic, key, ce_type, ce_subject, body)
    select 'registry.tier.v1', m.id::text, 'jp.kakawari.registry.tier-changed.v1', m.id::text,
           jsonb_build_object(
               'id', h.id,
               'membership', m.id,
               'scheme', m.scheme,
               'municipality', m.municipality,
               'changedOn', (h.at at time zone 'Asia/Tokyo')::date,
               'tierBefore', h.tier_before,
               'tierAfter', h.tier_after,
               'promoted', a.place > b.place,
               'byHand', h.action = 'TIER_BY_HAND')
    from added h
    join membership m on m.id = h.membership
    join scheme_tier b on b.scheme = m.scheme and b.version = h.policy and b.code = h.tier_before
    join scheme_tier a on a.scheme = m.scheme and a.version = h.policy and a.code = h.tier_after
    where h.tier_before <> h.tier_after
    order by h.id;
    return null;
end $$;

create trigger membership_history_tells_tiers after insert on membership_history
    referencing new table as added for each statement execute function tell_tier_changes();
