-- What auditors search decisions by, derived from the decisions after they were made, so that making one costs nothing
-- more. Nothing here is a record: it may be emptied at any time and is made again.
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

-- Takes up decisions that are not yet searchable, oldest first; only ids after the floor are looked at.
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
