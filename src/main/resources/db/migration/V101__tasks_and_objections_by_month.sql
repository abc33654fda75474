-- Figures of some months read the tasks and the objections of those months.
create index task_round_made_on on task_round (made_on);
create index objection_filed_on on objection (filed_on);
