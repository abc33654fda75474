-- Where agencies want their tasks brought to. The secret by which a delivery is signed is encrypted.
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

do $$
declare t text;
begin
    foreach t in array array['webhook', 'webhook_revocation', 'webhook_replay'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;

-- How far a webhook has got: every task of its agency up to the number was delivered or is parked. No record.
create table webhook_position (
    webhook_id    uuid   primary key references webhook,
    number        bigint not null,
    failures      int    not null default 0,
    retry_at      timestamptz,
    claimed_until timestamptz
);

-- Tasks that could not be delivered, and those of the same subject that wait behind them. Few or none in good times.
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
