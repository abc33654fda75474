-- Feeds. What an entry says is known by a keyed hash, so that the same entry handed in again is known as the same.
alter table listing add column fingerprint bytea;
-- A name is compared by the keyed hash of its folded form; where there is none the name itself is read.
alter table subject_name add column name_key bytea;

alter table listing_batch
    add column parameters  text,
    add column encoding    text,
    add column guessed     boolean,
    add column entered     int,
    add column removed     int,
    add column unchanged   int,
    add column refused     int,
    add column refused_by  text;
create index listing_batch_same on listing_batch (department, sha256) where outcome = 'ACCEPTED';
create index listing_batch_at on listing_batch (recorded_at);

-- A file that is handed in, compressed and encrypted piece by piece. It is no record: it goes when its time is over.
create table feed_file (
    id         uuid        primary key,
    sha256     text        not null,
    length     bigint      not null,
    encoding   text        not null,
    guessed    boolean     not null,
    mark       boolean     not null,
    kept_at    timestamptz not null
);

create table feed_file_piece (
    file_id  uuid  not null,
    position int   not null,
    cipher   bytea not null,
    primary key (file_id, position)
);

-- Work on files that are too large to be answered at once, or wait for a person. This is a queue and no record.
create table feed_job (
    id             uuid        primary key,
    department     text        not null,
    caller_key     uuid        not null,
    sha256         text        not null,
    feed_order     text        not null,
    parameters     text        not null,
    state          text        not null check (state in ('WAITING', 'RUNNING', 'AWAITING_CONFIRMATION', 'DONE')),
    percent        int         not null check (percent between 0 and 100),
    stage          text        not null,
    stop           text,
    confirmed      bigint,
    reason         text,
    attempts       int         not null,
    claim          uuid,
    claimed_until  timestamptz,
    created_at     timestamptz not null
);
create unique index feed_job_once on feed_job (department, sha256, parameters) where state <> 'DONE';
create index feed_job_open on feed_job (created_at) where state in ('WAITING', 'RUNNING');
