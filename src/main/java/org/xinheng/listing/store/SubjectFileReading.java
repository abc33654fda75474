package org.xinheng.listing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.SubjectFile;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.Sql;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.subject.SubjectName;

/**
 * Reads everything the lists know of subjects in a single statement, so that watermark, names and listings come from one
 * snapshot. The array that is asked for is wrapped in a query of its own, so that the plan does not hang on its length
 * and is made once. The ids of the same subject are an array before anything is looked up by them, so that every table is
 * entered by its index however many subjects the planner expects.
 */
final class SubjectFileReading {
    /** The subject and all that were merged with it; of the rows about a pair the newest counts. */
    private static final String SAME = """
            with recursive same(id) as (
                select subject_id from subject_identifier where lookup = asked.lookup
                union
                select case when m.one = s.id then m.other else m.one end
                from same s join lateral (
                    select distinct on (least(one, other), greatest(one, other)) one, other, joined
                    from subject_merge where one = s.id or other = s.id
                    order by least(one, other), greatest(one, other), known_at desc
                ) m on m.joined
            )
            """;

    private static final String IDS =
            "select same.id from (select cast(? as bytea) as lookup) asked cross join lateral (" + SAME
                    + "select id from same) same";

    private static final String FILES = """
            select file.* from unnest((select cast(? as bytea[]))) with ordinality as asked(lookup, place) cross join lateral (
            """ + SAME + """
            select (select coalesce(max(number), 0) from listing_commit),
                   (select cast(json_agg(json_build_object('plain', n.plain, 'cipher', encode(n.cipher, 'base64')))
                                as text)
                    from subject_name n where n.subject_id = any(array(select id from same))),
                   (select cast(json_agg(json_build_object(
                        'id', x.id, 'listKind', x.list_kind, 'subjectId', x.subject_id, 'listedOn', x.listed_on,
                        'expiresOn', x.expires_on, 'region', x.region, 'department', x.department, 'body', x.body,
                        'knownAt', x.known_at, 'role', x.role, 'from', x.valid_from, 'to', x.valid_to,
                        'events', (select json_agg(json_build_object('id', v.id, 'type', v.type,
                                'effectiveOn', v.effective_on, 'knownAt', v.known_at,
                                'documentNumber', v.document_number, 'reason', v.reason) order by v.known_at, v.id)
                            from listing_event v where v.listing_id = x.id),
                        'persons', (select json_agg(json_build_object('role', p.role, 'subjectId', p.subject_id,
                                'from', p.valid_from, 'to', p.valid_to) order by p.position)
                            from listing_responsible_person p where p.listing_id = x.id)
                        ) order by x.id, x.role) as text)
                    from (
                        select l.*, 'LISTED_SUBJECT' as role, cast(null as date) as valid_from,
                               cast(null as date) as valid_to
                        from listing l where l.subject_id = any(array(select id from same))
                        union all
                        select l.*, p.role, p.valid_from, p.valid_to
                        from listing_responsible_person p join listing l on l.id = p.listing_id
                        where p.subject_id = any(array(select id from same))
                    ) x)
            ) file order by asked.place
            """;

    private final Session session;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final StoredJson json;

    SubjectFileReading(Session session, PersonalDataCipher cipher, LookupHash lookupHash, StoredJson json) {
        this.session = session;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.json = json;
    }

    private record NameRead(
            @Nullable String plain, @Nullable String cipher) {}

    /** The files of these subjects, in their order. */
    List<SubjectFile> of(List<Identifier> identifiers) {
        byte[][] lookups = identifiers.stream()
                .map(identifier -> lookupHash.of(identifier))
                .toArray(byte[][]::new);
        // read by JDBC: every decision waits for this, and a query of the entity manager asks for the result's types
        // anew
        return session.doReturningWork(connection -> Sql.rows(
                connection,
                FILES,
                row -> new SubjectFile(row.getLong(1), names(row.getString(2)), mentions(row.getString(3))),
                connection.createArrayOf("bytea", lookups)));
    }

    /** Ids of the subject with this keyed hash and of all merged with it. */
    List<UUID> sameSubjects(byte[] lookup) {
        return session.doReturningWork(
                connection -> Sql.rows(connection, IDS, row -> row.getObject(1, UUID.class), lookup));
    }

    private List<SubjectName> names(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var names = new LinkedHashSet<SubjectName>();
        for (NameRead name : json.read(text, new TypeReference<List<NameRead>>() {})) {
            if (name.plain() != null) {
                names.add(new SubjectName(name.plain()));
            } else if (name.cipher() != null) {
                byte[] sealed = Base64.getMimeDecoder().decode(name.cipher());
                names.add(new SubjectName(cipher.decrypt(sealed, "subject_name")));
            }
        }
        return List.copyOf(names);
    }

    private List<SubjectFile.Mention> mentions(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return json.read(text, new TypeReference<List<MentionRead>>() {}).stream()
                .map(read -> read.mention(json))
                .toList();
    }
}
