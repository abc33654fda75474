-- A decision that is being made while its entry is withdrawn may commit after the recall was sent: the recall is looked at
-- again at these moments, until every such decision has ended. No record: what is found becomes tasks.
create table recall_look (
    listing_id uuid        primary key references listing,
    look       int         not null check (look > 0),
    due        timestamptz not null
);
create index recall_look_due on recall_look (due, listing_id);
