create table accrual_rule (
    scheme     text        not null,
    version    int         not null,
    rate       numeric     not null,
    activity   text        not null,
    operators  uuid[]      not null,
    valid_from date        not null,
    created_at timestamptz not null default now(),
    constraint accrual_rule_pk primary key (scheme, version),
    constraint accrual_rule_of_a_scheme foreign key (scheme) references scheme,
    constraint accrual_rule_rate_is_a_share check (rate > 0 and rate <= 1),
    constraint accrual_rule_names_an_operator check (cardinality(operators) > 0),
    constraint accrual_rule_once_a_day unique (scheme, valid_from)
);

comment on table accrual_rule is '還元の規約: what share of each payment accrues to the municipality; a version is never changed';
comment on column accrual_rule.operators is 'card operators (カード事業者) who may tell payments';

create table payment (
    id           uuid        not null,
    scheme       text        not null,
    operator     uuid        not null,
    transaction  text        not null,
    municipality text        not null,
    membership   uuid        not null,
    supporter    uuid        not null,
    paid_on      date        not null,
    amount       bigint      not null,
    refunds      uuid,
    rule         int         not null,
    accrued      numeric     not null,
    entry        uuid,
    created_at   timestamptz not null default now(),
    constraint payment_pk primary key (id),
    constraint payment_told_once unique (scheme, operator, transaction),
    constraint payment_of_a_membership foreign key (membership) references membership,
    constraint payment_under_a_rule foreign key (scheme, rule) references accrual_rule,
    constraint payment_refund_of_a_payment foreign key (refunds) references payment,
    constraint payment_is_of_something check (amount <> 0),
    constraint payment_below_zero_is_a_refund check ((amount < 0) = (refunds is not null))
);

create index payment_of_a_payer on payment (scheme, operator, supporter, municipality);
create index payment_refunded on payment (refunds) where refunds is not null;

comment on table payment is '決済: payments by card as its operator tells them, each once; a refund (返金) is one below zero';
comment on column payment.accrued is '還元額: amount × rate, exact; yen are rounded only where they are paid out';
comment on column payment.entry is 'the entry of the ledger that tells what of the purchase was not refunded';

create table accrual (
    scheme       text    not null,
    operator     uuid    not null,
    municipality text    not null,
    revision     bigint  not null,
    payments     bigint  not null,
    payers       bigint  not null,
    amount       bigint  not null,
    accrued      numeric not null,
    paid_out     bigint  not null,
    constraint accrual_pk primary key (scheme, operator, municipality),
    constraint accrual_revision_rises check (revision > 0)
);

comment on table accrual is '還元の累計: sums of payment, written in the transaction of the batch; what a batch of a million needs not add up again';

create table payout (
    id           uuid        not null default uuidv7(),
    scheme       text        not null,
    operator     uuid        not null,
    municipality text        not null,
    yen          bigint      not null,
    paid_on      date        not null,
    created_at   timestamptz not null default now(),
    constraint payout_pk primary key (id),
    constraint payout_of_an_accrual foreign key (scheme, operator, municipality) references accrual,
    constraint payout_is_of_whole_yen check (yen > 0)
);

create index payout_of_an_accrual on payout (scheme, operator, municipality, id);

comment on table payout is '還元金の支払い: whole yen; the fraction is carried over to the next one';
