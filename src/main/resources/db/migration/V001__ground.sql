-- Known time (design §6.3): one number a commit that changes listings, without gaps, in commit order.
-- Writers take the advisory lock first, so that the next number is given out only after this one is visible.
create table listing_commit (
    number      bigint      primary key check (number > 0),
    at          timestamptz not null,
    kind        text        not null,
    list_kinds  text[]      not null,
    caller_key  uuid
);

create table caller_key (
    id            uuid        primary key,
    key_hash      text        not null unique,
    label         text        not null,
    department    text        not null,
    roles         text[]      not null,
    demonstration boolean     not null,
    created_at    timestamptz not null
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

create table subject_name (
    id         uuid   primary key,
    subject_id uuid   not null references subject,
    plain      text,
    cipher     bytea,
    known_at   bigint not null references listing_commit,
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

create table listing (
    id           uuid        primary key,
    list_kind    text        not null,
    subject_id   uuid        not null references subject,
    listed_on    date        not null,
    expires_on   date,
    region       text        not null,
    department   text        not null,
    body         text        not null,
    batch_id     uuid,
    known_at     bigint      not null references listing_commit,
    recorded_at  timestamptz not null,
    recorded_by  uuid
);
create index listing_subject on listing (subject_id);
create index listing_known on listing (known_at, id);
create index listing_kind on listing (list_kind, known_at, id);

-- Free text of a designation may name persons: it is encrypted, and erasable without touching the listing.
create table listing_facts (
    listing_id uuid  primary key references listing,
    cipher     bytea not null
);

create table listing_responsible_person (
    listing_id uuid not null references listing,
    position   int  not null,
    role       text not null,
    subject_id uuid not null references subject,
    valid_from date,
    valid_to   date,
    primary key (listing_id, position)
);
create index listing_responsible_person_subject on listing_responsible_person (subject_id);

create table listing_event (
    id              uuid        primary key,
    listing_id      uuid        not null references listing,
    type            text        not null,
    effective_on    date        not null,
    document_number text,
    reason          text,
    known_at        bigint      not null references listing_commit,
    recorded_at     timestamptz not null,
    recorded_by     uuid
);
create index listing_event_listing on listing_event (listing_id);

create table listing_batch (
    id          uuid        primary key,
    list_kinds  text[]      not null,
    department  text        not null,
    sha256      text        not null,
    outcome     text        not null,
    rows        int         not null,
    accepted    int         not null,
    report      text        not null,
    known_at    bigint      references listing_commit,
    recorded_at timestamptz not null,
    recorded_by uuid
);

-- Releases are kept for ever, with the bytes that were handed in and the content as it was read.
create table release (
    id             uuid        primary key,
    content_hash   text        not null unique,
    engine_version text        not null,
    content        bytea       not null,
    created_at     timestamptz not null
);

create table release_workbook (
    release_id uuid  not null references release,
    name       text  not null,
    bytes      bytea not null,
    primary key (release_id, name)
);

create table release_tenure (
    number         bigint      generated always as identity primary key,
    release_id     uuid        not null references release,
    effective_from date        not null,
    activated_at   timestamptz not null
);

-- One row a decision; the answer leaves only after this has committed (A1). Personal data stays in its own column.
create table decision (
    id             uuid        primary key,
    decided_at     timestamptz not null,
    as_of          date        not null,
    department     text        not null,
    caller_key     uuid        not null,
    matter         text        not null,
    region         text        not null,
    outcome        text        not null,
    case_number    text        not null,
    subject_type   text        not null,
    subject_lookup bytea       not null,
    release_id     uuid        not null,
    watermark      bigint      not null,
    engine_version text        not null,
    request        text        not null,
    answer         text        not null,
    trace          text        not null
);
create index decision_department on decision (department, id);
create index decision_subject on decision (subject_lookup, id);

-- The identifier and name asked for, encrypted; erasable without touching the decision.
create table decision_personal (
    decision_id uuid  primary key references decision,
    cipher      bytea not null
);

create table feedback (
    id          uuid        primary key,
    decision_id uuid        not null references decision,
    department  text        not null,
    caller_key  uuid        not null,
    at          timestamptz not null
);
create index feedback_decision on feedback (decision_id, id);

create table feedback_line (
    feedback_id     uuid           not null references feedback,
    position        int            not null,
    measure         text           not null,
    listing_id      uuid           not null,
    result          text           not null,
    reason          text,
    implemented_on  date,
    document_number text,
    amount_cny      numeric(18, 2),
    primary key (feedback_id, position)
);

-- The same key gives the same bytes (S3); kept as long as what it answered.
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

-- Who did and read what (L8). Later an append-only Merkle log stands on it.
create table audit_entry (
    number         bigint      generated always as identity primary key,
    at             timestamptz not null,
    kind           text        not null,
    caller_key     uuid,
    department     text,
    purpose        text,
    case_number    text,
    subject_lookup bytea,
    reference      text,
    detail         text
);
create index audit_entry_subject on audit_entry (subject_lookup, number);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare t text;
begin
    foreach t in array array['listing_commit', 'subject', 'subject_merge', 'listing', 'listing_responsible_person',
            'listing_event', 'listing_batch', 'release', 'release_workbook', 'release_tenure', 'decision', 'feedback',
            'feedback_line', 'idempotent_answer', 'audit_entry'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
    end loop;
end $$;
