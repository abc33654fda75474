-- Decisions, the feedback of agencies on them, the search over them, and the case reports made from them.

-- One row a decision; the answer is returned only after this has committed (A1). Personal data stays in its own column.
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

-- The search index of auditors, derived from the decisions after they were made, so that a decision costs nothing
-- more. Nothing here is a record: it may be emptied at any time and is built again.
create table decision_search (
    decision_id       uuid        primary key,
    decided_at        timestamptz not null,
    as_of             date        not null,
    department        text        not null,
    matter            text        not null,
    region            text        not null,
    outcome           text        not null,
    case_number       text        not null,
    subject_lookup    bytea       not null,
    release_id        uuid        not null,
    watermark         bigint      not null,
    applied_measures  text[]      not null,
    withheld_measures text[]      not null,
    applied_rows      text[]      not null,
    withheld_rows     text[]      not null,
    legal_bases       text[]      not null,
    listings          text[]      not null
);
create index decision_search_department on decision_search (department, decision_id);
create index decision_search_matter on decision_search (matter, decision_id);
create index decision_search_case on decision_search (case_number);
create index decision_search_subject on decision_search (subject_lookup, decision_id);
create index decision_search_release on decision_search (release_id, decision_id);
create index decision_search_measures on decision_search using gin ((applied_measures || withheld_measures));
create index decision_search_rows on decision_search using gin ((applied_rows || withheld_rows));
create index decision_search_bases on decision_search using gin (legal_bases);

create function texts_at(document jsonb, path jsonpath) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct value order by value), '{}')
    from jsonb_array_elements_text(jsonb_path_query_array(document, path)) value
$$;

-- Indexes decisions that are not yet searchable, oldest first; only ids after the floor are checked.
create function make_decisions_searchable(floor uuid, most int) returns int language plpgsql as $$
declare made int;
begin
    insert into decision_search
    select d.id, d.decided_at, d.as_of, d.department, d.matter, d.region, d.outcome, d.case_number, d.subject_lookup,
           d.release_id, d.watermark,
           texts_at(t.trace, '$.fired[*] ? (!(exists(@.withheld)) || @.withheld == null).measure.measure'),
           texts_at(t.trace, '$.fired[*] ? (exists(@.withheld) && @.withheld != null).measure.measure'),
           texts_at(t.trace, '$.fired[*] ? (!(exists(@.withheld)) || @.withheld == null).measure.source.rowCode'),
           texts_at(t.trace, '$.fired[*] ? (exists(@.withheld) && @.withheld != null).measure.source.rowCode'),
           texts_at(t.trace, '$.fired[*].measure.legalBases[*].code'),
           texts_at(t.trace, '$.fired[*].measure.listing.id')
    from (select * from decision e
          where e.id > floor and not exists (select 1 from decision_search s where s.decision_id = e.id)
          order by e.id limit most) d
    cross join lateral (select cast(d.trace as jsonb) as trace) t
    on conflict do nothing;
    get diagnostics made = row_count;
    return made;
end $$;

-- Cases of joint reward and punishment, made of feedback in one step a month, and their reviews.
create table case_collection (
    id           uuid        primary key,
    month        text        not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    department   text        not null,
    collected_on date        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null
);

-- Collections run one after another, and so do the positions that they assign: a case made while a
-- month is read page by page comes after the cases already read.
create sequence case_place;

create table case_report (
    id              uuid          primary key,
    collection_id   uuid          not null references case_collection,
    month           text          not null,
    decision_id     uuid          not null references decision,
    feedback_id     uuid          not null,
    position        int           not null,
    listing_id      uuid          not null,
    subject_id      uuid          not null references subject,
    list_kind       text          not null,
    measure         text          not null,
    department      text          not null,
    region          text          not null,
    implemented_on  date          not null,
    amount_cny      numeric(18, 2),
    document_number text,
    collected_on    date          not null,
    place           bigint        not null default nextval('case_place'),
    unique (decision_id, listing_id, measure),
    foreign key (feedback_id, position) references feedback_line
);
create index case_report_month on case_report (month, place, id);
create index case_report_collection on case_report (collection_id);

create table case_review (
    id          uuid        primary key,
    case_id     uuid        not null references case_report,
    state       text        not null check (state in ('RETURNED', 'REVIEWED')),
    reviewed_on date        not null,
    department  text        not null,
    reason      text,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);
create unique index case_review_once on case_review (case_id) where state = 'REVIEWED';
create index case_review_case on case_review (case_id, id);

-- Corrected feedback becomes a further version of a case that was not yet reviewed; or the case is
-- withdrawn. `answers` is the return that it answers; with it the case waits for a review again.
create table case_revision (
    case_id         uuid    not null references case_report,
    revision        int     not null check (revision > 0),
    collection_id   uuid    not null references case_collection,
    month           text    not null,
    feedback_id     uuid    not null,
    position        int     not null,
    implemented_on  date    not null,
    amount_cny      numeric(18, 2),
    document_number text,
    withdrawn       boolean not null,
    answers         uuid    references case_review,
    place           bigint  not null,
    primary key (case_id, revision),
    foreign key (feedback_id, position) references feedback_line
);
create index case_revision_month on case_revision (month, place, case_id);
create index case_revision_collection on case_revision (collection_id);

create view case_version as
select id as case_id, 0 as revision, month, feedback_id, position, implemented_on, amount_cny, document_number,
       false as withdrawn, cast(null as uuid) as answers, place
from case_report
union all
select case_id, revision, month, feedback_id, position, implemented_on, amount_cny, document_number, withdrawn, answers,
       place
from case_revision;

do $$
declare t text;
begin
    foreach t in array array['decision', 'feedback', 'feedback_line', 'case_collection', 'case_report',
            'case_review', 'case_revision'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
