-- The maker of tasks goes on behind the last change of a commit, by index, also where a full feed ended a million entries.
create index listing_event_change on listing_event (known_at, listing_id);
-- Figures of some months read the rows of those months. Entries are kept in the order of time: a range of blocks is enough.
create index listing_recorded on listing using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);
create index act_decided_on on act (decided_on);
create index act_handed_singly on act (recorded_on) where delivery = id;
