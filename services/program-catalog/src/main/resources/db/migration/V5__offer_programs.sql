create table program (
    id uuid not null,
    revision bigint not null,
    state text not null,
    host uuid not null,
    host_government text,
    source_id text,
    title text not null,
    summary text not null,
    audience text,
    place text,
    municipalities text[] not null,
    prefectures text[] not null,
    place_names text[] not null,
    themes text[] not null,
    activities text[] not null,
    types text[] not null,
    scheme_types text[] not null,
    relation_class text,
    activity text not null,
    mode text not null,
    fee_yen integer,
    wage_yen integer,
    lodging text,
    capacity integer,
    minimum integer,
    selection text not null,
    application_opens timestamptz,
    application_closes timestamptz,
    starts_on date,
    ends_on date,
    offers text,
    asks text,
    languages text[] not null,
    funding_source text,
    fiscal_year integer,
    url text,
    need uuid,
    created_at timestamptz not null,
    published_at timestamptz,
    search tsvector not null generated always as (
        setweight(ngrams(title), 'A')
        || setweight(ngrams(themes || activities), 'B')
        || setweight(ngrams(array[audience, summary]), 'C')
        || setweight(ngrams(array[offers, asks, place] || place_names), 'D')
    ) stored,
    constraint program_pk primary key (id),
    constraint program_source_id_is_unique_per_host unique (host, source_id),
    constraint program_need_exists foreign key (need) references need (id),
    constraint program_state_is_known check (state in ('DRAFT', 'PUBLISHED', 'CLOSED', 'DONE', 'REMOVED')),
    constraint program_minimum_fits_capacity check (minimum <= capacity),
    constraint program_window_is_in_order check (application_opens < application_closes),
    constraint program_period_is_in_order check (starts_on <= ends_on)
);

create index program_search on program
    using gin (search, prefectures, municipalities, themes, types) with (fastupdate = off)
    where state = 'PUBLISHED';
create index program_newest on program (published_at desc, id desc) where state = 'PUBLISHED';
create index program_by_close on program (coalesce(application_closes, timestamptz '9999-12-31 00:00:00+00'), id) where state = 'PUBLISHED';
create index program_by_start on program (coalesce(starts_on, date '9999-12-31'), id) where state = 'PUBLISHED';
create index program_of_host on program (host, created_at desc, id desc);
create index program_of_need on program (need) where need is not null;

comment on table program is 'Programs that regions offer (受入プログラム), drafts and removed ones too';
comment on column program.activity is 'What taking part counts as in the engagement ledger';
comment on column program.types is 'Kinds of program, implied by its activities';
comment on column program.place_names is 'Names of its municipalities and prefectures, for the full text';
comment on column program.offers is 'What the region gives back (オカエシ)';
comment on column program.asks is 'What the region asks for (弱さの交換)';
