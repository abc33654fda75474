package org.xinheng.act.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Act;
import org.xinheng.act.ActContent;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKey;
import org.xinheng.act.ActKind;
import org.xinheng.act.Acts;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.UnderlyingActs;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.Sql;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.subject.SubjectName;

/**
 * {@link Acts} in PostgreSQL: who is concerned and every free word is encrypted beside the row, and erasable. SQL, since
 * acts come in batches and each is read with what is encrypted of it and its revocation in one statement.
 */
@ApplicationScoped
class ActsInPostgres implements Acts, UnderlyingActs {
    private static final String CONTEXT = "act_personal";
    private static final int PIECE = 1000;
    /** First key of the advisory locks behind which the acts of a department queue; any constant will do. */
    private static final int SUBMITTING = 0x616374;

    private final Session session;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final StoredJson json;

    ActsInPostgres(Session session, PersonalDataCipher cipher, LookupHash lookupHash, StoredJson json) {
        this.session = session;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.json = json;
    }

    /** What is encrypted of an act. */
    record Personal(String identifier, @Nullable String name, ActContent content) {}

    @Override
    public int addAll(List<Act> acts, UUID callerKey) {
        return session.doReturningWork(connection -> {
            for (int from = 0; from < acts.size(); from += PIECE) {
                add(connection, acts.subList(from, Math.min(acts.size(), from + PIECE)), callerKey);
            }
            return acts.isEmpty()
                    ? 0
                    : Sql.onlyRow(
                            connection,
                            // the driver does not count the rows of a batch: they are counted where they are kept
                            "select cast(count(*) as int) from act where delivery = ?",
                            row -> row.getInt(1),
                            acts.get(0).delivery());
        });
    }

    private void add(Connection connection, List<Act> acts, UUID callerKey) throws SQLException {
        Sql.batch(connection, ActSql.INSERT, acts, act -> {
            ActDraft says = act.says();
            Identifier subject = says.subject().identifier();
            return Sql.parameters(
                    act.id(),
                    says.kind().name(),
                    act.department(),
                    act.region(),
                    says.documentNumber(),
                    says.decidedOn(),
                    says.organ(),
                    says.organCode(),
                    says.category(),
                    says.gravity() == null ? null : says.gravity().name(),
                    says.simpleProcedure(),
                    says.validFrom(),
                    says.validUntil(),
                    says.publicUntil(),
                    says.fineCny(),
                    says.confiscatedCny(),
                    says.subject().type().name(),
                    subject.scheme().name(),
                    lookupHash.of(subject),
                    act.dueOn(),
                    act.calendarKnown(),
                    act.recordedOn(),
                    act.reminder(),
                    act.delivery(),
                    act.recordedAt(),
                    callerKey);
        });
        Sql.batch(
                connection,
                ActSql.INSERT_PERSONAL,
                acts,
                act -> Sql.parameters(act.id(), cipher.encrypt(json.write(personal(act.says())), CONTEXT)));
    }

    private static Personal personal(ActDraft says) {
        SubjectName name = says.subject().name();
        return new Personal(says.subject().identifier().value(), name == null ? null : name.value(), says.content());
    }

    @Override
    public void oneAtATime(String department) {
        session.createNativeQuery("select pg_advisory_xact_lock(:space, hashtext(:department))", Object.class)
                .setParameter("space", SUBMITTING)
                .setParameter("department", department)
                .getResultList();
    }

    @Override
    public Map<ActKey, ActDraft> known(String department, Collection<ActKey> keys) {
        Map<ActKey, ActDraft> known = new HashMap<>();
        List<ActKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PIECE) {
            List<ActKey> piece = all.subList(from, Math.min(all.size(), from + PIECE));
            acts(session.createNativeQuery(ActSql.KNOWN, ActRow.class)
                            .setParameter("department", department)
                            .setParameter(
                                    "numbers",
                                    piece.stream().map(ActKey::documentNumber).collect(Collectors.toSet()))
                            .setParameter(
                                    "lookups",
                                    piece.stream()
                                            .map(ActKey::subject)
                                            .distinct()
                                            .map(lookupHash::of)
                                            .toList()))
                    .map(Act::says)
                    .forEach(says -> known.put(ActKey.of(says), says));
        }
        return known;
    }

    @Override
    public Optional<Act> find(UUID id) {
        return acts(session.createNativeQuery(ActSql.SELECT + " where a.id = :id", ActRow.class)
                        .setParameter("id", id))
                .findFirst();
    }

    @Override
    public List<Act> search(Acts.ActQuery query) {
        return acts(session.createNativeQuery(ActSql.SEARCH, ActRow.class)
                        .setParameter("department", query.department())
                        .setParameter(
                                "kind",
                                query.kind() == null ? null : query.kind().name())
                        .setParameter("from", query.from())
                        .setParameter("to", query.to())
                        .setParameter("late", query.late())
                        .setParameter("after", query.after())
                        .setParameter("size", query.size()))
                .toList();
    }

    @Override
    public void revoke(UUID id, Act.Revocation revocation, @Nullable Long knownAt, UUID callerKey, Instant at) {
        session.createNativeMutationQuery(ActSql.REVOKE)
                .setParameter("id", id)
                .setParameter("on", revocation.revokedOn())
                .setParameter("reason", revocation.reason())
                .setParameter("document", revocation.documentNumber())
                .setParameter("known", knownAt)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
    }

    @Override
    public void declare(
            String department, ActKind kind, LocalDate month, int made, UUID callerKey, UUID id, Instant at) {
        session.createNativeMutationQuery(
                        "insert into act_count (id, department, kind, month, made, recorded_at, recorded_by)"
                                + " values (:id, :department, :kind, :month, :made, :at, :by)")
                .setParameter("id", id)
                .setParameter("department", department)
                .setParameter("kind", kind.name())
                .setParameter("month", month)
                .setParameter("made", made)
                .setParameter("at", at)
                .setParameter("by", callerKey)
                .executeUpdate();
    }

    @Override
    public List<Figures> figures(@Nullable String department, LocalDate from, LocalDate to) {
        LocalDate end = to.plusMonths(1);
        return session
                .createNativeQuery(ActSql.FIGURES, FiguresRow.class)
                .setParameter("department", department)
                .setParameter("from", from)
                .setParameter("end", end)
                .setParameter("first", from.atStartOfDay(BeijingTime.ZONE).toInstant())
                .setParameter("last", end.atStartOfDay(BeijingTime.ZONE).toInstant())
                .getResultList()
                .stream()
                .map(FiguresRow::figures)
                .toList();
    }

    private record FiguresRow(
            String department,
            String kind,
            LocalDate month,
            @Nullable Integer made,
            int reported,
            int late,
            int handedIn,
            int compliant) {
        Figures figures() {
            return new Figures(department, ActKind.valueOf(kind), month, made, reported, late, handedIn, compliant);
        }
    }

    @Override
    public Optional<ErrorCode> hindrance(UUID act, Identifier subject) {
        Act found = find(act).orElse(null);
        if (found == null) {
            return Optional.of(ErrorCode.ACT_UNKNOWN);
        }
        if (!found.says().subject().identifier().equals(subject)) {
            return Optional.of(ErrorCode.ACT_OF_ANOTHER_SUBJECT);
        }
        return found.revocation() == null ? Optional.empty() : Optional.of(ErrorCode.ACT_REVOKED);
    }

    private Stream<Act> acts(NativeQuery<ActRow> query) {
        return query.getResultStream()
                .map(row -> row.act(json.read(cipher.decrypt(row.cipher(), CONTEXT), Personal.class)));
    }
}
