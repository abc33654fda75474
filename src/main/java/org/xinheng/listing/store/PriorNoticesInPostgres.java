package org.xinheng.listing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.NoticeBlocks;
import org.xinheng.listing.PriorNotice;
import org.xinheng.listing.PriorNotices;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;

/** {@link PriorNotices} in PostgreSQL. */
@ApplicationScoped
class PriorNoticesInPostgres implements PriorNotices {
    /** Of subjects to whose notice an objection waits or was upheld: every notice, in the order in which it was given. */
    private static final String BLOCKS = """
            with objected as (
                select o.notice_id, bool_or(a.outcome is null) as waiting, bool_or(a.outcome = 'UPHELD') as upheld
                from prior_notice n join prior_notice_objection o on o.notice_id = n.id
                left join prior_notice_answer a on a.objection_id = o.id
                where n.department = :department group by o.notice_id),
            subject as (
                select distinct n.list_kind, n.subject_lookup from prior_notice n join objected o on o.notice_id = n.id
                where o.waiting or o.upheld)
            select n.list_kind, encode(n.subject_lookup, 'hex'), n.noticed_on, coalesce(o.waiting, false),
                   coalesce(o.upheld, false)
            from prior_notice n join subject s using (list_kind, subject_lookup) left join objected o on o.notice_id = n.id
            where n.department = :department order by n.known_at, n.id""";

    private static final String STANDING = """
            select encode(l.fingerprint, 'hex') from subject_identifier i join listing l on l.subject_id = i.subject_id
            where i.lookup = decode(:lookup, 'hex') and l.department = :department and l.list_kind = :kind
              and not exists (select 1 from listing_event e where e.listing_id = l.id and e.type in ('REMOVED', 'REVOKED'))""";

    private static final String PERSONAL = "prior_notice_personal";
    private static final String STATEMENT = "prior_notice_statement";

    private final EntityManager entities;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final ListingJson json;

    PriorNoticesInPostgres(
            EntityManager entities, PersonalDataCipher cipher, LookupHash lookupHash, ObjectMapper objectMapper) {
        this.entities = entities;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.json = new ListingJson(objectMapper);
    }

    private record Stored(
            IdentifierScheme scheme,
            String identifier,
            @Nullable String name,
            String facts) {}

    @Override
    public void add(PriorNotice notice, Personal personal, long knownAt, UUID callerKey, Instant at) {
        Identifier identifier = personal.identifier();
        entities.createNativeQuery("""
                        insert into prior_notice (id, department, list_kind, region, ground, legal_bases, subject_type,
                            subject_lookup, noticed_on, known_at, recorded_at, recorded_by)
                        values (:id, :department, :kind, :region, cast(:ground as text),
                            string_to_array(:bases, ' '), :type, :lookup, :on, :known, :at, :by)""")
                .setParameter("id", notice.id())
                .setParameter("department", notice.department())
                .setParameter("kind", notice.listKind())
                .setParameter("region", notice.region())
                .setParameter("ground", notice.ground())
                .setParameter("bases", String.join(" ", notice.legalBases()))
                .setParameter("type", notice.subjectType().name())
                .setParameter("lookup", lookupHash.of(identifier.scheme(), identifier.value()))
                .setParameter("on", notice.noticedOn())
                .setParameter("known", knownAt)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
        seal(
                PERSONAL,
                "notice_id",
                notice.id(),
                json.write(new Stored(identifier.scheme(), identifier.value(), personal.name(), personal.facts())));
    }

    private void seal(String table, String key, UUID id, String text) {
        entities.createNativeQuery("insert into " + table + " (" + key + ", cipher) values (:id, :cipher)")
                .setParameter("id", id)
                .setParameter("cipher", cipher.encrypt(text, table))
                .executeUpdate();
    }

    private Optional<String> unsealed(String table, String key, UUID id) {
        List<?> sealed = entities.createNativeQuery("select cipher from " + table + " where " + key + " = :id")
                .setParameter("id", id)
                .getResultList();
        return sealed.isEmpty() ? Optional.empty() : Optional.of(cipher.decrypt((byte[]) sealed.get(0), table));
    }

    @Override
    public Optional<PriorNotice> find(UUID id) {
        List<?> rows = entities.createNativeQuery("""
                        select department, list_kind, region, ground, array_to_string(legal_bases, ' '), subject_type,
                               noticed_on
                        from prior_notice where id = :id""").setParameter("id", id).getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(notice(id, (Object[]) rows.get(0)));
    }

    private PriorNotice notice(UUID id, Object[] row) {
        String bases = (String) row[4];
        return new PriorNotice(
                id,
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                bases.isEmpty() ? List.of() : List.of(bases.split(" ", -1)),
                SubjectType.valueOf((String) row[5]),
                day(row[6]),
                objections(id));
    }

    private List<PriorNotice.Objection> objections(UUID notice) {
        List<PriorNotice.Objection> objections = new ArrayList<>();
        for (Object each :
                entities.createNativeQuery("""
                        select o.id, o.filed_on, o.filed_by, o.answer_by, a.outcome, a.answered_on, a.reasons,
                               a.document_number
                        from prior_notice_objection o left join prior_notice_answer a on a.objection_id = o.id
                        where o.notice_id = :id order by o.known_at""").setParameter("id", notice).getResultList()) {
            Object[] row = (Object[]) each;
            objections.add(new PriorNotice.Objection(
                    (UUID) row[0],
                    day(row[1]),
                    (String) row[2],
                    row[3] == null ? null : day(row[3]),
                    row[4] == null
                            ? null
                            : new PriorNotice.Answer(
                                    PriorNotice.Outcome.valueOf((String) row[4]), day(row[5]), (String) row[6], (String)
                                            row[7])));
        }
        return List.copyOf(objections);
    }

    @Override
    public Optional<Personal> personalOf(UUID id) {
        return unsealed(PERSONAL, "notice_id", id).map(text -> {
            Stored stored = json.read(text, new TypeReference<>() {});
            return new Personal(
                    Identifier.parse(stored.scheme(), stored.identifier(), "/subject/identifier"),
                    stored.name(),
                    stored.facts());
        });
    }

    @Override
    public boolean concerns(UUID id, Identifier identifier) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from prior_notice where id = :id and subject_lookup = :lookup)")
                .setParameter("id", id)
                .setParameter("lookup", lookupHash.of(identifier.scheme(), identifier.value()))
                .getSingleResult();
    }

    @Override
    public void object(
            UUID notice, PriorNotice.Objection objection, String statement, long knownAt, UUID callerKey, Instant at) {
        entities.createNativeQuery("""
                        insert into prior_notice_objection (id, notice_id, filed_on, filed_by, answer_by, known_at,
                            recorded_at, recorded_by)
                        values (:id, :notice, :on, :filedBy, cast(:answerBy as date), :known, :at, :by)""")
                .setParameter("id", objection.id())
                .setParameter("notice", notice)
                .setParameter("on", objection.filedOn())
                .setParameter("filedBy", objection.filedBy())
                .setParameter(
                        "answerBy",
                        objection.answerBy() == null
                                ? null
                                : objection.answerBy().toString())
                .setParameter("known", knownAt)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
        seal(STATEMENT, "objection_id", objection.id(), statement);
    }

    @Override
    public Optional<String> statementOf(UUID objection) {
        return unsealed(STATEMENT, "objection_id", objection);
    }

    @Override
    public void answer(UUID objection, PriorNotice.Answer answer, long knownAt, UUID callerKey, Instant at) {
        entities.createNativeQuery("""
                        insert into prior_notice_answer (objection_id, outcome, answered_on, reasons, document_number,
                            known_at, recorded_at, recorded_by)
                        values (:id, :outcome, :on, :reasons, :document, :known, :at, :by)""")
                .setParameter("id", objection)
                .setParameter("outcome", answer.outcome().name())
                .setParameter("on", answer.answeredOn())
                .setParameter("reasons", answer.reasons())
                .setParameter("document", answer.documentNumber())
                .setParameter("known", knownAt)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
    }

    @Override
    public NoticeBlocks blocksOf(String department) {
        Map<NoticeBlocks.About, NoticeBlocks.Block> blocks = new HashMap<>();
        for (Object each : entities.createNativeQuery(BLOCKS)
                .setParameter("department", department)
                .getResultList()) {
            Object[] row = (Object[]) each;
            NoticeBlocks.About about = new NoticeBlocks.About((String) row[0], (String) row[1]);
            LocalDate noticedOn = day(row[2]);
            NoticeBlocks.Block before =
                    blocks.computeIfAbsent(about, unseen -> new NoticeBlocks.Block(false, null, new HashSet<>()));
            if ((Boolean) row[3]) {
                blocks.put(about, new NoticeBlocks.Block(true, before.withdrawnOn(), before.anew()));
            } else if ((Boolean) row[4]) {
                blocks.put(about, new NoticeBlocks.Block(before.waiting(), noticedOn, new HashSet<>()));
            } else {
                before.anew().add(noticedOn);
            }
        }
        return new NoticeBlocks(blocks);
    }

    @Override
    public Set<String> standing(String department, NoticeBlocks.About about) {
        Set<String> standing = new HashSet<>();
        for (Object hash : entities.createNativeQuery(STANDING)
                .setParameter("department", department)
                .setParameter("kind", about.listKind())
                .setParameter("lookup", about.lookup())
                .getResultList()) {
            standing.add((String) hash);
        }
        return standing;
    }

    private static LocalDate day(Object day) {
        return day instanceof Date date ? date.toLocalDate() : (LocalDate) day;
    }
}
