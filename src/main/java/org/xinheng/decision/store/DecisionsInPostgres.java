package org.xinheng.decision.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.StoredQuestion;
import org.xinheng.decision.Trace;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.Conditions;
import org.xinheng.sql.store.StoredJson;

/** {@link Decisions} in PostgreSQL: the answer is kept as the text that leaves. Panache; JDBC where many are kept at once. */
@ApplicationScoped
class DecisionsInPostgres implements Decisions {
    static final String PERSONAL = "decision_personal";

    /** Plain inserts, of which the driver makes one of several rows. */
    private static final String APPEND = """
            insert into decision (id, decided_at, as_of, department, caller_key, matter, region, outcome, case_number,
                subject_type, subject_lookup, principal_lookup, release_id, watermark, engine_version, request, answer, trace)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String APPEND_PERSONAL = "insert into decision_personal (decision_id, cipher) values (?, ?)";

    private final StoredJson json;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final ReplayableReading replayableReading;
    private final Session session;

    DecisionsInPostgres(StoredJson json, PersonalDataCipher cipher, LookupHash lookupHash, Session session) {
        this.replayableReading = new ReplayableReading(session, json, cipher);
        this.session = session;
        this.json = json;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
    }

    @Override
    public List<String> append(List<Reached> reached) {
        List<String> answers = reached.stream()
                .map(each -> json.write(each.decided().decision()))
                .toList();
        session.doWork(connection -> {
            try (PreparedStatement decisions = connection.prepareStatement(APPEND);
                    PreparedStatement personal = connection.prepareStatement(APPEND_PERSONAL)) {
                for (int i = 0; i < answers.size(); i++) {
                    fill(decisions, reached.get(i), answers.get(i));
                    decisions.addBatch();
                    personal.setObject(1, reached.get(i).decided().decision().id());
                    personal.setBytes(2, sealed(reached.get(i).request()));
                    personal.addBatch();
                }
                decisions.executeBatch();
                personal.executeBatch();
            }
        });
        return answers;
    }

    private void fill(PreparedStatement insert, Reached reached, String answer) throws SQLException {
        Decision decision = reached.decided().decision();
        DecisionRequest request = reached.request();
        insert.setObject(1, decision.id());
        insert.setObject(2, decision.decidedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(3, decision.asOf());
        insert.setString(4, decision.agency());
        insert.setObject(5, reached.caller().keyId());
        insert.setString(6, decision.matter());
        insert.setString(7, request.region());
        insert.setString(8, decision.outcome().name());
        insert.setString(9, request.caseNumber());
        insert.setString(10, request.subjectType().name());
        insert.setBytes(11, lookupHash.of(request.identifier()));
        Identifier principal = request.principal();
        insert.setBytes(12, principal == null ? null : lookupHash.of(principal));
        insert.setObject(13, decision.release().id());
        insert.setLong(14, reached.watermark());
        insert.setString(15, reached.engineVersion());
        insert.setString(16, json.write(question(request)));
        insert.setString(17, answer);
        insert.setString(18, json.write(reached.decided().trace()));
    }

    private static StoredQuestion question(DecisionRequest request) {
        Identifier principal = request.principal();
        return new StoredQuestion(
                request.subjectType(),
                request.identifier().scheme(),
                request.identifier().masked(),
                request.matter(),
                request.facts(),
                request.region(),
                request.purpose(),
                request.caseNumber(),
                request.asOf() == null ? null : request.asOf().toString(),
                request.asOfReason(),
                principal == null ? null : principal.scheme(),
                principal == null ? null : principal.masked(),
                request.writtenInOldForm() ? true : null);
    }

    private byte[] sealed(DecisionRequest request) {
        Identifier principal = request.principal();
        return cipher.encrypt(
                json.write(new StoredPersonal(
                        request.identifier().value(),
                        request.name() == null ? null : request.name().value(),
                        principal == null ? null : principal.value())),
                PERSONAL);
    }

    @Override
    public Optional<StoredQuestion> question(UUID id) {
        return DecisionRow.<DecisionRow>findByIdOptional(id).map(row -> json.read(row.request, StoredQuestion.class));
    }

    @Override
    @Transactional
    public Optional<Replayable> replayable(UUID id) {
        return replayableReading.one(id);
    }

    @Override
    @Transactional
    public List<Replayable> replayable(UUID after, UUID upTo) {
        return replayableReading.stretch(after, upTo);
    }

    @Override
    @Transactional
    public Optional<UUID> idFurtherOn(UUID after, UUID before, int decisions) {
        return replayableReading.idFurtherOn(after, before, decisions);
    }

    @Override
    public Optional<Stored> find(UUID id) {
        return DecisionRow.<DecisionRow>findByIdOptional(id).map(row -> {
            Decision decision = json.read(row.answer, Decision.class);
            return new Stored(
                    row.id,
                    row.decidedAt,
                    row.asOf,
                    row.department,
                    row.matter,
                    row.subjectType,
                    decision.feedbackDueOn(),
                    decision.projection(),
                    decision.release(),
                    row.watermark,
                    row.engineVersion,
                    row.subjectLookup,
                    decision.measures().stream()
                            .map(measure -> new Stored.Line(
                                    measure.measure(), measure.listing().id()))
                            .toList(),
                    row.answer,
                    json.read(row.trace, Trace.class));
        });
    }

    @Override
    public List<Summary> search(Query query) {
        Instant start = query.from() == null
                ? null
                : query.from().atStartOfDay(BeijingTime.ZONE).toInstant();
        Instant end = query.to() == null
                ? null
                : query.to().plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant();
        Conditions where = new Conditions("1 = 1")
                .and("department = :department", "department", query.department())
                .and("matter = :matter", "matter", query.matter())
                .and("outcome = :outcome", "outcome", query.outcome())
                .and("caseNumber = :caseNumber", "caseNumber", query.caseNumber())
                .and("id < :after", "after", query.after())
                .and("id >= :first", "first", start == null ? null : TimeOrderedId.first(start))
                .and("id < :end", "end", end == null ? null : TimeOrderedId.first(end));
        return DecisionRow.<DecisionRow>find(where + " order by id desc", where.parameters())
                .range(0, query.size() - 1)
                .list()
                .stream()
                .map(row -> new Summary(
                        row.id, row.decidedAt, row.asOf, row.department, row.matter, row.outcome, row.caseNumber))
                .toList();
    }
}
