create table fund (
    municipality text        not null,
    code         text        not null,
    revision     bigint      not null,
    name         text        not null,
    purpose      text,
    updated_at   timestamptz not null,
    constraint fund_pk primary key (municipality, code),
    constraint fund_revision_rises check (revision > 0),
    constraint fund_municipality_is_a_code check (municipality ~ '^[0-9]{6}$')
);

comment on table fund is 'ふるさと基金: money that a municipality keeps for projects; its balance is what went in less what went out';

create table donation_project (
    municipality text        not null,
    code         text        not null,
    revision     bigint      not null,
    name         text        not null,
    goal         bigint,
    fund         text,
    state        text        not null,
    updated_at   timestamptz not null,
    constraint donation_project_pk primary key (municipality, code),
    constraint donation_project_of_a_fund foreign key (municipality, fund) references fund,
    constraint donation_project_revision_rises check (revision > 0),
    constraint donation_project_state_known check (state in ('OPEN', 'CLOSED')),
    constraint donation_project_asks_for_something check (goal > 0)
);

create index donation_project_of_a_fund on donation_project (municipality, fund, code) where fund is not null;

comment on table donation_project is '寄附プロジェクト: for what people give; what they give goes to its fund where it has one';

create table project_member (
    municipality text not null,
    project      text not null,
    supporter    uuid not null,
    joined_on    date not null,
    constraint project_member_pk primary key (municipality, project, supporter),
    constraint project_member_of_a_project foreign key (municipality, project) references donation_project (municipality, code)
);

create index project_member_of_a_supporter on project_member (supporter);

comment on table project_member is '参加者: supporters who work along in a project';

create table fund_entry (
    id                 uuid        not null default uuidv7(),
    municipality       text        not null,
    fund               text        not null,
    direction          text        not null,
    yen                bigint      not null,
    booked_on          date        not null,
    project            text,
    source_transaction text        not null,
    created_at         timestamptz not null default now(),
    constraint fund_entry_pk primary key (id),
    constraint fund_entry_of_a_fund foreign key (municipality, fund) references fund,
    constraint fund_entry_for_a_project foreign key (municipality, project) references donation_project (municipality, code),
    constraint fund_entry_once_per_transaction unique (municipality, fund, source_transaction),
    constraint fund_entry_direction_known check (direction in ('IN', 'OUT')),
    constraint fund_entry_is_of_something check (yen > 0)
);

create index fund_entry_of_its_fund on fund_entry (municipality, fund, id);

comment on table fund_entry is '基金の収支: what went in beside donations to its projects, and what went out';

create table subscription (
    id                 uuid        not null,
    revision           bigint      not null,
    municipality       text        not null,
    supporter          uuid        not null,
    kind               text        not null,
    yen                bigint      not null,
    every              text        not null,
    project            text,
    started_on         date        not null,
    ended_on           date,
    source_transaction text        not null,
    updated_at         timestamptz not null,
    constraint subscription_pk primary key (id),
    constraint subscription_of_a_supporter foreign key (supporter) references supporter,
    constraint subscription_for_a_project foreign key (municipality, project) references donation_project (municipality, code),
    constraint subscription_once_per_transaction unique (municipality, source_transaction),
    constraint subscription_revision_rises check (revision > 0),
    constraint subscription_kind_known check (kind in ('DONATION', 'ELECTRICITY', 'PRODUCE', 'OWNERSHIP')),
    constraint subscription_every_known check (every in ('MONTH', 'YEAR')),
    constraint subscription_is_of_something check (yen > 0),
    constraint subscription_ends_after_it_starts check (ended_on >= started_on)
);

create index subscription_of_a_municipality on subscription (municipality, id);
create index subscription_by_supporter on subscription (supporter, id);

comment on table subscription is '継続支援: somebody gives or buys again and again (継続寄附, ふるさと納電, 定期購入, オーナー制度)';

create table support (
    engagement   uuid   not null,
    municipality text   not null,
    supporter    uuid   not null,
    type         text   not null,
    yen          bigint not null,
    project      text,
    subscription uuid,
    constraint support_pk primary key (engagement),
    constraint support_is_in_the_ledger foreign key (engagement) references engagement,
    constraint support_for_a_project foreign key (municipality, project) references donation_project (municipality, code),
    constraint support_of_a_subscription foreign key (subscription) references subscription,
    constraint support_type_known check (type in ('HOMETOWN_TAX', 'CORPORATE', 'CROWDFUNDING', 'SUBSCRIPTION')),
    constraint support_is_of_something check (yen > 0)
);

create index support_of_a_project on support (municipality, project, supporter) where project is not null;
create index support_by_subscription on support (subscription) where subscription is not null;

comment on table support is '支援金: entries of the ledger that are money for something; whether they hold says the ledger';

create table certification (
    municipality text        not null,
    code         text        not null,
    revision     bigint      not null,
    name         text        not null,
    program      uuid        not null,
    times        int         not null,
    updated_at   timestamptz not null,
    constraint certification_pk primary key (municipality, code),
    constraint certification_revision_rises check (revision > 0),
    constraint certification_asks_for_something check (times > 0)
);

create index certification_of_a_program on certification (municipality, program);

comment on table certification is '認定: who has taken part in a program so many times is certified';

create table certificate (
    id            uuid not null default uuidv7(),
    municipality  text not null,
    certification text not null,
    supporter     uuid not null,
    issued_on     date not null,
    revoked_on    date,
    constraint certificate_pk primary key (id),
    constraint certificate_of_a_certification foreign key (municipality, certification) references certification,
    constraint certificate_of_a_supporter foreign key (supporter) references supporter,
    constraint certificate_issued_once unique (municipality, certification, supporter)
);

create index certificate_of_a_municipality on certificate (municipality, id);
create index certificate_of_its_holder on certificate (supporter, id);

comment on table certificate is '認定証: issued as the ledger says, revoked when what it rests on is rejected';

create table share_link (
    token      text        not null,
    membership uuid        not null,
    program    uuid        not null,
    created_at timestamptz not null default now(),
    constraint share_link_pk primary key (token),
    constraint share_link_of_a_membership foreign key (membership) references membership,
    constraint share_link_once_per_program unique (membership, program)
);

comment on table share_link is '紹介リンク: a random token that tells nobody whose it is';

create table share_click (
    token  text   not null,
    day    date   not null,
    clicks bigint not null,
    constraint share_click_pk primary key (token, day),
    constraint share_click_of_a_link foreign key (token) references share_link on delete cascade
);

comment on table share_click is '紹介リンクの閲覧数: how often a link was followed on a day, by nobody knows whom';
