create table recommendation_count (
    organization uuid not null,
    month date not null,
    answered bigint not null,
    constraint recommendation_count_pk primary key (month, organization),
    constraint recommendation_count_is_of_a_month check (extract(day from month) = 1)
);

insert into recommendation_count (organization, month, answered)
select organization, date_trunc('month', answered_at at time zone 'Asia/Tokyo'), count(*)
from recommendation_answer
group by 1, 2;

drop table recommendation_answer;

create index application_by_time on application (submitted_at) where channel is not null;
create index participation_by_time on participation (checked_in_at);

comment on table recommendation_count is
    'How many recommendations a member organisation was given in a month of Japan; neither profiles nor answers are kept';
