-- The base of every feature: known time, callers, subjects, answers stored for repeated requests, and the triggers that
-- refuse changes of records.

-- Known time (design §6.3): one number a commit that changes listings, without gaps, in commit order.
-- Writers take the advisory lock first, so that the next number is assigned only after this one is visible.
create table listing_commit (
    number      bigint      primary key check (number > 0),
    at          timestamptz not null,
    kind        text        not null,
    list_kinds  text[]      not null,
    caller_key  uuid
);

-- Two keys of one person are one person (four eyes).
create table caller_key (
    id            uuid        primary key,
    key_hash      text        not null unique,
    label         text        not null,
    department    text        not null,
    roles         text[]      not null,
    demonstration boolean     not null,
    created_at    timestamptz not null,
    person        text
);

create table caller_key_revocation (
    key_id     uuid        primary key references caller_key,
    revoked_at timestamptz not null
);

-- A subject is a set of identifiers. Identifiers and names of persons are encrypted; all are found by a keyed hash.
create table subject (
    id       uuid   primary key,
    type     text   not null check (type in ('ORGANISATION', 'PERSON')),
    known_at bigint not null references listing_commit
);

create table subject_identifier (
    lookup     bytea  primary key,
    subject_id uuid   not null references subject,
    scheme     text   not null,
    plain      text,
    cipher     bytea,
    source     text,
    valid_from date,
    valid_to   date,
    known_at   bigint not null references listing_commit,
    check ((plain is null) <> (cipher is null))
);
create index subject_identifier_subject on subject_identifier (subject_id);

-- A name is compared by the keyed hash of its folded form.
create table subject_name (
    id         uuid   primary key,
    subject_id uuid   not null references subject,
    plain      text,
    cipher     bytea,
    known_at   bigint not null references listing_commit,
    name_key   bytea  not null,
    check ((plain is null) <> (cipher is null))
);
create index subject_name_subject on subject_name (subject_id);

-- Merging two subjects is a recorded, reversible event: the newest row of a pair counts.
create table subject_merge (
    id          uuid   primary key,
    one         uuid   not null references subject,
    other       uuid   not null references subject,
    joined      boolean not null,
    reason      text   not null,
    known_at    bigint not null references listing_commit,
    recorded_by uuid,
    check (one <> other)
);
create index subject_merge_one on subject_merge (one);
create index subject_merge_other on subject_merge (other);

-- Rows are digested by the commit that made them known.
create index subject_known on subject (known_at);
create index subject_identifier_known on subject_identifier (known_at);
create index subject_name_known on subject_name (known_at);
create index subject_merge_known on subject_merge (known_at);

-- The same key gives the same bytes (S3); stored as long as the record that it answered.
create table idempotent_answer (
    caller_key uuid        not null,
    route      text        not null,
    key        text        not null,
    body_hash  bytea       not null,
    status     int         not null,
    location   text,
    media_type text        not null,
    answer     bytea       not null,
    at         timestamptz not null,
    primary key (caller_key, route, key)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create function refuse_truncate() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Loops that wait for changes of a table are notified at the commit of the change.
create function announce() returns trigger language plpgsql as $$
begin
    perform pg_notify(tg_argv[0], '');
    return null;
end $$;

do $$
declare t text;
begin
    foreach t in array array['listing_commit', 'subject', 'subject_merge', 'idempotent_answer'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
