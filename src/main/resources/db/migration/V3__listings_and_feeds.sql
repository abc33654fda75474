-- Entries on lists and their life cycle: files with entries, underlying acts, prior notices, objections, credit
-- restoration, publication.

-- Acts that are made public twice (双公示). The subject and all free text are encrypted beside the row, and erasable.
create table act (
    id               uuid        primary key,
    kind             text        not null check (kind in ('PENALTY', 'LICENCE')),
    department       text        not null,
    region           text        not null,
    document_number  text        not null,
    decided_on       date        not null,
    organ            text        not null,
    organ_code       text,
    category         text,
    gravity          text,
    simple_procedure boolean     not null,
    valid_from       date,
    valid_until      date,
    public_until     date,
    fine_cny         numeric(20, 2),
    confiscated_cny  numeric(20, 2),
    subject_type     text        not null,
    subject_scheme   text        not null,
    subject_lookup   bytea       not null,
    due_on           date        not null,
    calendar_known   boolean     not null,
    recorded_on      date        not null,
    reminder         text,
    delivery         uuid        not null,
    recorded_at      timestamptz not null,
    recorded_by      uuid        not null,
    unique (department, kind, document_number, subject_lookup)
);
create index act_delivery on act (delivery);
create index act_decided on act (department, decided_on, id);
create index act_decided_on on act (decided_on);
create index act_handed_singly on act (recorded_on) where delivery = id;

create table act_personal (
    act_id uuid  primary key references act,
    cipher bytea not null
);

create table act_revocation (
    act_id          uuid        primary key references act,
    revoked_on      date        not null,
    reason          text        not null,
    document_number text        not null,
    known_at        bigint      references listing_commit,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null
);

-- How many acts a department declares for a month; the newest row counts.
create table act_count (
    id          uuid        primary key,
    department  text        not null,
    kind        text        not null check (kind in ('PENALTY', 'LICENCE')),
    month       date        not null,
    made        int         not null check (made >= 0),
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

-- The content of an entry has a keyed hash, so that the same entry submitted again is recognised.
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
    recorded_by  uuid,
    fingerprint  bytea       not null,
    act_id       uuid        references act
);
create index listing_subject on listing (subject_id);
create index listing_known on listing (known_at, id);
create index listing_kind on listing (list_kind, known_at, id);
create index listing_act on listing (act_id) where act_id is not null;
-- What became known late is read page by page, newest first, of one department or of all.
create index listing_department on listing (department, known_at, id);
-- Figures of some months read the rows of those months. Entries are kept in the order of time: a range of blocks is enough.
create index listing_recorded on listing using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);

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
create index listing_event_known_id on listing_event (known_at, id);
-- The maker of tasks continues behind the last change of a commit, by index, also where a full feed ended a million entries.
create index listing_event_change on listing_event (known_at, listing_id);

-- A file of entries or acts, and the result of its checks.
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
    recorded_by uuid,
    parameters  text        not null,
    encoding    text        not null,
    guessed     boolean     not null,
    entered     int         not null,
    removed     int         not null,
    unchanged   int         not null,
    refused     int         not null,
    refused_by  text        not null,
    act_kind    text
);
create index listing_batch_known on listing_batch (known_at);
create index listing_batch_same on listing_batch (department, sha256) where outcome = 'ACCEPTED';
create index listing_batch_at on listing_batch (recorded_at);

-- An uploaded file, compressed and encrypted piece by piece. It is no record: it is deleted when its time is over.
create table feed_file (
    id         uuid        primary key,
    sha256     text        not null,
    length     bigint      not null,
    encoding   text        not null,
    guessed    boolean     not null,
    mark       boolean     not null,
    kept_at    timestamptz not null
);

create table feed_file_piece (
    file_id  uuid  not null,
    position int   not null,
    cipher   bytea not null,
    primary key (file_id, position)
);

-- How often a department is expected to submit a feed; the newest row counts, and none means never.
create table feed_expectation (
    id          uuid        primary key,
    department  text        not null,
    feed        text        not null,
    every_days  int         not null check (every_days between 0 and 3660),
    recorded_on date        not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

-- Prior notice of an entry (列入前告知, 国办发〔2020〕49号 (八)) and the objections to it. Its subject and its text may
-- name persons: it is encrypted and erasable, and found by the keyed hash.
create table prior_notice (
    id             uuid        primary key,
    department     text        not null,
    list_kind      text        not null,
    region         text        not null,
    ground         text,
    legal_bases    text[]      not null,
    subject_type   text        not null,
    subject_lookup bytea       not null,
    noticed_on     date        not null,
    known_at       bigint      not null references listing_commit,
    recorded_at    timestamptz not null,
    recorded_by    uuid        not null
);
create index prior_notice_subject on prior_notice (subject_lookup, list_kind);
create index prior_notice_department on prior_notice (department, id);
create index prior_notice_known on prior_notice (known_at);

create table prior_notice_personal (
    notice_id uuid  primary key references prior_notice,
    cipher    bytea not null
);

create table prior_notice_objection (
    id          uuid        primary key,
    notice_id   uuid        not null references prior_notice,
    filed_on    date        not null,
    filed_by    text        not null,
    answer_by   date,
    known_at    bigint      not null references listing_commit,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);
create index prior_notice_objection_notice on prior_notice_objection (notice_id);
create index prior_notice_objection_known on prior_notice_objection (known_at);

create table prior_notice_statement (
    objection_id uuid  primary key references prior_notice_objection,
    cipher       bytea not null
);

create table prior_notice_answer (
    objection_id    uuid        primary key references prior_notice_objection,
    outcome         text        not null check (outcome in ('UPHELD', 'DISMISSED')),
    answered_on     date        not null,
    reasons         text        not null,
    document_number text        not null,
    known_at        bigint      not null references listing_commit,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null
);
create index prior_notice_answer_known on prior_notice_answer (known_at);

-- Objections to entries and credit restoration. What a subject writes, and what a department writes to it, may name
-- persons: it is encrypted and erasable.
create table objection (
    id            uuid        primary key,
    listing_id    uuid        not null references listing,
    department    text        not null,
    filed_on      date        not null,
    filed_by      text        not null,
    term          text,
    mark_by       date,
    answer_by     date,
    extendable_to date,
    calendar_known boolean    not null,
    known_at      bigint      not null references listing_commit,
    recorded_at   timestamptz not null,
    recorded_by   uuid        not null
);
create index objection_listing on objection (listing_id, id);
create index objection_department on objection (department, id);
create index objection_known on objection (known_at);
create index objection_filed_on on objection (filed_on);

create table objection_statement (
    objection_id uuid  primary key references objection,
    cipher       bytea not null
);

create table objection_extension (
    objection_id uuid        primary key references objection,
    extended_on  date        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null
);

create table objection_answer (
    objection_id    uuid        primary key references objection,
    outcome         text        not null check (outcome in ('UPHELD', 'DISMISSED')),
    answered_on     date        not null,
    document_number text        not null,
    known_at        bigint      not null references listing_commit,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null
);
create index objection_answer_known on objection_answer (known_at);

create table objection_answer_reasons (
    objection_id uuid   primary key references objection_answer,
    known_at     bigint not null references listing_commit,
    cipher       bytea  not null
);
create index objection_answer_reasons_known on objection_answer_reasons (known_at);

create table credit_restoration (
    id           uuid        primary key,
    listing_id   uuid        not null references listing,
    applied_on   date        not null,
    applied_by   text        not null,
    rule         text        not null,
    performed_on date        not null,
    documents    text[]      not null,
    decide_by    date,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null
);
create index credit_restoration_listing on credit_restoration (listing_id, id);

create table credit_restoration_promise (
    restoration_id uuid  primary key references credit_restoration,
    cipher         bytea not null
);

create table credit_restoration_decision (
    restoration_id  uuid        primary key references credit_restoration,
    granted         boolean     not null,
    decided_on      date        not null,
    effective_on    date,
    document_number text        not null,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null,
    check (granted = (effective_on is not null))
);

create table credit_restoration_decision_reason (
    restoration_id uuid  primary key references credit_restoration_decision,
    cipher         bytea not null
);

-- Batches of lists that were published; which entries are shown is derived from their dates.
create table publication (
    id           uuid        primary key,
    list_kind    text        not null,
    number       int         not null check (number > 0),
    published_on date        not null,
    department   text        not null,
    region       text        not null,
    regions      text[]      not null,
    known_from   bigint      not null check (known_from >= 0),
    known_to     bigint      not null check (known_to > known_from),
    entries      bigint      not null check (entries > 0),
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    unique (list_kind, region, number)
);

do $$
declare t text;
begin
    foreach t in array array['listing', 'listing_responsible_person', 'listing_event', 'listing_batch', 'act',
            'act_revocation', 'act_count', 'feed_expectation', 'prior_notice', 'prior_notice_objection',
            'prior_notice_answer', 'objection', 'objection_extension', 'objection_answer', 'credit_restoration',
            'credit_restoration_decision', 'publication'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
