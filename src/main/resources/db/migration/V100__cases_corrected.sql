-- Feedback that was corrected is taken into a case that was not yet reviewed as a further version of it; or the case is
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
create trigger case_revision_stays before update or delete on case_revision
    for each row execute function refuse_change();
create trigger case_revision_is_never_emptied before truncate on case_revision
    for each statement execute function refuse_truncate();

-- Collections follow one another, and so do the places that they give: what is made while a month is read page by page
-- comes behind what was read. Cases from before have none and come first; a column left empty changes no digest.
create sequence case_place;
alter table case_report add column place bigint;
alter table case_report alter column place set default nextval('case_place');
drop index case_report_month;
create index case_report_month on case_report (month, coalesce(place, 0), id);

create view case_version as
select id as case_id, 0 as revision, month, feedback_id, position, implemented_on, amount_cny, document_number,
       false as withdrawn, cast(null as uuid) as answers, coalesce(place, 0) as place
from case_report
union all
select case_id, revision, month, feedback_id, position, implemented_on, amount_cny, document_number, withdrawn, answers,
       place
from case_revision;
