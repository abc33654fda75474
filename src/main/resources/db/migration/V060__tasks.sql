-- Tasks for agencies (协同任务): made in the background from what listing commits changed, in commit order, by one maker
-- at a time. What has been made and how far the maker has come commit together: nothing is lost or doubled by a kill.
create table task_content (
    hash  bytea primary key check (length(hash) = 32),
    lines text  not null
);

-- One round of the maker: the tasks of one transaction, covered by one entry of the log.
create table task_round (
    id         uuid        primary key,
    known_at   bigint      not null,
    made_on    date        not null,
    made_at    timestamptz not null,
    release_id uuid        not null,
    tasks      int         not null
);

-- `leaves` is what the agency applies for the listing when the task is done; null for nothing any more.
create table task (
    number         bigint  not null unique check (number > 0),
    id             uuid    not null unique,
    round_id       uuid    not null references task_round,
    kind           text    not null check (kind in ('APPLY', 'LIFT')),
    cause          text    not null,
    department     text    not null,
    initiator      text    not null,
    listing_id     uuid    not null references listing,
    list_kind      text    not null,
    subject_id     uuid    not null references subject,
    content        bytea   not null references task_content,
    leaves         bytea   references task_content,
    effective_on   date    not null,
    term           text,
    acknowledge_by date,
    report_by      date,
    escalate_after date,
    known_at       bigint  not null,
    primary key (round_id, number),
    check ((term is null) = (acknowledge_by is null) and (term is null) = (report_by is null)
           and (term is null) = (escalate_after is null))
);
create index task_department on task (department, number);
create index task_listing on task (listing_id, number);
create index task_late on task (report_by, number) where report_by is not null;

create table task_acknowledgement (
    task_id     uuid        primary key references task (id),
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

-- What an agency reported; a correction is a further report. `settled` says whether the task is done with it.
create table task_report (
    id          uuid        primary key,
    task_id     uuid        not null references task (id),
    turn        int         not null,
    settled     boolean     not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    unique (task_id, turn)
);

create table task_report_line (
    report_id       uuid           not null references task_report,
    position        int            not null,
    measure         text           not null,
    row_code        text           not null,
    role            text           not null,
    result          text           not null,
    reason          text,
    implemented_on  date,
    document_number text,
    amount_cny      numeric(18, 2),
    primary key (report_id, position)
);

-- Recall (撤回): the decisions that rested on a withdrawn entry and were sent with a lift task to be undone.
create table task_decision (
    task_id     uuid not null references task (id),
    round_id    uuid not null references task_round,
    listing_id  uuid not null references listing,
    decision_id uuid not null references decision,
    measure     text not null,
    row_code    text not null,
    role        text not null,
    primary key (task_id, decision_id, measure, row_code)
);
create index task_decision_listing on task_decision (listing_id, decision_id);
create index task_decision_round on task_decision (round_id);

do $$
declare t text;
begin
    foreach t in array array['task_content', 'task_round', 'task', 'task_decision', 'task_acknowledgement', 'task_report',
            'task_report_line'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;

-- How far the maker has come: the last change it has dealt with. Entries from before there were tasks make none.
create table task_progress (
    one        boolean primary key default true check (one),
    known_at   bigint  not null,
    listing_id uuid    not null
);
insert into task_progress (known_at, listing_id)
select coalesce(max(number), 0), 'ffffffff-ffff-ffff-ffff-ffffffffffff' from listing_commit;

-- The next day on which time alone changes what agencies are to do about a listing: its first or last day, the end of a
-- measure, an event that lies ahead.
create table task_ahead (
    listing_id uuid primary key references listing,
    day        date not null
);
create index task_ahead_day on task_ahead (day, listing_id);

-- The maker, and whoever waits for tasks, hear of news at its commit.
create function announce() returns trigger language plpgsql as $$
begin
    perform pg_notify(tg_argv[0], '');
    return null;
end $$;
create trigger listing_commit_is_announced after insert on listing_commit
    for each statement execute function announce('xinheng_listings');
create trigger task_round_is_announced after insert on task_round
    for each statement execute function announce('xinheng_tasks');
