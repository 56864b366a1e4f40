alter table supporter add column index_key int, add column index_of bytea;

-- Only those whose writer changed the sealed data without indexing it: next to none.
create index supporter_not_indexed on supporter (id)
    where personal is not null and index_of is distinct from substring(personal from 1 for 17);

comment on column supporter.index_key is 'number of the key that made subject_key and the indexes';
comment on column supporter.index_of is 'how the sealed value begins that was indexed: any other one is still to be indexed';
