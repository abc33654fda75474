-- How often a department is expected to hand in a feed; the newest word counts, and none means never.
create table feed_expectation (
    id          uuid        primary key,
    department  text        not null,
    feed        text        not null,
    every_days  int         not null check (every_days between 0 and 3660),
    recorded_on date        not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

create trigger feed_expectation_stays before update or delete on feed_expectation
    for each row execute function refuse_change();
create trigger feed_expectation_is_never_emptied before truncate on feed_expectation
    for each statement execute function refuse_truncate();
