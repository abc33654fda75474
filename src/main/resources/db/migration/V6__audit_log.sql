-- One append-only log (design §5 A4). An entry is written in the transaction of what it records; its leaf commits to
-- its own columns and to every row of the record it covers. Positions are assigned in the background.
create sequence audit_entry_number;

create table audit_entry (
    number         bigint      primary key,
    at             timestamptz not null,
    kind           text        not null,
    caller_key     uuid,
    department     text,
    purpose        text,
    case_number    text,
    subject_lookup bytea,
    reference      text,
    detail         text,
    -- the record that the entry covers (coverage.csv), the root over its rows, and the commitments to its sealed rows
    record         text,
    record_key     text,
    record_root    bytea,
    commitments    bytea,
    leaf_hash      bytea       not null check (length(leaf_hash) = 32),
    -- outside the leaf: the signed promise to integrate it, which names the leaf
    receipt        text,
    check ((record is null) = (record_key is null)),
    check ((record is null) = (record_root is null))
);
create index audit_entry_record on audit_entry (record_key) where record_key is not null;
create index audit_entry_subject on audit_entry (subject_lookup, number) where subject_lookup is not null;

-- The order of the leaves, without gaps.
create table audit_leaf (
    position  bigint primary key check (position >= 0),
    number    bigint not null unique,
    leaf_hash bytea  not null
);
create index audit_leaf_hash on audit_leaf (leaf_hash);

-- Roots of complete subtrees of 256, 65536, 16777216 … leaves (level 1, 2, 3 …).
create table audit_node (
    level smallint not null check (level > 0),
    index bigint   not null check (index >= 0),
    hash  bytea    not null,
    primary key (level, index)
);

-- The published checkpoints: signed notes (C2SP tlog-checkpoint).
create table audit_checkpoint (
    number bigint primary key check (number > 0),
    size   bigint not null unique check (size > 0),
    root   bytea  not null,
    note   text   not null
);

do $$
declare t text;
begin
    foreach t in array array['audit_entry', 'audit_leaf', 'audit_node', 'audit_checkpoint'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
