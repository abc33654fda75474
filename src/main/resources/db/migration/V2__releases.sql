-- Releases of the decision tables: the uploaded files, the findings of the gate, who approved them, and when they are law.

-- Releases are stored for ever, with the uploaded bytes.
create table release (
    id             uuid        primary key,
    content_hash   text        not null unique,
    created_at     timestamptz not null
);

create table release_workbook (
    release_id uuid  not null references release,
    name       text  not null,
    bytes      bytea not null,
    primary key (release_id, name)
);

-- The rules of law that a release was compiled with: an old release is decided by its own rules, not by those of the build.
create table release_rule (
    release_id uuid not null references release,
    name       text not null,
    text       text not null,
    primary key (release_id, name)
);

-- Everybody who uploaded these workbooks; caller and department are null where the build brought them.
create table release_upload (
    id         uuid        primary key,
    release_id uuid        not null references release,
    at         timestamptz not null,
    caller_key uuid,
    person     text,
    department text,
    based_on   uuid        references release,
    meant_for  date        not null,
    workbooks  text[]      not null
);
create index release_upload_release on release_upload (release_id, id);

-- The findings of the gate in a release, and the content as it was read; a further check is a further row.
create table release_check (
    release_id     uuid        not null references release,
    number         int         not null check (number > 0),
    id             uuid        not null unique,
    day            date        not null,
    engine_version text        not null,
    errors         int         not null,
    warnings       int         not null,
    hints          int         not null,
    rows           int,
    findings       text        not null,
    coverage       text        not null,
    content        bytea       not null,
    checked_at     timestamptz not null,
    primary key (release_id, number)
);

-- Work in the background: of a kind (GATE, IMPACT, FEED), for one object, with parameters in the format of the
-- kind. A worker claims a job for a short time and renews the claim; a job of a killed worker goes to another one.
-- This is a queue and no record: rows change.
create table job (
    id            uuid        primary key,
    kind          text        not null,
    subject       text        not null,
    parameters    text,
    state         text        not null
                  check (state in ('WAITING', 'RUNNING', 'AWAITING_CONFIRMATION', 'DONE', 'FAILED')),
    percent       int         not null check (percent between 0 and 100),
    stage         text        not null,
    attempts      int         not null,
    claim         uuid,
    claimed_until timestamptz,
    created_at    timestamptz not null
);
create index job_open on job (kind, created_at) where state in ('WAITING', 'RUNNING');
create unique index job_once on job (kind, subject) where state in ('WAITING', 'RUNNING', 'AWAITING_CONFIRMATION');
create index job_subject on job (kind, subject, id);

-- Four eyes: one row an approver. The last one needed opens a tenure.
create table release_approval (
    number         bigint      generated always as identity primary key,
    release_id     uuid        not null references release,
    check_number   int         not null,
    content_hash   text        not null,
    effective_from date        not null,
    needed         int         not null check (needed > 0),
    changed_share  numeric,
    completes      boolean     not null,
    reason         text        not null,
    at             timestamptz not null,
    caller_key     uuid        not null,
    person         text,
    department     text        not null,
    foreign key (release_id, check_number) references release_check
);
create index release_approval_release on release_approval (release_id, number);

-- From when a release is law; why and by whom, null where the first release was loaded.
create table release_tenure (
    number         bigint      generated always as identity primary key,
    release_id     uuid        not null references release,
    effective_from date        not null,
    activated_at   timestamptz not null,
    step           text        not null check (step in ('FIRST', 'APPROVAL', 'ACTIVATION', 'ROLLBACK')),
    reason         text,
    caller_key     uuid,
    person         text,
    department     text
);

-- A tenure that was called off before its first day.
create table release_tenure_cancellation (
    tenure_number bigint      primary key references release_tenure,
    at            timestamptz not null
);

-- A withdrawn release: which tenure ended, and which release is in force instead (null where it had not begun).
create table release_withdrawal (
    number        bigint      generated always as identity primary key,
    release_id    uuid        not null references release,
    tenure_number bigint      not null references release_tenure,
    serving       uuid        references release,
    reason        text        not null,
    at            timestamptz not null,
    caller_key    uuid        not null,
    person        text,
    department    text        not null
);
create index release_withdrawal_release on release_withdrawal (release_id, number);

-- What a draft would change, counted before it is law; the newest report of a release counts.
create table impact_report (
    id            uuid        primary key,
    release_id    uuid        not null references release,
    changed_share numeric     not null check (changed_share between 0 and 1),
    report        text        not null,
    finished_at   timestamptz not null
);
create index impact_report_release on impact_report (release_id, id);

-- The subjects for whom an answer changes, the most affected first.
create table impact_subject (
    report_id       uuid   not null references impact_report,
    place           int    not null check (place > 0),
    subject_id      uuid   not null references subject,
    changed_answers bigint not null,
    changes         text   not null,
    primary key (report_id, place)
);

do $$
declare t text;
begin
    foreach t in array array['release', 'release_workbook', 'release_rule', 'release_upload', 'release_check',
            'release_approval', 'release_tenure', 'release_tenure_cancellation', 'release_withdrawal', 'impact_report',
            'impact_subject'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
