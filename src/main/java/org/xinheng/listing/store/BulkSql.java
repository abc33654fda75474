package org.xinheng.listing.store;

import java.util.List;

/** The statements by which entries are staged, compared and kept set by set. */
final class BulkSql {
    private static final String PARTY =
            "type text, scheme text, lookup bytea, writing bytea, plain text, cipher bytea, name_plain text, name_cipher bytea,"
                    + " name_key bytea";

    /** Entries that are over stay over: whatever their last day, a removal or a revocation ends them. */
    private static final String NOT_ENDED =
            "not exists (select 1 from listing_event e where e.listing_id = l.id and e.type in ('REMOVED', 'REVOKED'))";

    private static final String NOT_ENDED_BY_NOW =
            "not exists (select 1 from listing_event e where e.listing_id = l.id and e.type in ('REMOVED', 'REVOKED')"
                    + " and e.effective_on <= ?)";

    /** The agreement of an entry, null for an own one; most bodies need not be taken apart to tell. */
    private static final String SOURCE =
            "case when position('\"recognisedUnder\"' in l.body) = 0 then null else l.body::jsonb ->> 'recognisedUnder' end";

    static final List<String> BEGIN = List.of(
            "set local work_mem = '96MB'",
            "create temporary table if not exists feed_row (line int, id uuid, list_kind text, listed_on date,"
                    + " expires_on date, region text, body text, facts bytea, fingerprint bytea, act_id uuid, " + PARTY
                    + ") on commit drop",
            "create temporary table if not exists feed_person (line int, position int, role text, valid_from date,"
                    + " valid_to date, " + PARTY + ") on commit drop",
            "create temporary table if not exists feed_removal (line int, list_kind text, lookup bytea,"
                    + " document_number text, recognised_under text) on commit drop",
            "create temporary table if not exists feed_subject (lookup bytea, writing bytea, subject_id uuid,"
                    + " fresh boolean, type text, scheme text, plain text, cipher bytea) on commit drop",
            "create temporary table if not exists feed_same (line int, listing_id uuid) on commit drop",
            "create temporary table if not exists feed_removable (line int, listing_id uuid) on commit drop",
            "create temporary table if not exists feed_in_force (id uuid, listed_on date) on commit drop",
            "create temporary table if not exists feed_absent (id uuid, listed_on date) on commit drop",
            "truncate feed_row, feed_person, feed_removal, feed_subject, feed_same, feed_removable,"
                    + " feed_in_force, feed_absent");

    static final String DOUBLED = """
            select r.line, f.first from feed_row r
            join (select fingerprint, min(line) as first from feed_row group by fingerprint having count(*) > 1) f
              on f.fingerprint = r.fingerprint
            where r.line > f.first order by r.line""";

    static final String NAMED_OTHERWISE = """
            with several as (
                select lookup from feed_row where name_key is not null
                group by lookup having min(encode(name_key, 'hex')) <> max(encode(name_key, 'hex'))),
            named as (
                select r.lookup, r.line, r.name_key,
                       first_value(r.name_key) over (partition by r.lookup order by r.line) as first_key,
                       first_value(r.line) over (partition by r.lookup order by r.line) as first
                from feed_row r join several s on s.lookup = r.lookup where r.name_key is not null)
            select line, first from named where name_key <> first_key order by line""";

    static final List<String> KNOWN = List.of("analyze feed_row", "analyze feed_person", """
            insert into feed_subject
            select distinct on (p.lookup) p.lookup, coalesce(i.writing, i.lookup, p.writing),
                   coalesce(i.subject_id, gen_random_uuid()), i.subject_id is null, p.type, p.scheme, p.plain, p.cipher
            from (select lookup, writing, type, scheme, plain, cipher from feed_row
                  union all select lookup, writing, type, scheme, plain, cipher from feed_person) p
            left join subject_identifier i on i.lookup = p.lookup
            order by p.lookup""", "analyze feed_subject");

    /** An entry whose end is recorded for a day to come stands there until then. */
    static final String SAME = """
            insert into feed_same
            select r.line, l.id from feed_row r
            join feed_subject s on s.lookup = r.lookup and not s.fresh
            join listing l on l.subject_id = s.subject_id and l.list_kind = r.list_kind
            where l.department = ? and l.fingerprint = r.fingerprint
              and\s""" + NOT_ENDED_BY_NOW;

    private static final String NEW = "not exists (select 1 from feed_same f where f.line = r.line)";

    static final String RESTING_ON_REVOKED =
            "select r.line, r.act_id from feed_row r join act_revocation v on v.act_id = r.act_id where " + NEW
                    + " order by r.line";

    static final String ABOUT =
            "select r.line, cast(r.body::jsonb #>> '{designation,priorNoticeOn}' as date) from feed_row r"
                    + " where r.list_kind = ? and r.lookup = decode(?, 'hex') and " + NEW;

    static final String REMOVABLE = """
            insert into feed_removable
            select r.line, l.id from feed_removal r
            join subject_identifier i on i.lookup = r.lookup
            cross join lateral one_with(i.subject_id) same
            join listing l on l.subject_id = same.id and l.list_kind = r.list_kind
            where l.department = ? and (l.expires_on is null or l.expires_on >= ?)
              and (r.document_number is null or r.document_number = l.body::jsonb #>> '{designation,documentNumber}')
              and r.recognised_under is not distinct from\s""" + SOURCE + " and " + NOT_ENDED;

    static final String REMOVED_BEFORE = """
            delete from feed_same s using feed_removable r
            where r.listing_id = s.listing_id and r.line < s.line and r.line = any(?)""";

    /** Of one source alone: a list of its own entries says nothing of those it recognises, nor one partner's of another's. */
    static final String IN_FORCE = """
            insert into feed_in_force select l.id, l.listed_on from listing l
            where l.department = ? and l.list_kind = ? and (l.expires_on is null or l.expires_on >= ?)
              and cast(? as text) is not distinct from\s""" + SOURCE + " and " + NOT_ENDED;

    static final String ABSENT = """
            insert into feed_absent select f.id, f.listed_on from feed_in_force f
            where not exists (select 1 from feed_same s where s.listing_id = f.id)""";

    /** Rows of a table when the database last counted them, -1 where it never did. */
    static final String ROWS_COUNTED = "select reltuples from pg_class where oid = cast(? as regclass)";

    static final String KEEP_SUBJECTS =
            "insert into subject (id, type, known_at) select subject_id, type, ? from feed_subject where fresh";

    static final String KEEP_IDENTIFIERS = """
            insert into subject_identifier (lookup, writing, subject_id, scheme, plain, cipher, known_at)
            select lookup, writing, subject_id, scheme, plain, cipher, ? from feed_subject where fresh""";

    /** Further numbers of subjects that have one already. One that is the subject's key has its row. */
    static final String KEEP_FURTHER_IDENTIFIERS = """
            insert into subject_identifier (lookup, writing, subject_id, scheme, plain, cipher, known_at)
            select distinct on (p.writing) p.writing, p.writing, s.subject_id, p.scheme, p.plain, p.cipher, ?
            from (select lookup, writing, scheme, plain, cipher from feed_row
                  union all select lookup, writing, scheme, plain, cipher from feed_person) p
            join feed_subject s on s.lookup = p.lookup and s.writing <> p.writing
            where p.writing <> p.lookup
              and not exists (select 1 from subject_identifier k where k.lookup = p.writing)
            order by p.writing""";

    static final String KEEP_NAMES = """
            insert into subject_name (id, subject_id, plain, cipher, name_key, known_at)
            select gen_random_uuid(), n.subject_id, n.name_plain, n.name_cipher, n.name_key, ?
            from (select distinct on (s.subject_id, p.name_key) s.subject_id, s.fresh, p.name_plain, p.name_cipher,
                         p.name_key
                  from (select lookup, name_plain, name_cipher, name_key from feed_row
                        union all select lookup, name_plain, name_cipher, name_key from feed_person) p
                  join feed_subject s on s.lookup = p.lookup where p.name_key is not null
                  order by s.subject_id, p.name_key) n
            where n.fresh or not exists (
                select 1 from subject_name k where k.subject_id = n.subject_id and k.name_key = n.name_key)""";

    static final String KEEP_LISTINGS = """
            insert into listing (id, list_kind, subject_id, listed_on, expires_on, region, department, body, fingerprint,
                                 act_id, batch_id, known_at, recorded_at, recorded_by)
            select r.id, r.list_kind, s.subject_id, r.listed_on, r.expires_on, r.region, ?, r.body, r.fingerprint,
                   r.act_id, ?, ?, ?, ?
            from feed_row r join feed_subject s on s.lookup = r.lookup
            where not exists (select 1 from feed_same f where f.line = r.line)""";

    static final String KEEP_FACTS = """
            insert into listing_facts (listing_id, cipher) select r.id, r.facts from feed_row r
            where r.facts is not null and not exists (select 1 from feed_same f where f.line = r.line)""";

    static final String KEEP_PERSONS = """
            insert into listing_responsible_person (listing_id, position, role, subject_id, valid_from, valid_to)
            select r.id, p.position, p.role, s.subject_id, p.valid_from, p.valid_to
            from feed_person p join feed_row r on r.line = p.line join feed_subject s on s.lookup = p.lookup
            where not exists (select 1 from feed_same f where f.line = r.line)""";

    private static final String END = """
            insert into listing_event (id, listing_id, type, effective_on, document_number, reason, known_at,
                                       recorded_at, recorded_by)
            """;

    static final String END_ONE = END + "values (gen_random_uuid(), ?, 'REMOVED', ?, ?, ?, ?, ?, ?)";

    static final String END_ABSENT =
            END + "select gen_random_uuid(), id, 'REMOVED', greatest(?, listed_on), ?, ?, ?, ?, ? from feed_absent";

    private BulkSql() {}
}
