-- Under which release the maker of tasks last looked at what recognition agreements say. Where another is in force, the
-- entries of partner regions are looked at again: an agreement may have ended, or may end on another day.
alter table task_progress add column release_id uuid;
