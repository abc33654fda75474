-- Keyed hash of the number of the legal person or operator behind the subject of a decision.
alter table decision add column principal_lookup bytea;
create index decision_principal on decision (principal_lookup, id) where principal_lookup is not null;
