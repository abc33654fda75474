-- What a department writes to a subject may name persons as much as what the subject wrote: from here on it is encrypted
-- and erasable. What was written before stays where it is: the log has committed to those rows as they are.
alter table objection_answer alter column reasons drop not null;

create table objection_answer_reasons (
    objection_id uuid   primary key references objection_answer,
    known_at     bigint not null references listing_commit,
    cipher       bytea  not null
);
create index objection_answer_reasons_known on objection_answer_reasons (known_at);

alter table credit_restoration_decision alter column reason drop not null;

create table credit_restoration_decision_reason (
    restoration_id uuid  primary key references credit_restoration_decision,
    cipher         bytea not null
);
