create table opinion_topic (
    municipality text   not null,
    code         text   not null,
    revision     bigint not null,
    title        text   not null,
    description  text,
    opens_on     date   not null,
    closes_on    date,
    constraint opinion_topic_pk primary key (municipality, code),
    constraint opinion_topic_revision_rises check (revision > 0),
    constraint opinion_topic_code_is_a_slug check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 64),
    constraint opinion_topic_closes_after_it_opens check (closes_on >= opens_on)
);

comment on table opinion_topic is '意見募集のテーマ: on what a municipality hears its members, public';

create table opinion (
    id           uuid        not null,
    revision     bigint      not null,
    municipality text        not null,
    scheme       text        not null,
    topic        text        not null,
    supporter    uuid        not null,
    state        text        not null,
    text         bytea       not null,
    answer       bytea,
    posted_at    timestamptz not null,
    answered_at  timestamptz,
    constraint opinion_pk primary key (id),
    constraint opinion_revision_rises check (revision > 0),
    constraint opinion_on_a_topic foreign key (municipality, topic) references opinion_topic (municipality, code),
    constraint opinion_of_a_supporter foreign key (supporter) references supporter,
    constraint opinion_state_known check (state in ('POSTED', 'ANSWERED')),
    constraint opinion_answer_is_whole check
        ((state = 'ANSWERED') = (answer is not null) and (answer is null) = (answered_at is null))
);

create index opinion_of_a_municipality on opinion (municipality, id);
create index opinion_of_a_scheme on opinion (municipality, scheme, id);
create index opinion_of_a_topic on opinion (municipality, topic, id);
create index opinion_to_answer on opinion (municipality, id) where state = 'POSTED';
create index opinion_of_a_supporter on opinion (supporter, id);

comment on table opinion is '政策への意見: of a member of a scheme, read by the municipality that keeps the membership';
comment on column opinion.text is 'sealed (AEAD, associated data = id)';
comment on column opinion.answer is 'sealed (AEAD, associated data = id)';

create table survey (
    id           uuid   not null,
    municipality text   not null,
    campaign     uuid   not null,
    title        text   not null,
    questions    text   not null,
    closes_on    date,
    constraint survey_pk primary key (id),
    constraint survey_is_sent_by_a_campaign foreign key (campaign) references campaign,
    constraint survey_has_its_campaign unique (campaign)
);

create index survey_of_a_municipality on survey (municipality, id);

comment on table survey is 'アンケート: questions to a segment; the campaign says whom it reached and how many answered';
comment on column survey.questions is '設問と選択肢: JSON';

create table survey_choice (
    survey   uuid not null,
    answer   uuid not null,
    question text not null,
    choice   text not null,
    constraint survey_choice_pk primary key (survey, answer, question, choice),
    constraint survey_choice_of_a_survey foreign key (survey) references survey
);

comment on table survey_choice is 'アンケートの回答: what was chosen together, under a random id and without a time: nobody''s';
