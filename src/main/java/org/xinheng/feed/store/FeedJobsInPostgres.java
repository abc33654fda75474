package org.xinheng.feed.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedConfirmation;
import org.xinheng.feed.FeedJob;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FullFeedStop;

/** {@link FeedJobs} in PostgreSQL; claims are counted by the clock of the database, the one clock that all nodes share. */
@ApplicationScoped
class FeedJobsInPostgres implements FeedJobs {
    /** How long a claim lasts unless it is renewed; a killed worker's job waits this long. */
    private static final String CLAIMED_UNTIL = "clock_timestamp() + interval '10 seconds'";

    private static final String MINE = " where id = :id and claim = :claim and state = 'RUNNING'";
    private static final String COLUMNS = "id, department, caller_key, sha256, feed_order, state, percent, stage, stop,"
            + " confirmed, reason, correction, attempts, claim, created_at";

    private final EntityManager entities;
    private final FeedJson json;

    FeedJobsInPostgres(EntityManager entities, ObjectMapper objectMapper) {
        this.entities = entities;
        this.json = new FeedJson(objectMapper);
    }

    @Override
    @Transactional
    public UUID ask(Caller caller, UUID id, String sha256, FeedOrder order, @Nullable FullFeedStop stop, Instant at) {
        String state = stop == null ? "WAITING" : "AWAITING_CONFIRMATION";
        entities.createNativeQuery("""
                        insert into feed_job (id, department, caller_key, sha256, feed_order, parameters, state, percent,
                                              stage, stop, attempts, created_at)
                        values (:id, :department, :key, :sha256, :order, :parameters, :state, 0, :state,
                                cast(:stop as text), 0, :at)
                        on conflict (department, sha256, parameters) where state <> 'DONE' do nothing""")
                .setParameter("id", id)
                .setParameter("department", caller.department())
                .setParameter("key", caller.keyId())
                .setParameter("sha256", sha256)
                .setParameter("order", json.write(order))
                .setParameter("parameters", order.parameters())
                .setParameter("state", state)
                .setParameter("stop", stop == null ? null : json.write(stop))
                .setParameter("at", at)
                .executeUpdate();
        return (UUID) entities.createNativeQuery("""
                        select id from feed_job where department = :department and sha256 = :sha256
                        and parameters = :parameters and state <> 'DONE'""", UUID.class)
                .setParameter("department", caller.department())
                .setParameter("sha256", sha256)
                .setParameter("parameters", order.parameters())
                .getSingleResult();
    }

    @Override
    @Transactional
    public Optional<FeedJob> find(UUID id) {
        return tuples(entities.createNativeQuery("select " + COLUMNS + " from feed_job where id = :id", Tuple.class)
                        .setParameter("id", id))
                .findFirst()
                .map(this::job);
    }

    @Override
    @Transactional
    public Optional<FeedJob> claim() {
        return tuples(entities.createNativeQuery(("""
                        update feed_job set state = 'RUNNING', claim = gen_random_uuid(), claimed_until = %s,
                               attempts = attempts + 1
                        where id = (select id from feed_job
                                    where state = 'WAITING' or (state = 'RUNNING' and claimed_until < clock_timestamp())
                                    order by created_at, id limit 1 for update skip locked)
                        returning\s""" + COLUMNS).formatted(CLAIMED_UNTIL), Tuple.class))
                .findFirst()
                .map(this::job);
    }

    @Override
    @Transactional
    public boolean renew(FeedJob job) {
        return mine("update feed_job set claimed_until = " + CLAIMED_UNTIL, job).executeUpdate() == 1;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(FeedJob job, int percent, String stage) {
        mine("update feed_job set percent = :percent, stage = :stage, claimed_until = " + CLAIMED_UNTIL, job)
                .setParameter("percent", percent)
                .setParameter("stage", stage)
                .executeUpdate();
    }

    @Override
    @Transactional
    public boolean close(FeedJob job) {
        return mine("update feed_job set state = 'DONE', percent = 100, stage = 'DONE'", job)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public boolean stop(FeedJob job, FullFeedStop stop) {
        return mine(
                                "update feed_job set state = 'AWAITING_CONFIRMATION', stage = 'AWAITING_CONFIRMATION',"
                                        + " percent = 0, stop = :stop, attempts = 0",
                                job)
                        .setParameter("stop", json.write(stop))
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public boolean confirm(UUID id, FeedConfirmation confirmation) {
        return entities.createNativeQuery(
                                "update feed_job set state = 'WAITING', stage = 'WAITING', confirmed = :absent,"
                                        + " reason = :reason, correction = :correction where id = :id and"
                                        + " state = 'AWAITING_CONFIRMATION'")
                        .setParameter("absent", confirmation.absent())
                        .setParameter("reason", confirmation.reason())
                        .setParameter("correction", confirmation.correction())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public boolean abandon(UUID id) {
        return entities.createNativeQuery("update feed_job set state = 'DONE', percent = 100, stage = 'DONE'"
                                + " where id = :id and state = 'AWAITING_CONFIRMATION'")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    private FeedJob job(Tuple row) {
        String stop = row.get("stop", String.class);
        Long confirmed = row.get("confirmed", Long.class);
        return new FeedJob(
                row.get("id", UUID.class),
                row.get("department", String.class),
                row.get("caller_key", UUID.class),
                row.get("sha256", String.class),
                json.read(row.get("feed_order", String.class), new TypeReference<>() {}),
                FeedJob.State.valueOf(row.get("state", String.class)),
                row.get("percent", Integer.class),
                row.get("stage", String.class),
                stop == null ? null : json.read(stop, new TypeReference<FullFeedStop>() {}),
                confirmed == null
                        ? null
                        : new FeedConfirmation(
                                confirmed,
                                row.get("reason", String.class),
                                Boolean.TRUE.equals(row.get("correction", Boolean.class))),
                row.get("attempts", Integer.class),
                row.get("claim", UUID.class),
                row.get("created_at", Instant.class));
    }

    private Query mine(String update, FeedJob job) {
        return entities.createNativeQuery(update + MINE)
                .setParameter("id", job.id())
                .setParameter("claim", job.claim());
    }

    private static Stream<Tuple> tuples(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast);
    }
}
