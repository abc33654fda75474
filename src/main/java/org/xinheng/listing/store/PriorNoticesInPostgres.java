package org.xinheng.listing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.listing.NoticeBlocks;
import org.xinheng.listing.PriorNotice;
import org.xinheng.listing.PriorNotices;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.StoredJson;

/** {@link PriorNotices} in PostgreSQL: Panache; SQL where the notices and entries of a department are laid beside each other. */
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

    private final Session session;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final StoredJson json;

    PriorNoticesInPostgres(Session session, PersonalDataCipher cipher, LookupHash lookupHash, StoredJson json) {
        this.session = session;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.json = json;
    }

    private record BlockRow(String listKind, String lookup, LocalDate noticedOn, boolean waiting, boolean upheld) {}

    private record Stored(
            IdentifierScheme scheme,
            String identifier,
            @Nullable String name,
            String facts) {}

    @Override
    public void add(PriorNotice notice, Personal personal, long knownAt, UUID callerKey, Instant at) {
        Identifier identifier = personal.identifier();
        PriorNoticeRow row = new PriorNoticeRow();
        row.id = notice.id();
        row.department = notice.department();
        row.listKind = notice.listKind();
        row.region = notice.region();
        row.ground = notice.ground();
        row.legalBases = notice.legalBases().toArray(String[]::new);
        row.subjectType = notice.subjectType();
        row.subjectLookup = lookupHash.of(identifier);
        row.noticedOn = notice.noticedOn();
        row.knownAt = knownAt;
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        seal(
                PERSONAL,
                "notice_id",
                notice.id(),
                json.write(new Stored(identifier.scheme(), identifier.value(), personal.name(), personal.facts())));
    }

    private void seal(String table, String key, UUID id, String text) {
        session.flush();
        session.createNativeMutationQuery("insert into " + table + " (" + key + ", cipher) values (:id, :cipher)")
                .setParameter("id", id)
                .setParameter("cipher", cipher.encrypt(text, table))
                .executeUpdate();
    }

    private Optional<String> unsealed(String table, String key, UUID id) {
        return session.createNativeQuery("select cipher from " + table + " where " + key + " = :id", byte[].class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(text -> cipher.decrypt(text, table));
    }

    @Override
    public Optional<PriorNotice> find(UUID id) {
        return PriorNoticeRow.<PriorNoticeRow>findByIdOptional(id).map(row -> row.notice(objections(id)));
    }

    private List<PriorNotice.Objection> objections(UUID notice) {
        List<PriorNoticeObjectionRow> objections =
                PriorNoticeObjectionRow.list("noticeId = ?1 order by knownAt", notice);
        return objections.stream()
                .map(row -> row.objection(PriorNoticeAnswerRow.findById(row.id)))
                .toList();
    }

    @Override
    public Optional<Personal> personalOf(UUID id) {
        return unsealed(PERSONAL, "notice_id", id).map(text -> {
            Stored stored = json.read(text, Stored.class);
            return new Personal(new Identifier(stored.scheme(), stored.identifier()), stored.name(), stored.facts());
        });
    }

    @Override
    public boolean concerns(UUID id, Identifier identifier) {
        byte[] lookup = lookupHash.of(identifier);
        return PriorNoticeRow.count("id = ?1 and subjectLookup = ?2", id, lookup) > 0;
    }

    @Override
    public void object(
            UUID notice, PriorNotice.Objection objection, String statement, long knownAt, UUID callerKey, Instant at) {
        PriorNoticeObjectionRow row = new PriorNoticeObjectionRow();
        row.id = objection.id();
        row.noticeId = notice;
        row.filedOn = objection.filedOn();
        row.filedBy = objection.filedBy();
        row.answerBy = objection.answerBy();
        row.knownAt = knownAt;
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        seal(STATEMENT, "objection_id", objection.id(), statement);
    }

    @Override
    public Optional<String> statementOf(UUID objection) {
        return unsealed(STATEMENT, "objection_id", objection);
    }

    @Override
    public void answer(UUID objection, PriorNotice.Answer answer, long knownAt, UUID callerKey, Instant at) {
        PriorNoticeAnswerRow row = new PriorNoticeAnswerRow();
        row.objectionId = objection;
        row.outcome = answer.outcome();
        row.answeredOn = answer.answeredOn();
        row.reasons = answer.reasons();
        row.documentNumber = answer.documentNumber();
        row.knownAt = knownAt;
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
    }

    @Override
    public NoticeBlocks blocksOf(String department) {
        Map<NoticeBlocks.About, NoticeBlocks.Block> blocks = new HashMap<>();
        for (BlockRow row : session.createNativeQuery(BLOCKS, BlockRow.class)
                .setParameter("department", department)
                .getResultList()) {
            NoticeBlocks.About about = new NoticeBlocks.About(row.listKind(), row.lookup());
            NoticeBlocks.Block before =
                    blocks.computeIfAbsent(about, unseen -> new NoticeBlocks.Block(false, null, new HashSet<>()));
            if (row.waiting()) {
                blocks.put(about, new NoticeBlocks.Block(true, before.withdrawnOn(), before.anew()));
            } else if (row.upheld()) {
                blocks.put(about, new NoticeBlocks.Block(before.waiting(), row.noticedOn(), new HashSet<>()));
            } else {
                before.anew().add(row.noticedOn());
            }
        }
        return new NoticeBlocks(blocks);
    }

    @Override
    public Set<String> standing(String department, NoticeBlocks.About about) {
        return Set.copyOf(session.createNativeQuery(STANDING, String.class)
                .setParameter("department", department)
                .setParameter("kind", about.listKind())
                .setParameter("lookup", about.lookup())
                .getResultList());
    }
}
