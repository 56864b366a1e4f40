create table campaign (
    id           uuid        not null,
    revision     bigint      not null,
    municipality text        not null,
    kind         text        not null,
    event        text,
    state        text        not null,
    subject      text        not null,
    body         text        not null,
    subject_en   text,
    body_en      text,
    segment      text        not null,
    send_at      timestamptz,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    after        uuid        not null default '00000000-0000-0000-0000-000000000000',
    gathered     boolean     not null default false,
    sent_on      date,
    untold       boolean     not null default false,
    tellings     bigint      not null default 0,
    constraint campaign_pk primary key (id),
    constraint campaign_revision_rises check (revision > 0),
    constraint campaign_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint campaign_kind_known check (kind in ('NEWSLETTER', 'DISASTER_CALL', 'SURVEY')),
    constraint campaign_state_known check (state in ('DRAFT', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED')),
    constraint campaign_calls_once_for_an_event unique (municipality, event),
    constraint campaign_of_a_call_names_its_event check ((kind = 'DISASTER_CALL') = (event is not null)),
    constraint campaign_is_sent_at_a_time check (state in ('DRAFT', 'CANCELLED') or send_at is not null)
);

create index campaign_of_a_municipality on campaign (municipality, id);
create index campaign_of_a_municipality_by_state on campaign (municipality, state, id);
create index campaign_due on campaign (send_at, id) where state in ('SCHEDULED', 'SENDING');
create index campaign_untold on campaign (id) where untold;

comment on table campaign is '広報・メルマガ・便り・災害時の呼びかけ・アンケートの依頼: one message to a segment of a municipality''s supporters';
comment on column campaign.segment is '配信対象: conditions as JSON';
comment on column campaign.after is 'the supporter up to whom recipients are gathered';
comment on column campaign.gathered is 'whether all recipients are';
comment on column campaign.untold is 'whether the counts of its deliveries are to be told again';
comment on column campaign.tellings is 'revision of registry.delivery.v1';

create table campaign_delivery (
    campaign     uuid        not null,
    supporter    uuid        not null,
    municipality text        not null,
    capped       boolean     not null,
    state        text        not null,
    token        bytea,
    gathered_at  timestamptz not null default now(),
    handed_at    timestamptz,
    answered_at  timestamptz,
    constraint campaign_delivery_pk primary key (campaign, supporter),
    constraint campaign_delivery_of_a_campaign foreign key (campaign) references campaign,
    constraint campaign_delivery_state_known check
        (state in ('WAITING', 'HANDED', 'SENT', 'REFUSED', 'UNKNOWN', 'WITHDRAWN'))
);

create index campaign_delivery_waiting on campaign_delivery (campaign, supporter) where state = 'WAITING';
create index campaign_delivery_handed on campaign_delivery (campaign, handed_at) where state = 'HANDED';
create index campaign_delivery_of_a_supporter on campaign_delivery (supporter, municipality, gathered_at);
create unique index campaign_delivery_by_token on campaign_delivery (token) where token is not null;

comment on table campaign_delivery is '配信: whom a campaign reaches, each once; written before the mail server hears of it';
comment on column campaign_delivery.capped is 'whether it counts for the frequency cap';
comment on column campaign_delivery.state is
    'WAITING → HANDED (the mail server is about to get it) → SENT, REFUSED, or UNKNOWN where nobody heard its answer; '
    'WITHDRAWN: the consent was, before it was handed over';
comment on column campaign_delivery.token is 'SHA-256 of the token in the letter''s links, which nobody keeps';

create table mail_policy (
    municipality text   not null,
    revision     bigint not null,
    per_month    int    not null,
    per_year     int    not null,
    constraint mail_policy_pk primary key (municipality),
    constraint mail_policy_revision_rises check (revision > 0),
    constraint mail_policy_allows_something check (per_month > 0 and per_year > 0)
);

comment on table mail_policy is '配信頻度の上限: how many mailings of a municipality one person gets at most';

create table announcement (
    id           uuid        not null,
    revision     bigint      not null,
    municipality text        not null,
    audience     text        not null,
    scheme       text,
    title        text        not null,
    body         text        not null,
    title_en     text,
    body_en      text,
    link         text,
    published_at timestamptz not null,
    withdrawn_at timestamptz,
    created_by   uuid        not null,
    constraint announcement_pk primary key (id),
    constraint announcement_revision_rises check (revision > 0),
    constraint announcement_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint announcement_audience_known check (audience in ('PUBLIC', 'SUPPORTERS', 'MEMBERS')),
    constraint announcement_to_members_names_their_scheme check ((audience = 'MEMBERS') = (scheme is not null))
);

create index announcement_public on announcement (id) where audience = 'PUBLIC' and withdrawn_at is null;
create index announcement_of_a_municipality on announcement (municipality, id) where withdrawn_at is null;
create index announcement_of_a_scheme on announcement (scheme, id) where scheme is not null and withdrawn_at is null;

comment on table announcement is 'お知らせ: of a municipality to everybody, to its supporters or to the members of a scheme';

create table feed_token (
    id         uuid        not null,
    supporter  uuid        not null,
    token      bytea       not null,
    created_at timestamptz not null,
    constraint feed_token_pk primary key (id),
    constraint feed_token_of_a_supporter foreign key (supporter) references supporter,
    constraint feed_token_is_unique unique (token)
);

create index feed_token_of_a_supporter on feed_token (supporter, id);

comment on table feed_token is 'お知らせフィードの購読: an address that opens somebody''s announcements without a login until it is revoked';
comment on column feed_token.token is 'SHA-256 of what stands in the address';

create table digest_subscription (
    municipality text        not null,
    id           uuid        not null,
    revision     bigint      not null,
    every        text        not null,
    contacts     bytea       not null,
    covered_until timestamptz not null,
    next_at      timestamptz not null,
    constraint digest_subscription_pk primary key (municipality),
    constraint digest_subscription_has_its_id unique (id),
    constraint digest_subscription_revision_rises check (revision > 0),
    constraint digest_subscription_every_known check (every in ('DAILY', 'WEEKLY', 'MONTHLY'))
);

create index digest_subscription_due on digest_subscription (next_at);

comment on table digest_subscription is 'ダイジェストの購読: which desk of a municipality is told what is new, and how often';
comment on column digest_subscription.contacts is 'sealed (AEAD, associated data = id): e-mail addresses of the desk';

create table digest_issue (
    id         uuid        not null,
    from_time  timestamptz not null,
    until_time timestamptz not null,
    made_at    timestamptz not null,
    constraint digest_issue_pk primary key (id)
);

comment on table digest_issue is 'ダイジェストの号: what was new in between, readable by whoever has its address';

create table program_news (
    id           uuid        not null,
    revision     bigint      not null,
    state        text        not null,
    title        text,
    municipality text,
    first_told   timestamptz not null,
    constraint program_news_pk primary key (id)
);

create index program_news_of_a_time on program_news (first_told, id) where state = 'PUBLISHED';

comment on table program_news is '新しいプログラム: what program-catalog tells, for digests';
