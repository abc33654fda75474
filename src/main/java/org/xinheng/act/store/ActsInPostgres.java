package org.xinheng.act.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Act;
import org.xinheng.act.ActContent;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKey;
import org.xinheng.act.ActKind;
import org.xinheng.act.Acts;
import org.xinheng.catalogue.Gravity;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.UnderlyingActs;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.subject.SubjectName;

/** {@link Acts} in PostgreSQL: who is concerned and every free word is encrypted beside the row, and erasable. */
@ApplicationScoped
class ActsInPostgres implements Acts, UnderlyingActs {
    private static final String CONTEXT = "act_personal";
    private static final int PIECE = 1000;
    /** First key of the advisory locks behind which the acts of a department queue; any constant will do. */
    private static final int SUBMITTING = 0x616374;

    private final EntityManager entities;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final ObjectMapper objectMapper;

    ActsInPostgres(
            EntityManager entities, PersonalDataCipher cipher, LookupHash lookupHash, ObjectMapper objectMapper) {
        this.entities = entities;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.objectMapper = objectMapper;
    }

    /** What is encrypted of an act. */
    record Personal(String identifier, @Nullable String name, ActContent content) {}

    @Override
    public int addAll(List<Act> acts, UUID callerKey) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            for (int from = 0; from < acts.size(); from += PIECE) {
                add(connection, acts.subList(from, Math.min(acts.size(), from + PIECE)), callerKey);
            }
            return acts.isEmpty() ? 0 : stored(connection, acts.get(0).delivery());
        });
    }

    /** Rows that are written many at a time are not told one by one: they are counted where they are kept. */
    private static int stored(Connection connection, UUID delivery) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select cast(count(*) as int) from act where delivery = ?")) {
            count.setObject(1, delivery);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void add(Connection connection, List<Act> acts, UUID callerKey) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ActSql.INSERT);
                PreparedStatement personal = connection.prepareStatement(ActSql.INSERT_PERSONAL)) {
            for (Act act : acts) {
                ActDraft says = act.says();
                Identifier subject = says.subject().identifier();
                SubjectName name = says.subject().name();
                set(
                        insert,
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
                        lookupHash.of(subject.scheme(), subject.value()),
                        act.dueOn(),
                        act.calendarKnown(),
                        act.recordedOn(),
                        act.reminder(),
                        act.delivery(),
                        act.recordedAt().atOffset(ZoneOffset.UTC),
                        callerKey);
                insert.addBatch();
                set(
                        personal,
                        act.id(),
                        cipher.encrypt(
                                written(new Personal(
                                        subject.value(), name == null ? null : name.value(), says.content())),
                                CONTEXT));
                personal.addBatch();
            }
            insert.executeBatch();
            personal.executeBatch();
        }
    }

    @Override
    public void oneAtATime(String department) {
        entities.createNativeQuery("select pg_advisory_xact_lock(:space, hashtext(:department))")
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
            acts(entities.createNativeQuery(ActSql.KNOWN, Tuple.class)
                            .setParameter("department", department)
                            .setParameter(
                                    "numbers",
                                    piece.stream().map(ActKey::documentNumber).collect(Collectors.toSet()))
                            .setParameter(
                                    "lookups",
                                    piece.stream()
                                            .map(ActKey::subject)
                                            .distinct()
                                            .map(subject -> lookupHash.of(subject.scheme(), subject.value()))
                                            .toList()))
                    .map(Act::says)
                    .forEach(says -> known.put(ActKey.of(says), says));
        }
        return known;
    }

    @Override
    public Optional<Act> find(UUID id) {
        return acts(entities.createNativeQuery(ActSql.SELECT + " where a.id = :id", Tuple.class)
                        .setParameter("id", id))
                .findFirst();
    }

    @Override
    public List<Act> search(Acts.ActQuery query) {
        return acts(entities.createNativeQuery(ActSql.SEARCH, Tuple.class)
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
        entities.createNativeQuery(ActSql.REVOKE)
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
        entities.createNativeQuery("insert into act_count (id, department, kind, month, made, recorded_at, recorded_by)"
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
        return tuples(entities.createNativeQuery(ActSql.FIGURES, Tuple.class)
                        .setParameter("department", department)
                        .setParameter("from", from)
                        .setParameter("end", end)
                        .setParameter(
                                "first", from.atStartOfDay(BeijingTime.ZONE).toInstant())
                        .setParameter("last", end.atStartOfDay(BeijingTime.ZONE).toInstant()))
                .map(row -> new Figures(
                        row.get("department", String.class),
                        ActKind.valueOf(row.get("kind", String.class)),
                        dayThere(row, "month"),
                        row.get("made", Integer.class),
                        row.get("reported", Integer.class),
                        row.get("late", Integer.class),
                        row.get("handed_in", Integer.class),
                        row.get("compliant", Integer.class)))
                .toList();
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

    private Stream<Act> acts(Query query) {
        return tuples(query).map(this::act);
    }

    private Act act(Tuple row) {
        Personal personal = read(cipher.decrypt(row.get("cipher", byte[].class), CONTEXT));
        String gravity = row.get("gravity", String.class);
        LocalDate revokedOn = day(row, "revoked_on");
        return new Act(
                row.get("id", UUID.class),
                row.get("department", String.class),
                row.get("region", String.class),
                new ActDraft(
                        ActKind.valueOf(row.get("kind", String.class)),
                        new ListingDraft.Party(
                                SubjectType.valueOf(row.get("subject_type", String.class)),
                                new Identifier(
                                        IdentifierScheme.valueOf(row.get("subject_scheme", String.class)),
                                        personal.identifier()),
                                personal.name() == null ? null : new SubjectName(personal.name())),
                        row.get("document_number", String.class),
                        dayThere(row, "decided_on"),
                        row.get("organ", String.class),
                        row.get("organ_code", String.class),
                        row.get("category", String.class),
                        gravity == null ? null : Gravity.valueOf(gravity),
                        row.get("simple_procedure", Boolean.class),
                        day(row, "valid_from"),
                        day(row, "valid_until"),
                        day(row, "public_until"),
                        row.get("fine_cny", BigDecimal.class),
                        row.get("confiscated_cny", BigDecimal.class),
                        row.get("region", String.class),
                        personal.content()),
                row.get("delivery", UUID.class),
                dayThere(row, "due_on"),
                row.get("calendar_known", Boolean.class),
                dayThere(row, "recorded_on"),
                row.get("recorded_at", Instant.class),
                row.get("reminder", String.class),
                revokedOn == null
                        ? null
                        : new Act.Revocation(
                                revokedOn,
                                row.get("revocation_reason", String.class),
                                row.get("revocation_document", String.class)));
    }

    private static LocalDate dayThere(Tuple row, String column) {
        LocalDate day = day(row, column);
        if (day == null) {
            throw new IllegalStateException("an act or its figure has its " + column);
        }
        return day;
    }

    private static @Nullable LocalDate day(Tuple row, String column) {
        Object day = row.get(column);
        return day instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) day;
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private String written(Personal personal) {
        try {
            return objectMapper.writeValueAsString(personal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an act cannot be written as JSON", e);
        }
    }

    private Personal read(String text) {
        try {
            return objectMapper.readValue(text, Personal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept act cannot be read", e);
        }
    }

    private static Stream<Tuple> tuples(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast);
    }
}
