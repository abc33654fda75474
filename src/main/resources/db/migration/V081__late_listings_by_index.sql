-- What became known late is read page by page, newest first, of one department or of all.
create index listing_department on listing (department, known_at, id);
create index listing_event_known_id on listing_event (known_at, id);
drop index listing_event_known;
