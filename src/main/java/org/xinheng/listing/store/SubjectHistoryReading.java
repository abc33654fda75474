package org.xinheng.listing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.SubjectHistory;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.subject.SubjectName;

/** Reads what was ever known of many subjects in a single statement, whose rows are {@link HistoryRow}. */
final class SubjectHistoryReading {
    /** {@code ids}: each subject asked for with all it was ever merged with, whether that still holds or not. */
    private static final String HISTORIES = """
        with recursive asked as (
            select decode(hex, 'hex') as lookup from unnest(string_to_array(:lookups, ',')) hex
        ), same(lookup, id) as (
            select i.lookup, i.subject_id from subject_identifier i join asked a on a.lookup = i.lookup
            union
            select s.lookup, case when m.one = s.id then m.other else m.one end
            from same s join subject_merge m on (m.one = s.id or m.other = s.id) and m.joined
        ), ids as materialized (select lookup, array_agg(id) as id from same group by lookup)
        select encode(i.lookup, 'hex'), i.subject_id, i.known_at,
               (select cast(json_agg(json_build_object('one', m.one, 'other', m.other, 'joined', m.joined,
                            'knownAt', m.known_at)) as text)
                from subject_merge m where m.one = any(s.id) or m.other = any(s.id)),
               (select cast(json_agg(json_build_object('subjectId', n.subject_id, 'plain', n.plain,
                            'cipher', encode(n.cipher, 'base64'), 'knownAt', n.known_at)) as text)
                from subject_name n where n.subject_id = any(s.id)),
               (select cast(json_agg(json_build_object(
                    'via', x.via, 'id', x.id, 'listKind', x.list_kind, 'subjectId', x.subject_id,
                    'listedOn', x.listed_on, 'expiresOn', x.expires_on, 'region', x.region,
                    'department', x.department, 'body', x.body, 'knownAt', x.known_at, 'role', x.role,
                    'from', x.valid_from, 'to', x.valid_to,
                    'events', (select json_agg(json_build_object('id', v.id, 'type', v.type,
                            'effectiveOn', v.effective_on, 'knownAt', v.known_at,
                            'documentNumber', v.document_number, 'reason', v.reason) order by v.known_at, v.id)
                        from listing_event v where v.listing_id = x.id),
                    'persons', (select json_agg(json_build_object('role', p.role, 'subjectId', p.subject_id,
                            'from', p.valid_from, 'to', p.valid_to) order by p.position)
                        from listing_responsible_person p where p.listing_id = x.id)
                    ) order by x.id, x.role) as text)
                from (
                    select l.*, l.subject_id as via, 'LISTED_SUBJECT' as role, cast(null as date) as valid_from,
                           cast(null as date) as valid_to
                    from listing l where l.subject_id = any(s.id)
                    union all
                    select l.*, p.subject_id as via, p.role, p.valid_from, p.valid_to
                    from listing_responsible_person p join listing l on l.id = p.listing_id
                    where p.subject_id = any(s.id)
                ) x)
        from subject_identifier i join ids s on s.lookup = i.lookup
        """;

    private static final SubjectHistory NOBODY = new SubjectHistory(null, 0, List.of(), List.of(), List.of());

    private final Session session;
    private final PersonalDataCipher cipher;
    private final StoredJson json;

    SubjectHistoryReading(Session session, PersonalDataCipher cipher, StoredJson json) {
        this.session = session;
        this.cipher = cipher;
        this.json = json;
    }

    private record HistoryRow(
            String lookup,
            UUID subjectId,
            long knownAt,
            @Nullable String merges,
            @Nullable String names,
            @Nullable String mentions) {}

    private record NameRead(
            UUID subjectId,
            @Nullable String plain,
            @Nullable String cipher,
            long knownAt) {}

    Map<String, SubjectHistory> of(Set<String> lookups) {
        Map<String, SubjectHistory> histories = new HashMap<>();
        lookups.forEach(lookup -> histories.put(lookup, NOBODY));
        if (!lookups.isEmpty()) {
            session.createNativeQuery(HISTORIES, HistoryRow.class)
                    .setParameter("lookups", String.join(",", lookups))
                    .getResultList()
                    .forEach(row -> histories.put(
                            row.lookup(),
                            new SubjectHistory(
                                    row.subjectId(),
                                    row.knownAt(),
                                    merges(row.merges()),
                                    names(row.names()),
                                    mentions(row.mentions()))));
        }
        return histories;
    }

    private List<SubjectHistory.Merge> merges(@Nullable String text) {
        return text == null ? List.of() : json.read(text, new TypeReference<List<SubjectHistory.Merge>>() {});
    }

    private List<SubjectHistory.Name> names(@Nullable String text) {
        return text == null
                ? List.of()
                : json.read(text, new TypeReference<List<NameRead>>() {}).stream()
                        .map(read ->
                                new SubjectHistory.Name(read.subjectId(), new SubjectName(plain(read)), read.knownAt()))
                        .toList();
    }

    private String plain(NameRead read) {
        return read.plain() != null
                ? read.plain()
                : cipher.decrypt(Base64.getMimeDecoder().decode(String.valueOf(read.cipher())), "subject_name");
    }

    private List<SubjectHistory.Mention> mentions(@Nullable String text) {
        return text == null
                ? List.of()
                : json.read(text, new TypeReference<List<MentionRead>>() {}).stream()
                        .map(read -> new SubjectHistory.Mention(Objects.requireNonNull(read.via()), read.mention(json)))
                        .toList();
    }
}
