create table webhook (
    id            uuid        not null,
    revision      bigint      not null,
    organization  uuid        not null,
    government    text,
    url           text        not null,
    event_types   text[]      not null,
    state         text        not null,
    secret        bytea       not null,
    former_secret bytea,
    former_until  timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint webhook_pk primary key (id),
    constraint webhook_revision_rises check (revision > 0),
    constraint webhook_state_known check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    constraint webhook_wants_something check (cardinality(event_types) > 0),
    constraint webhook_former_secret_ends check ((former_secret is null) = (former_until is null))
);

create index webhook_list on webhook (organization, id);

comment on table webhook is '通知先: a receiver of a member organisation and what it wants to be told';
comment on column webhook.government is 'code of the municipality or prefecture that the organisation is';
comment on column webhook.secret is 'sealed (AEAD, associated data = id): signs what is sent';
comment on column webhook.former_secret is 'sealed (AEAD, associated data = id): signs too until former_until';

create table webhook_delivery (
    id           uuid        not null default uuidv7(),
    webhook      uuid        not null,
    event        uuid        not null,
    event_type   text        not null,
    occurred_at  timestamptz not null,
    body         text        not null,
    state        text        not null default 'PENDING',
    attempts     int         not null default 0,
    status       int,
    failure      text,
    attempted_at timestamptz,
    due_at       timestamptz not null default now(),
    constraint webhook_delivery_pk primary key (id),
    constraint webhook_delivery_once_each unique (webhook, event),
    constraint webhook_delivery_to_a_webhook foreign key (webhook) references webhook on delete cascade,
    constraint webhook_delivery_state_known check (state in ('PENDING', 'DELIVERED', 'FAILED'))
) with (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0);

create index webhook_delivery_due on webhook_delivery (webhook, due_at, id) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (webhook, id);
create index webhook_delivery_log_by_state on webhook_delivery (webhook, state, id);
create index webhook_delivery_old on webhook_delivery (occurred_at);

comment on table webhook_delivery is '配信記録: a notice to a receiver, and what became of it; kept for some days';
comment on column webhook_delivery.event is 'the same each time that it is heard of: a receiver gets it once, and sees this id in each attempt';
comment on column webhook_delivery.due_at is 'when it is sent; while it is on its way, when another process may take it over';
