create table oauth_client (
    organization   uuid        not null,
    revision       bigint      not null,
    client_id      text        not null,
    name           text        not null,
    role           text        not null,
    scopes         text[]      not null,
    government     text,
    enabled        boolean     not null,
    authentication text        not null,
    keys           text,
    secret         bytea,
    claim          bytea,
    wanted         bigint      not null,
    done           bigint      not null,
    attempts       int         not null,
    failure        text,
    due_at         timestamptz not null,
    updated_at     timestamptz not null,
    constraint oauth_client_pk primary key (organization),
    constraint oauth_client_of_an_organization foreign key (organization) references organization,
    constraint oauth_client_id_is_one unique (client_id),
    constraint oauth_client_revision_rises check (revision > 0),
    constraint oauth_client_authentication_known check (authentication in ('NONE', 'SECRET', 'PRIVATE_KEY_JWT')),
    constraint oauth_client_has_its_keys check ((authentication = 'PRIVATE_KEY_JWT') = (keys is not null)),
    constraint oauth_client_is_not_ahead check (done <= wanted)
);

create index oauth_client_due on oauth_client (due_at) where done < wanted;

comment on table oauth_client is
    'the OAuth client that a member organisation has at the identity provider, as it is wanted; a job makes it so there';
comment on column oauth_client.keys is 'JWKS with the public keys of private_key_jwt';
comment on column oauth_client.secret is
    'sealed (AEAD, associated data = organization): a new secret until the identity provider has it, then null';
comment on column oauth_client.claim is '引換コード: SHA-256 of the code with which an applicant fetches its first secret, once';
comment on column oauth_client.wanted is 'rises with each change; done is the one that the identity provider has';
comment on column oauth_client.due_at is 'when it is tried (again); while it is tried, when another replica may take it over';

create table board_thread (
    id           uuid        not null,
    revision     bigint      not null,
    group_code   text        not null,
    author       uuid        not null,
    title        bytea       not null,
    posts        int         not null,
    opened_at    timestamptz not null,
    last_post_at timestamptz not null,
    closed_at    timestamptz,
    constraint board_thread_pk primary key (id),
    constraint board_thread_of_a_group foreign key (group_code) references organization_group,
    constraint board_thread_by_a_member foreign key (author) references organization,
    constraint board_thread_revision_rises check (revision > 0)
);

create index board_thread_latest on board_thread (group_code, last_post_at desc, id desc);

comment on table board_thread is '掲示板のスレッド: of a group, read and written by its active members only';
comment on column board_thread.title is 'sealed (AEAD, associated data = id): free text may name a person';

create table board_post (
    id            uuid        not null,
    revision      bigint      not null,
    thread        uuid        not null,
    author        uuid        not null,
    text          bytea,
    posted_at     timestamptz not null,
    edited_at     timestamptz,
    withdrawn_at  timestamptz,
    hidden_at     timestamptz,
    hidden_by     uuid,
    hidden_reason text,
    constraint board_post_pk primary key (id),
    constraint board_post_in_a_thread foreign key (thread) references board_thread,
    constraint board_post_by_a_member foreign key (author) references organization,
    constraint board_post_revision_rises check (revision > 0),
    constraint board_post_text_is_gone_when_withdrawn check ((text is null) = (withdrawn_at is not null)),
    constraint board_post_hidden_with_a_reason check
        ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null))
);

create index board_post_of_a_thread on board_post (thread, id);

comment on table board_post is '投稿: shown under the name of the organisation that wrote it';
comment on column board_post.text is 'sealed (AEAD, associated data = id): free text may name a person; null once withdrawn';

create table board_post_edit (
    id          uuid        not null,
    post        uuid        not null,
    text        bytea       not null,
    replaced_at timestamptz not null,
    constraint board_post_edit_pk primary key (id),
    constraint board_post_edit_of_a_post foreign key (post) references board_post
);

create index board_post_edit_history on board_post_edit (post, id);

comment on table board_post_edit is '投稿の編集履歴: what a post said before; goes with it when it is withdrawn';
comment on column board_post_edit.text is 'sealed (AEAD, associated data = id)';
