-- Acts that are made public twice (双公示). Who is concerned and every free word is encrypted beside the row, and erasable.
create table act (
    id               uuid        primary key,
    kind             text        not null check (kind in ('PENALTY', 'LICENCE')),
    department       text        not null,
    region           text        not null,
    document_number  text        not null,
    decided_on       date        not null,
    organ            text        not null,
    organ_code       text,
    category         text,
    gravity          text,
    simple_procedure boolean     not null,
    valid_from       date,
    valid_until      date,
    public_until     date,
    fine_cny         numeric(20, 2),
    confiscated_cny  numeric(20, 2),
    subject_type     text        not null,
    subject_scheme   text        not null,
    subject_lookup   bytea       not null,
    due_on           date        not null,
    calendar_known   boolean     not null,
    recorded_on      date        not null,
    reminder         text,
    delivery         uuid        not null,
    recorded_at      timestamptz not null,
    recorded_by      uuid        not null,
    unique (department, kind, document_number, subject_lookup)
);
create index act_delivery on act (delivery);
create index act_decided on act (department, decided_on, id);

create table act_personal (
    act_id uuid  primary key references act,
    cipher bytea not null
);

create table act_revocation (
    act_id          uuid        primary key references act,
    revoked_on      date        not null,
    reason          text        not null,
    document_number text        not null,
    known_at        bigint      references listing_commit,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null
);

-- How many acts a department says it made in a month; the newest word counts.
create table act_count (
    id          uuid        primary key,
    department  text        not null,
    kind        text        not null check (kind in ('PENALTY', 'LICENCE')),
    month       date        not null,
    made        int         not null check (made >= 0),
    recorded_at timestamptz not null,
    recorded_by uuid        not null
);

-- The act that a listing rests on.
alter table listing add column act_id uuid references act;
create index listing_act on listing (act_id) where act_id is not null;
alter table listing_batch add column act_kind text;

do $$
declare t text;
begin
    foreach t in array array['act', 'act_revocation', 'act_count'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
