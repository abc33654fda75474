package org.xinheng.decision.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.StoredQuestion;
import org.xinheng.decision.Trace;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;

/** {@link Decisions} in PostgreSQL: the answer is kept as the text that leaves. */
@ApplicationScoped
class DecisionsInPostgres implements Decisions {
    static final String PERSONAL = "decision_personal";

    /** Plain inserts, of which the driver makes one of several rows. */
    private static final String APPEND = """
            insert into decision (id, decided_at, as_of, department, caller_key, matter, region, outcome, case_number,
                subject_type, subject_lookup, release_id, watermark, engine_version, request, answer, trace)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String APPEND_PERSONAL = "insert into decision_personal (decision_id, cipher) values (?, ?)";

    private final ObjectMapper objectMapper;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final ReplayableReading replayableReading;
    private final EntityManager entities;

    DecisionsInPostgres(
            ObjectMapper objectMapper, PersonalDataCipher cipher, LookupHash lookupHash, EntityManager entities) {
        this.replayableReading = new ReplayableReading(entities, objectMapper, cipher);
        this.entities = entities;
        this.objectMapper = objectMapper;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
    }

    @Override
    public List<String> append(List<Reached> reached) {
        List<String> answers =
                reached.stream().map(each -> write(each.decided().decision())).toList();
        entities.unwrap(Session.class).doWork(connection -> {
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
        insert.setBytes(
                11,
                lookupHash.of(
                        request.identifier().scheme(), request.identifier().value()));
        insert.setObject(12, decision.release().id());
        insert.setLong(13, reached.watermark());
        insert.setString(14, reached.engineVersion());
        insert.setString(15, write(question(request)));
        insert.setString(16, answer);
        insert.setString(17, write(reached.decided().trace()));
    }

    private static StoredQuestion question(DecisionRequest request) {
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
                request.asOfReason());
    }

    private byte[] sealed(DecisionRequest request) {
        return cipher.encrypt(
                write(new StoredPersonal(
                        request.identifier().value(),
                        request.name() == null ? null : request.name().value())),
                PERSONAL);
    }

    @Override
    public Optional<StoredQuestion> question(UUID id) {
        return DecisionRow.<DecisionRow>findByIdOptional(id).map(row -> read(row.request, StoredQuestion.class));
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
            Decision decision = read(row.answer, Decision.class);
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
                    read(row.trace, Trace.class));
        });
    }

    @Override
    public List<Summary> search(Query query) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        add(where, parameters, "department", "department = :department", query.department());
        add(where, parameters, "matter", "matter = :matter", query.matter());
        add(where, parameters, "outcome", "outcome = :outcome", query.outcome());
        add(where, parameters, "caseNumber", "caseNumber = :caseNumber", query.caseNumber());
        add(where, parameters, "after", "id < :after", query.after());
        if (query.from() != null) {
            var start = query.from().atStartOfDay(BeijingTime.ZONE).toInstant();
            add(where, parameters, "first", "id >= :first", TimeOrderedId.first(start));
        }
        if (query.to() != null) {
            var end = query.to().plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant();
            add(where, parameters, "end", "id < :end", TimeOrderedId.first(end));
        }
        return DecisionRow.<DecisionRow>find(where + " order by id desc", parameters)
                .range(0, query.size() - 1)
                .list()
                .stream()
                .map(row -> new Summary(
                        row.id, row.decidedAt, row.asOf, row.department, row.matter, row.outcome, row.caseNumber))
                .toList();
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> parameters,
            String name,
            String condition,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private String write(Object value) {
        try {
            return objectMapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return objectMapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept decision cannot be read", e);
        }
    }
}
