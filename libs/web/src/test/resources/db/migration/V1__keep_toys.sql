create table toy (id uuid primary key, name text not null, revision bigint not null default 1);
