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

create trigger publication_stays before update or delete on publication
    for each row execute function refuse_change();
create trigger publication_is_never_emptied before truncate on publication
    for each statement execute function refuse_truncate();
