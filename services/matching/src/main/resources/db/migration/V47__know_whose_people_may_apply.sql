alter table program add column open_to uuid[] not null default '{}';

comment on column program.open_to is
    'Member organisations whose people alone may apply (対象団体), those whom they registered; empty for everybody';
