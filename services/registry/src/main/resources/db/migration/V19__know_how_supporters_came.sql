alter table supporter
    add column assurance text not null default 'MEDIUM',
    add constraint supporter_assurance_known check (assurance in ('LOW', 'MEDIUM'));
comment on column supporter.assurance is '本人確認の程度: LOW where nothing but an SNS account is known by which they could be reached';
comment on column supporter.channel is '登録経路: where they signed up; list where a list names nothing else';

alter table tie
    add column affiliation text,
    add column referrer    text;
comment on column tie.affiliation is '団体: the group through which they came, as the municipality''s list names it';
comment on column tie.referrer is
    '紹介者の会員番号: of the same municipality''s list, whether that member is listed already or not yet';

alter table sync_row
    add column channel     text,
    add column affiliation text,
    add column referrer    text,
    add column assurance   text;

alter table sync_job
    add column notices jsonb not null default '[]';
comment on column sync_job.notices is '確認のお願い: [{code, count, lines}] of rows that were taken';
