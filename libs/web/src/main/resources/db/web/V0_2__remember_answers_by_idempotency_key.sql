create table idempotent_answer (
    id bytea not null,
    fingerprint bytea not null,
    answer bytea not null,
    created_at timestamptz not null default now(),
    constraint idempotent_answer_pk primary key (id)
);

create index idempotent_answer_created_at on idempotent_answer (created_at);

comment on table idempotent_answer is
    'Answers of POSTs by Idempotency-Key, kept 24 h. Nothing here is readable without the key that the client holds: id and fingerprint are hashes, the answer is encrypted with a key derived from it.';
