-- Cases of joint reward and punishment, made of feedback in one step a month, and their reviews.
create table case_collection (
    id           uuid        primary key,
    month        text        not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    department   text        not null,
    collected_on date        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null
);

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
    unique (decision_id, listing_id, measure),
    foreign key (feedback_id, position) references feedback_line
);
create index case_report_month on case_report (month, id);
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

do $$
declare t text;
begin
    foreach t in array array['case_collection', 'case_report', 'case_review'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
