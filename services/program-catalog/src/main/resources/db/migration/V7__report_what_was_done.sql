create table activity_report (
    id uuid not null,
    program uuid not null,
    title text not null,
    description text not null,
    held_on date not null,
    participants integer,
    outcome text,
    reported_at timestamptz not null,
    constraint activity_report_pk primary key (id),
    constraint activity_report_program_exists foreign key (program) references program (id)
);

create index activity_report_newest on activity_report (program, reported_at desc, id desc);

comment on table activity_report is 'What a host tells about a program afterwards (活動報告)';
comment on column activity_report.outcome is 'What changed, in the words of the host: three days of mowing became half a day';
