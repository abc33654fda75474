-- Numbers from before numbers had a key, where the key is another number: the service gives them one when it starts. The
-- key is a keyed hash, which the database cannot make. Empty when that is done.
create table subject_key_due (
    lookup bytea primary key
);
insert into subject_key_due
select lookup from subject_identifier where writing is null and scheme in ('USCC', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT');
