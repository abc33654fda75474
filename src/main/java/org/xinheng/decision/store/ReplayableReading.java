package org.xinheng.decision.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.StoredQuestion;
import org.xinheng.kernel.Identifier;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.subject.SubjectName;

/** Reads what deciding again needs, in SQL that leaves out the trace: that is the largest part of a decision. */
final class ReplayableReading {
    private static final String SELECT = """
        select d.id, d.answer, d.request, encode(d.subject_lookup, 'hex'), encode(d.principal_lookup, 'hex'), d.watermark, d.engine_version, p.cipher
        from decision d left join decision_personal p on p.decision_id = d.id
        """;

    private final Session session;
    private final StoredJson json;
    private final PersonalDataCipher cipher;

    ReplayableReading(Session session, StoredJson json, PersonalDataCipher cipher) {
        this.session = session;
        this.json = json.with(RepeatedInstants.module());
        this.cipher = cipher;
    }

    Optional<Replayable> one(UUID id) {
        return session.createNativeQuery(SELECT + "where d.id = :id", ReplayableRow.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(this::replayable);
    }

    List<Replayable> stretch(UUID after, UUID upTo) {
        return session
                .createNativeQuery(SELECT + "where d.id > :after and d.id <= :upTo order by d.id", ReplayableRow.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .getResultList()
                .stream()
                .map(this::replayable)
                .toList();
    }

    Optional<UUID> idFurtherOn(UUID after, UUID before, int decisions) {
        return session.createNativeQuery("""
            select (array_agg(s.id order by s.id desc))[1] from (
                select id from decision where id > :after and id < :before order by id limit :decisions) s
            """, UUID.class)
                .setParameter("after", after)
                .setParameter("before", before)
                .setParameter("decisions", decisions)
                .uniqueResultOptional();
    }

    @SuppressWarnings("ArrayRecordComponent") // a carrier of one row; never compared
    private record ReplayableRow(
            UUID id,
            String answer,
            String request,
            String subjectLookup,
            @Nullable String principalLookup,
            long watermark,
            String engineVersion,
            byte @Nullable [] personal) {}

    private Replayable replayable(ReplayableRow row) {
        return new Replayable(
                row.id(),
                json.read(row.answer(), Decision.class),
                row.personal() == null ? null : request(row.request(), row.personal()),
                row.subjectLookup(),
                row.principalLookup(),
                row.watermark(),
                row.engineVersion());
    }

    private DecisionRequest request(String stored, byte[] sealed) {
        StoredQuestion request = json.read(stored, StoredQuestion.class);
        StoredPersonal personal = json.read(cipher.decrypt(sealed, DecisionsInPostgres.PERSONAL), StoredPersonal.class);
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
                request.asOfReason(),
                request.principalScheme() == null || personal.principal() == null
                        ? null
                        : new Identifier(request.principalScheme(), personal.principal()),
                Boolean.TRUE.equals(request.writtenInOldForm()));
    }
}
