package org.xinheng.remedy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listings;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.Objections;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.Conditions;

/** {@link Objections} in PostgreSQL: Panache; SQL where the second of two at once is to find the row of the first. */
@ApplicationScoped
class ObjectionsInPostgres implements Objections {
    private static final String STATEMENT = "objection_statement";
    private static final String REASONS = "objection_answer_reasons";

    private final Session session;
    private final PersonalDataCipher cipher;
    private final Listings listings;

    ObjectionsInPostgres(Session session, PersonalDataCipher cipher, Listings listings) {
        this.session = session;
        this.cipher = cipher;
        this.listings = listings;
    }

    @Override
    public void add(Objection objection, String statement, long knownAt, UUID callerKey, Instant at) {
        ObjectionRow row = new ObjectionRow();
        row.id = objection.id();
        row.listingId = objection.listingId();
        row.department = listings.find(objection.listingId(), knownAt)
                .orElseThrow(() -> Refusal.of(ErrorCode.LISTING_NOT_FOUND))
                .initiatingDepartment();
        row.filedOn = objection.filedOn();
        row.filedBy = objection.filedBy();
        Objection.Limit limit = objection.limit();
        if (limit != null) {
            row.term = limit.term();
            row.markBy = limit.markBy();
            row.answerBy = limit.answerBy();
            row.extendableTo = limit.extendableTo();
            row.calendarKnown = limit.calendarKnown();
        }
        row.knownAt = knownAt;
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        ObjectionStatementRow statementRow = new ObjectionStatementRow();
        statementRow.objectionId = objection.id();
        statementRow.cipher = cipher.encrypt(statement, STATEMENT);
        statementRow.persist();
    }

    /** Two at once: the second finds the row of the first, and is told as it would have been a moment later. */
    @Override
    public void extend(UUID objectionId, Objection.Extension extension, UUID callerKey, Instant at) {
        int written = session.createNativeMutationQuery("""
                        insert into objection_extension (objection_id, extended_on, reason, recorded_at, recorded_by)
                        values (:id, :on, :reason, :at, :by) on conflict do nothing
                        """)
                .setParameter("id", objectionId)
                .setParameter("on", extension.extendedOn())
                .setParameter("reason", extension.reason())
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
        if (written == 0) {
            throw Refusal.of(ErrorCode.OBJECTION_NOT_EXTENDABLE, objectionId.toString());
        }
    }

    @Override
    public void answer(UUID objectionId, Objection.Answer answer, long knownAt, UUID callerKey, Instant at) {
        ObjectionAnswerRow row = new ObjectionAnswerRow();
        row.objectionId = objectionId;
        row.outcome = answer.outcome();
        row.answeredOn = answer.answeredOn();
        row.documentNumber = answer.documentNumber();
        row.knownAt = knownAt;
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        ObjectionAnswerReasonsRow reasonsRow = new ObjectionAnswerReasonsRow();
        reasonsRow.objectionId = objectionId;
        reasonsRow.knownAt = knownAt;
        reasonsRow.cipher = cipher.encrypt(answer.reasons(), REASONS);
        reasonsRow.persist();
    }

    @Override
    public Optional<Objection> find(UUID id) {
        return ObjectionRow.<ObjectionRow>findByIdOptional(id)
                .map(row -> whole(List.of(row)).get(0));
    }

    @Override
    public List<Objection> against(UUID listingId) {
        return whole(ObjectionRow.list("listingId = ?1 order by id", listingId));
    }

    @Override
    public Optional<String> statementOf(UUID id) {
        return ObjectionStatementRow.<ObjectionStatementRow>findByIdOptional(id)
                .map(row -> cipher.decrypt(row.cipher, STATEMENT));
    }

    @Override
    public List<Objection> open(
            @Nullable String department, @Nullable LocalDate dueBefore, @Nullable UUID after, int size) {
        String extended = "exists (select 1 from ObjectionExtensionRow e where e.objectionId = o.id)";
        Conditions where = new Conditions("from ObjectionRow o"
                        + " where not exists (select 1 from ObjectionAnswerRow a where a.objectionId = o.id)")
                .and("o.department = :department", "department", department)
                .and(
                        "((o.extendableTo is not null and o.extendableTo < :day and " + extended
                                + ") or (o.answerBy < :day and not " + extended + "))",
                        "day",
                        dueBefore)
                .and("o.id > :after", "after", after);
        return whole(ObjectionRow.<ObjectionRow>find(where + " order by o.id", where.parameters())
                .range(0, size - 1)
                .list());
    }

    private List<Objection> whole(List<ObjectionRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ObjectionExtensionRow> extensions =
                ObjectionExtensionRow.<ObjectionExtensionRow>list("objectionId in ?1", ids).stream()
                        .collect(Collectors.toMap(row -> row.objectionId, Function.identity()));
        Map<UUID, ObjectionAnswerRow> answers =
                ObjectionAnswerRow.<ObjectionAnswerRow>list("objectionId in ?1", ids).stream()
                        .collect(Collectors.toMap(row -> row.objectionId, Function.identity()));
        Map<UUID, String> reasons =
                ObjectionAnswerReasonsRow.<ObjectionAnswerReasonsRow>list("objectionId in ?1", ids).stream()
                        .collect(Collectors.toMap(row -> row.objectionId, row -> cipher.decrypt(row.cipher, REASONS)));
        return rows.stream()
                .map(row -> objection(
                        row,
                        extensions.get(row.id),
                        answers.get(row.id),
                        Objects.requireNonNullElse(reasons.get(row.id), "")))
                .toList();
    }

    /** @param reasons of the answer, empty where they were erased */
    private static Objection objection(
            ObjectionRow row,
            @Nullable ObjectionExtensionRow extension,
            @Nullable ObjectionAnswerRow answer,
            String reasons) {
        Objection.Limit limit = row.term == null || row.markBy == null || row.answerBy == null
                ? null
                : new Objection.Limit(row.term, row.markBy, row.answerBy, row.extendableTo, row.calendarKnown);
        return new Objection(
                row.id,
                row.listingId,
                row.filedOn,
                row.filedBy,
                limit,
                extension == null ? null : new Objection.Extension(extension.extendedOn, extension.reason),
                answer == null
                        ? null
                        : new Objection.Answer(answer.outcome, answer.answeredOn, reasons, answer.documentNumber));
    }
}
