-- Objections to entries and credit restoration. What a subject writes may name persons: it is encrypted and erasable.
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
    reasons         text        not null,
    document_number text        not null,
    known_at        bigint      not null references listing_commit,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null
);

create index objection_answer_known on objection_answer (known_at);

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
    reason          text        not null,
    document_number text        not null,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null,
    check (granted = (effective_on is not null))
);

do $$
declare t text;
begin
    foreach t in array array['objection', 'objection_extension', 'objection_answer', 'credit_restoration',
            'credit_restoration_decision'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
