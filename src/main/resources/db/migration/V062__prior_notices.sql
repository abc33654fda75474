-- Prior notice of an entry (列入前告知, 国办发〔2020〕49号 (八)) and the objections to it. Whom it is about and what it says may
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

do $$
declare t text;
begin
    foreach t in array array['prior_notice', 'prior_notice_objection', 'prior_notice_answer'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
