package org.xinheng.decision.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.KeptQuestion;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.Trace;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;

/** {@link Decisions} in PostgreSQL: the answer is kept as the text that leaves. */
@ApplicationScoped
class DecisionsInPostgres implements Decisions {
    static final String PERSONAL = "decision_personal";

    private final ObjectMapper objectMapper;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final ReplayableReading replayableReading;

    DecisionsInPostgres(
            ObjectMapper objectMapper, PersonalDataCipher cipher, LookupHash lookupHash, EntityManager entities) {
        this.replayableReading = new ReplayableReading(entities, objectMapper, cipher);
        this.objectMapper = objectMapper;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
    }

    @Override
    public String append(
            Decider.Decided decided, DecisionRequest request, Caller caller, long watermark, String engineVersion) {
        Decision decision = decided.decision();
        String answer = write(decision);
        DecisionRow row = new DecisionRow();
        row.id = decision.id();
        row.decidedAt = decision.decidedAt();
        row.asOf = decision.asOf();
        row.department = decision.agency();
        row.callerKey = caller.keyId();
        row.matter = decision.matter();
        row.region = request.region();
        row.outcome = decision.outcome();
        row.caseNumber = request.caseNumber();
        row.subjectType = request.subjectType();
        row.subjectLookup = lookupHash.of(
                request.identifier().scheme(), request.identifier().value());
        row.releaseId = decision.release().id();
        row.watermark = watermark;
        row.engineVersion = engineVersion;
        row.request = write(new KeptQuestion(
                request.subjectType(),
                request.identifier().scheme(),
                request.identifier().masked(),
                request.matter(),
                request.facts(),
                request.region(),
                request.purpose(),
                request.caseNumber(),
                request.asOf() == null ? null : request.asOf().toString(),
                request.asOfReason()));
        row.answer = answer;
        row.trace = write(decided.trace());
        row.persist();
        DecisionPersonalRow personal = new DecisionPersonalRow();
        personal.decisionId = decision.id();
        personal.cipher = cipher.encrypt(
                write(new KeptPersonal(
                        request.identifier().value(),
                        request.name() == null ? null : request.name().value())),
                PERSONAL);
        personal.persist();
        return answer;
    }

    @Override
    public Optional<KeptQuestion> question(UUID id) {
        return DecisionRow.<DecisionRow>findByIdOptional(id).map(row -> read(row.request, KeptQuestion.class));
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
    public Optional<Kept> find(UUID id) {
        return DecisionRow.<DecisionRow>findByIdOptional(id).map(row -> {
            Decision decision = read(row.answer, Decision.class);
            return new Kept(
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
                            .map(measure -> new Kept.Line(
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
            var start = query.from().atStartOfDay(Decider.ZONE).toInstant();
            add(where, parameters, "first", "id >= :first", TimeOrderedId.first(start));
        }
        if (query.to() != null) {
            var end = query.to().plusDays(1).atStartOfDay(Decider.ZONE).toInstant();
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
