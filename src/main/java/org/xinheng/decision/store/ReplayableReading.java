package org.xinheng.decision.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.StoredQuestion;
import org.xinheng.kernel.Identifier;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.subject.SubjectName;

/** Reads what deciding again needs, and no trace: that is the largest part of a decision. */
final class ReplayableReading {
    private static final String SELECT = """
        select d.id, d.answer, d.request, encode(d.subject_lookup, 'hex'), d.watermark, d.engine_version, p.cipher
        from decision d left join decision_personal p on p.decision_id = d.id
        """;

    private final EntityManager entities;
    private final ObjectMapper objectMapper;
    private final PersonalDataCipher cipher;

    ReplayableReading(EntityManager entities, ObjectMapper objectMapper, PersonalDataCipher cipher) {
        this.entities = entities;
        this.objectMapper = objectMapper.copy().registerModule(RepeatedInstants.module());
        this.cipher = cipher;
    }

    Optional<Replayable> one(UUID id) {
        List<?> rows = entities.createNativeQuery(SELECT + "where d.id = :id")
                .setParameter("id", id)
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(replayable((Object[]) rows.get(0)));
    }

    List<Replayable> stretch(UUID after, UUID upTo) {
        List<Replayable> read = new ArrayList<>();
        for (Object row : entities.createNativeQuery(SELECT + "where d.id > :after and d.id <= :upTo order by d.id")
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .getResultList()) {
            read.add(replayable((Object[]) row));
        }
        return read;
    }

    Optional<UUID> idFurtherOn(UUID after, UUID before, int decisions) {
        Object id = entities.createNativeQuery("""
            select (array_agg(s.id order by s.id desc))[1] from (
                select id from decision where id > :after and id < :before order by id limit :decisions) s
            """)
                .setParameter("after", after)
                .setParameter("before", before)
                .setParameter("decisions", decisions)
                .getSingleResult();
        return Optional.ofNullable((UUID) id);
    }

    private Replayable replayable(Object[] row) {
        byte[] sealed = (byte[]) row[6];
        return new Replayable(
                (UUID) row[0],
                read((String) row[1], Decision.class),
                sealed == null ? null : request((String) row[2], sealed),
                (String) row[3],
                ((Number) row[4]).longValue(),
                (String) row[5]);
    }

    private DecisionRequest request(String stored, byte[] sealed) {
        StoredQuestion request = read(stored, StoredQuestion.class);
        StoredPersonal personal = read(cipher.decrypt(sealed, DecisionsInPostgres.PERSONAL), StoredPersonal.class);
        return new DecisionRequest(
                request.subjectType(),
                new Identifier(request.scheme(), personal.identifier()),
                personal.name() == null ? null : new SubjectName(personal.name()),
                request.matter(),
                request.matterItem(),
                request.region(),
                request.purpose(),
                request.caseNumber(),
                request.asOf() == null ? null : LocalDate.parse(request.asOf()),
                request.asOfReason());
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return objectMapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept decision cannot be read", e);
        }
    }
}
