-- Tasks for agencies (协同任务): made in the background from what listing commits changed, in commit order, by one maker
-- at a time. The tasks and the position of the maker commit together: a kill loses and doubles nothing.

-- A later task replaces an earlier one line by line. The key of a line, its measure, row and role, is stored
-- beside the text, derived from it and never changed by itself.
create function task_line_key(measure text, row_code text, role text) returns text
    language sql immutable strict parallel safe as $$
    select measure || ' ' || row_code || ' ' || role
$$;
create function task_line_keys(lines text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg((line ->> 'measure') || ' ' || (line ->> 'rowCode') || ' ' || (line ->> 'role')), '{}')
    from jsonb_array_elements(cast(lines as jsonb)) line
$$;

create table task_content (
    hash  bytea  primary key check (length(hash) = 32),
    lines text   not null,
    keys  text[] not null generated always as (task_line_keys(lines)) stored
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
create index task_round_made_on on task_round (made_on);

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
-- Later tasks of the same listing and agency are found without those of the others.
create index task_listing_agency on task (listing_id, department, number);
create index task_late on task (report_by, number) where report_by is not null;

create table task_acknowledgement (
    task_id     uuid        primary key references task (id),
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

-- What an agency reported; a correction is a further report. `settled` is true if the task is done with it.
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

-- Recall (撤回): the decisions based on a withdrawn entry that were sent with a lift task to be reversed.
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

-- The position of the maker: the last change it has processed, and the release under which it last read the recognition
-- agreements. Where another is in force, the entries of partner regions are read again: an agreement may have ended.
create table task_progress (
    one        boolean primary key default true check (one),
    known_at   bigint  not null,
    listing_id uuid    not null,
    release_id uuid
);
insert into task_progress (known_at, listing_id) values (0, 'ffffffff-ffff-ffff-ffff-ffffffffffff');

-- The next day on which time alone changes what agencies are to do about a listing: its first or last day, the end of a
-- measure, a future event.
create table task_ahead (
    listing_id uuid primary key references listing,
    day        date not null
);
create index task_ahead_day on task_ahead (day, listing_id);

-- A decision that is being made while its entry is withdrawn may commit after the recall was sent: the recall is checked
-- again at these moments, until every such decision has ended. No record: what is found becomes tasks.
create table recall_look (
    listing_id uuid        primary key references listing,
    look       int         not null check (look > 0),
    due        timestamptz not null
);
create index recall_look_due on recall_look (due, listing_id);

-- What is still to be done of a task: the lines on which the agency has not reported, and which no later task of the
-- same listing and agency names again. Lists of tasks and figures of them ask here.
create view task_open_line as
select t.id as task_id, line
from task t join task_content c on c.hash = t.content cross join unnest(c.keys) line
where not coalesce((select t.kind = 'APPLY' or l.result <> 'NOT_IMPLEMENTED'
                    from task_report r join task_report_line l on l.report_id = r.id
                    where r.task_id = t.id and task_line_key(l.measure, l.row_code, l.role) = line
                    order by r.turn desc limit 1), false)
  and not exists (select 1 from task n join task_content m on m.hash = n.content
                  where n.listing_id = t.listing_id and n.department = t.department
                    and n.number > t.number and line = any (m.keys));

-- The addresses to which tasks are delivered. The secret that signs a delivery is encrypted.
create table webhook (
    id          uuid        primary key,
    department  text        not null,
    url         text        not null,
    secret      bytea       not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);
create index webhook_department on webhook (department, id);

create table webhook_revocation (
    webhook_id  uuid        primary key references webhook,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

create table webhook_replay (
    id          uuid        primary key,
    webhook_id  uuid        not null references webhook,
    from_number bigint,
    reason      text        not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

-- The position of a webhook: every task of its agency up to the number was delivered or is parked. No record.
create table webhook_position (
    webhook_id    uuid   primary key references webhook,
    number        bigint not null,
    failures      int    not null default 0,
    retry_at      timestamptz,
    claimed_until timestamptz
);

-- Tasks that could not be delivered, and those of the same subject that wait behind them. Few or none in normal operation.
create table webhook_parked (
    webhook_id uuid   not null references webhook,
    number     bigint not null,
    subject_id uuid   not null,
    attempts   int    not null,
    next_at    timestamptz,
    dead       boolean not null default false,
    last_error text,
    primary key (webhook_id, number)
);
create index webhook_parked_subject on webhook_parked (webhook_id, subject_id, number);

do $$
declare t text;
begin
    foreach t in array array['task_content', 'task_round', 'task', 'task_decision', 'task_acknowledgement',
            'task_report', 'task_report_line', 'webhook', 'webhook_revocation', 'webhook_replay'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;

-- The maker, and all that wait for tasks, are notified at the commit.
create trigger listing_commit_is_announced after insert on listing_commit
    for each statement execute function announce('xinheng_listings');
create trigger task_round_is_announced after insert on task_round
    for each statement execute function announce('xinheng_tasks');
