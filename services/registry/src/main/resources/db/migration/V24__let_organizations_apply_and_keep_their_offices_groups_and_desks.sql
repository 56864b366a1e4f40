alter table organization
    add column state_reason        text,
    add column legal_entity_number text,
    add column prefecture          text,
    add column summary             text,
    add column website             text,
    add column capabilities        text[]  not null default '{}',
    add column capability_text     text    not null default '',
    add column capability_grams    text[]  not null default '{}',
    add column contact             bytea,
    add column contact_published   boolean not null default false,
    drop constraint organization_is_one_government,
    drop constraint organization_state_known,
    drop constraint organization_kind_known;

update organization set prefecture = left(government, 2) where government is not null;

alter table organization
    add constraint organization_state_known check (state in ('APPLIED', 'REFUSED', 'ACTIVE', 'SUSPENDED', 'LEFT')),
    add constraint organization_kind_known check (kind in (
        'GOVERNMENT', 'INTERMEDIARY', 'COMPANY', 'UNIVERSITY', 'NPO', 'STAFFING', 'IT', 'TRANSPORT', 'LODGING',
        'FINANCIAL', 'TRADING_COMPANY', 'TALENT_HUB', 'PARTNER_APP', 'SECRETARIAT', 'OTHER')),
    add constraint organization_refusal_has_a_reason check (state <> 'REFUSED' or state_reason is not null),
    add constraint organization_number_is_one check (legal_entity_number ~ '^[0-9]{13}$'),
    add constraint organization_prefecture_known check (prefecture ~ '^[0-9]{2}$'),
    add constraint organization_publishes_a_contact check (not contact_published or contact is not null);

-- An application claims nothing: only one member is that government or has that number.
create unique index organization_is_one_government on organization (government)
    where state in ('ACTIVE', 'SUSPENDED', 'LEFT');
create unique index organization_has_its_own_number on organization (legal_entity_number)
    where state in ('ACTIVE', 'SUSPENDED');
create index organization_by_state on organization (state, id);
create index organization_by_kind on organization (kind, id);
create index organization_in_a_prefecture on organization (prefecture, id);
create index organization_by_capability on organization using gin (capability_grams);

comment on column organization.state_reason is 'why it was refused or suspended, for itself and the secretariat';
comment on column organization.legal_entity_number is '法人番号';
comment on column organization.prefecture is '所在地: two digits';
comment on column organization.capabilities is 'できることリスト: as written';
comment on column organization.capability_text is 'the same folded, one a line, in which words are looked for';
comment on column organization.capability_grams is 'each character and pair of characters of capability_text';
comment on column organization.contact is 'sealed (AEAD, associated data = id): name, e-mail and phone of who is asked';
comment on column organization.contact_published is 'whether they agreed that everybody may see the contact';

create table officer (
    id                    uuid        not null,
    revision              bigint      not null,
    municipality          text        not null,
    role                  text        not null,
    name                  bytea,
    published             boolean     not null,
    title                 text,
    term_from             date        not null,
    term_until            date,
    training              text,
    training_completed_on date,
    updated_at            timestamptz not null,
    constraint officer_pk primary key (id),
    constraint officer_revision_rises check (revision > 0),
    constraint officer_municipality_is_a_code check (municipality ~ '^[0-9]{6}$'),
    constraint officer_role_known check (role in ('CKO', 'COORDINATOR', 'AMBASSADOR', 'GUIDE')),
    constraint officer_term_ends_after_it_begins check (term_until >= term_from),
    -- Both as ranges, so that no extension is needed; terms include their last day.
    constraint officer_one_cko_at_a_time exclude using gist (
        int4range(cast(municipality as int), cast(municipality as int), '[]') with &&,
        daterange(term_from, term_until, '[]') with &&) where (role = 'CKO')
);

create index officer_of_a_municipality on officer (municipality, id);
create index officer_by_role on officer (role, id);
create index officer_trained on officer (role, id) where training_completed_on is not null;

comment on table officer is '役職: who holds an office of a municipality from when until when; ended terms stay as history';
comment on column officer.name is 'sealed (AEAD, associated data = id): who it is; shown to all only where published';
comment on column officer.published is 'whether they agreed that everybody may see their name';
comment on column officer.term_until is 'the last day; null: without end';
comment on column officer.training_completed_on is '研修修了日';

create table organization_group (
    code       text        not null,
    revision   bigint      not null,
    kind       text        not null,
    name       text        not null,
    name_en    text,
    summary    text,
    parent     text,
    owner      uuid        not null,
    founded_on date,
    updated_at timestamptz not null,
    constraint organization_group_pk primary key (code),
    constraint organization_group_code_is_a_slug check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 64),
    constraint organization_group_revision_rises check (revision > 0),
    constraint organization_group_kind_known check (kind in ('COUNCIL', 'COMMITTEE', 'NETWORK')),
    constraint organization_group_of_a_parent foreign key (parent) references organization_group,
    constraint organization_group_committee_has_a_parent check ((kind = 'COMMITTEE') = (parent is not null)),
    constraint organization_group_has_an_owner foreign key (owner) references organization
);

create index organization_group_by_kind on organization_group (kind, code);
create index organization_group_of_a_council on organization_group (parent, code);
create index organization_group_of_an_owner on organization_group (owner);

comment on table organization_group is '協議会, 部会, ネットワーク: a group of member organisations, shown publicly';
comment on column organization_group.owner is 'the organisation that may change it, besides the secretariat';

create table group_member (
    group_code   text not null,
    organization uuid not null,
    member_class text not null,
    role         text not null,
    joined_on    date,
    constraint group_member_pk primary key (group_code, organization),
    constraint group_member_of_a_group foreign key (group_code) references organization_group,
    constraint group_member_is_an_organization foreign key (organization) references organization,
    constraint group_member_class_known check (member_class in ('GOVERNMENT', 'REGULAR', 'COOPERATING', 'ADVISER')),
    constraint group_member_role_known check (role in ('CHAIR', 'VICE_CHAIR', 'SECRETARIAT', 'MEMBER'))
);

create unique index group_member_one_chair on group_member (group_code) where role = 'CHAIR';
create index group_member_of_an_organization on group_member (organization, group_code);

comment on table group_member is '会員: an organisation in a group; counted while it is an active member of the platform';

create table contact_point (
    id           uuid        not null,
    revision     bigint      not null,
    kind         text        not null,
    name         text        not null,
    government   text        not null,
    location     text        not null,
    address      text,
    hours        text,
    website      text,
    targets      text[]      not null,
    closed_on    date,
    updated_at   timestamptz not null,
    constraint contact_point_pk primary key (id),
    constraint contact_point_revision_rises check (revision > 0),
    constraint contact_point_kind_known check (kind in ('CENTER', 'GUIDE_DESK')),
    constraint contact_point_government_is_a_code check (government ~ '^[0-9]{6}$'),
    constraint contact_point_location_is_a_code check (location ~ '^[0-9]{6}$'),
    constraint contact_point_targets_known check
        (cardinality(targets) > 0 and targets <@ array['MIGRATION', 'RELATION', 'DUAL_RESIDENCE'])
);

create index contact_point_of_a_government on contact_point (government, id);
create index contact_point_in_a_municipality on contact_point (location, id);
create index contact_point_by_kind on contact_point (kind, id);
create index contact_point_by_target on contact_point using gin (targets);

comment on table contact_point is '移住・関係人口総合センター, 関係案内所: where people ask and are introduced';
comment on column contact_point.government is 'the municipality or prefecture that it serves';
comment on column contact_point.location is 'the municipality in which it stands, perhaps far away';

create table contact_point_referral (
    id            uuid        not null,
    contact_point uuid        not null,
    referred_on   date        not null,
    people        int         not null,
    recorded_at   timestamptz not null,
    constraint contact_point_referral_pk primary key (id),
    constraint contact_point_referral_of_a_contact_point foreign key (contact_point) references contact_point,
    constraint contact_point_referral_of_somebody check (people > 0)
);

create index contact_point_referral_counted on contact_point_referral (contact_point) include (people);

comment on table contact_point_referral is '紹介の記録: how many people were introduced on a day, and nobody''s name';

create table desk_survey (
    code        text        not null,
    revision    bigint      not null,
    title       text        not null,
    surveyed_on date        not null,
    updated_at  timestamptz not null,
    constraint desk_survey_pk primary key (code),
    constraint desk_survey_code_is_a_slug check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 64),
    constraint desk_survey_revision_rises check (revision > 0)
);

comment on table desk_survey is '窓口設置状況調査: asks all governments whether they have a desk, and for whom';

create table desk_answer (
    survey     text   not null,
    government text   not null,
    targets    text[] not null,
    constraint desk_answer_pk primary key (survey, government),
    constraint desk_answer_of_a_survey foreign key (survey) references desk_survey,
    constraint desk_answer_government_is_a_code check (government ~ '^[0-9]{6}$'),
    constraint desk_answer_targets_known check (targets <@ array['MIGRATION', 'RELATION', 'DUAL_RESIDENCE'])
);

comment on table desk_answer is 'what a government answered; without targets: it has no desk';
