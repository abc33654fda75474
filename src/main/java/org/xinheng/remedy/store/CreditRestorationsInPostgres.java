package org.xinheng.remedy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.CreditRestorations;
import org.xinheng.secrecy.PersonalDataCipher;

/** {@link CreditRestorations} in PostgreSQL: Panache; SQL where they are searched by the department of their entry. */
@ApplicationScoped
class CreditRestorationsInPostgres implements CreditRestorations {
    private static final String PROMISE = "credit_restoration_promise";
    private static final String REASON = "credit_restoration_decision_reason";

    private final Session session;
    private final PersonalDataCipher cipher;

    CreditRestorationsInPostgres(Session session, PersonalDataCipher cipher) {
        this.session = session;
        this.cipher = cipher;
    }

    @Override
    public void lock(UUID listingId) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:listing, 1))", Object.class)
                .setParameter("listing", listingId.toString())
                .getSingleResult();
    }

    @Override
    public void add(CreditRestoration restoration, String promise, UUID callerKey, Instant at) {
        CreditRestorationRow row = new CreditRestorationRow();
        row.id = restoration.id();
        row.listingId = restoration.listingId();
        row.appliedOn = restoration.appliedOn();
        row.appliedBy = restoration.appliedBy();
        row.rule = restoration.rule();
        row.performedOn = restoration.performedOn();
        row.documents = restoration.documents().toArray(String[]::new);
        row.decideBy = restoration.decideBy();
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        CreditRestorationPromiseRow promiseRow = new CreditRestorationPromiseRow();
        promiseRow.restorationId = restoration.id();
        promiseRow.cipher = cipher.encrypt(promise, PROMISE);
        promiseRow.persist();
    }

    @Override
    public void decide(UUID restorationId, CreditRestoration.Decided decision, UUID callerKey, Instant at) {
        CreditRestorationDecisionRow row = new CreditRestorationDecisionRow();
        row.restorationId = restorationId;
        row.granted = decision.granted();
        row.decidedOn = decision.decidedOn();
        row.effectiveOn = decision.effectiveOn();
        row.documentNumber = decision.documentNumber();
        row.recordedAt = at;
        row.recordedBy = callerKey;
        row.persist();
        CreditRestorationDecisionReasonRow reasonRow = new CreditRestorationDecisionReasonRow();
        reasonRow.restorationId = restorationId;
        reasonRow.cipher = cipher.encrypt(decision.reason(), REASON);
        reasonRow.persist();
    }

    @Override
    public Optional<CreditRestoration> find(UUID id) {
        return CreditRestorationRow.<CreditRestorationRow>findByIdOptional(id)
                .map(row -> whole(List.of(row)).get(0));
    }

    @Override
    public List<CreditRestoration> forListing(UUID listingId) {
        return whole(CreditRestorationRow.list("listingId = ?1 order by id", listingId));
    }

    @Override
    public Optional<String> promiseOf(UUID id) {
        return CreditRestorationPromiseRow.<CreditRestorationPromiseRow>findByIdOptional(id)
                .map(row -> cipher.decrypt(row.cipher, PROMISE));
    }

    @Override
    public List<CreditRestoration> search(Query query) {
        List<UUID> ids = session.createNativeQuery("""
                        select r.id from credit_restoration r join listing l on l.id = r.listing_id
                        where (cast(:department as text) is null or l.department = :department)
                          and (not :waiting or not exists (
                               select 1 from credit_restoration_decision d where d.restoration_id = r.id))
                          and (cast(:day as date) is null or r.decide_by < :day)
                          and (cast(:after as uuid) is null or r.id > :after)
                        order by r.id limit :size
                        """, UUID.class)
                .setParameter("department", query.department())
                .setParameter("waiting", query.open() || query.dueBefore() != null)
                .setParameter("day", query.dueBefore())
                .setParameter("after", query.after())
                .setParameter("size", query.size())
                .getResultList();
        return ids.isEmpty() ? List.of() : whole(CreditRestorationRow.list("id in ?1 order by id", ids));
    }

    private List<CreditRestoration> whole(List<CreditRestorationRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CreditRestorationDecisionRow> decisions =
                CreditRestorationDecisionRow.<CreditRestorationDecisionRow>list("restorationId in ?1", ids).stream()
                        .collect(Collectors.toMap(row -> row.restorationId, Function.identity()));
        Map<UUID, String> reasons =
                CreditRestorationDecisionReasonRow.<CreditRestorationDecisionReasonRow>list("restorationId in ?1", ids)
                        .stream()
                        .collect(Collectors.toMap(row -> row.restorationId, row -> cipher.decrypt(row.cipher, REASON)));
        return rows.stream()
                .map(row ->
                        restoration(row, decisions.get(row.id), Objects.requireNonNullElse(reasons.get(row.id), "")))
                .toList();
    }

    /** @param reason of the decision, empty where it was erased */
    private static CreditRestoration restoration(
            CreditRestorationRow row, @Nullable CreditRestorationDecisionRow decision, String reason) {
        return new CreditRestoration(
                row.id,
                row.listingId,
                row.appliedOn,
                row.appliedBy,
                row.rule,
                row.performedOn,
                List.of(row.documents),
                row.decideBy,
                decision == null
                        ? null
                        : new CreditRestoration.Decided(
                                decision.granted,
                                decision.decidedOn,
                                decision.effectiveOn,
                                reason,
                                decision.documentNumber));
    }
}
