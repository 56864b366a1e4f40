alter table program add column open_to uuid[] not null default '{}';

create index program_open_to on program using gin (open_to) where state = 'PUBLISHED';

comment on column program.open_to is
    'Member organisations whose people alone may apply (対象団体); empty for everybody';
