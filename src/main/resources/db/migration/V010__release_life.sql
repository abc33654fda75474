-- A release is what was handed in; what the gate said of it stands beside it, a further check below the one before.
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

-- Releases that are kept already passed the gate when they were made; their rows are counted in their content.
insert into release_check
select id, 1, id, (created_at at time zone 'Asia/Shanghai')::date, engine_version, 0, 0, 0, null, '[]', '[]', content, created_at
from release;

alter table release drop column content, drop column engine_version;

-- Everybody who handed in these workbooks; caller and department are null where the build brought them.
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

insert into release_upload
select r.id, r.id, r.created_at, null, null, null, null, (r.created_at at time zone 'Asia/Shanghai')::date,
       (select array_agg(w.name order by w.name) from release_workbook w where w.release_id = r.id)
from release r;

-- Work on a release beside the serving of decisions. A worker claims a job for a short while and renews the claim; what
-- a killed worker held falls to another one. This is a queue and no record: rows change.
create table release_job (
    id            uuid        primary key,
    release_id    uuid        not null references release,
    kind          text        not null,
    parameters    text,
    state         text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    percent       int         not null check (percent between 0 and 100),
    stage         text        not null,
    attempts      int         not null,
    claim         uuid,
    claimed_by    text,
    claimed_until timestamptz,
    created_at    timestamptz not null
);
create index release_job_open on release_job (created_at) where state in ('WAITING', 'RUNNING');
create unique index release_job_once on release_job (release_id, kind) where state in ('WAITING', 'RUNNING');
create index release_job_release on release_job (release_id, kind, id);

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

-- Why a tenure was opened and by whom; null where the first release was loaded.
alter table release_tenure
    add column step       text not null default 'FIRST' check (step in ('FIRST', 'APPROVAL', 'ACTIVATION', 'ROLLBACK')),
    add column reason     text,
    add column caller_key uuid,
    add column person     text,
    add column department text;

-- A tenure that was called off before its first day.
create table release_tenure_cancellation (
    tenure_number bigint      primary key references release_tenure,
    at            timestamptz not null
);

-- A release that was taken back: which tenure that ended, and what serves instead (null where it had not begun).
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

-- Two keys of one person are one person (four eyes).
alter table caller_key add column person text;

create function refuse_to_empty() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare t text;
begin
    foreach t in array array['release_check', 'release_upload', 'release_approval', 'release_tenure_cancellation',
            'release_withdrawal'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_to_empty()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
