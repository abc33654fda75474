package org.xinheng.release.store;

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
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.release.Job;
import org.xinheng.release.JobKind;
import org.xinheng.release.JobProgress;
import org.xinheng.release.ReleaseJobs;

/** {@link ReleaseJobs} in PostgreSQL; claims are counted by the clock of the database, the one clock that all nodes share. */
@ApplicationScoped
class ReleaseJobsInPostgres implements ReleaseJobs {
    /** How long a claim lasts unless it is renewed; a killed worker's job waits this long. */
    private static final String CLAIMED_UNTIL = "clock_timestamp() + interval '10 seconds'";

    private static final String MINE = " where id = :id and claim = :claim and state = 'RUNNING'";

    private final EntityManager entityManager;

    ReleaseJobsInPostgres(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @Transactional
    public void ask(UUID releaseId, JobKind kind, @Nullable String parameters, Instant at) {
        entityManager
                .createNativeQuery("""
                        insert into release_job (id, release_id, kind, parameters, state, percent, stage, attempts, created_at)
                        values (:id, :release, :kind, cast(:parameters as text), 'WAITING', 0, 'WAITING', 0, :at)
                        on conflict (release_id, kind) where state in ('WAITING', 'RUNNING') do nothing""")
                .setParameter("id", TimeOrderedId.at(at))
                .setParameter("release", releaseId)
                .setParameter("kind", kind.name())
                .setParameter("parameters", parameters)
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    @Transactional
    public Optional<Job> claim(String worker, JobKind kind, String rules) {
        return tuples(entityManager
                        .createNativeQuery("""
                        update release_job set state = 'RUNNING', claim = gen_random_uuid(), claimed_by = :worker,
                               claimed_until = %s, attempts = attempts + 1
                        where id = (select id from release_job
                                    where (state = 'WAITING' or (state = 'RUNNING' and claimed_until < clock_timestamp()))
                                          and kind = :kind
                                          and (kind <> 'GATE' or parameters = :rules)
                                    order by created_at, id limit 1 for update skip locked)
                        returning id, release_id, kind, parameters, claim, attempts""".formatted(CLAIMED_UNTIL), Tuple.class)
                        .setParameter("worker", worker)
                        .setParameter("kind", kind.name())
                        .setParameter("rules", rules))
                .findFirst()
                .map(row -> new Job(
                        row.get("id", UUID.class),
                        row.get("release_id", UUID.class),
                        JobKind.valueOf(row.get("kind", String.class)),
                        row.get("parameters", String.class),
                        row.get("claim", UUID.class),
                        row.get("attempts", Integer.class)));
    }

    @Override
    @Transactional
    public boolean renew(Job job) {
        return mine("update release_job set claimed_until = " + CLAIMED_UNTIL, job)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public boolean tell(Job job, int percent, String stage) {
        return mine("update release_job set percent = :percent, stage = :stage, claimed_until = " + CLAIMED_UNTIL, job)
                        .setParameter("percent", percent)
                        .setParameter("stage", stage)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public boolean close(Job job, JobProgress.State end) {
        return mine("update release_job set state = :end, percent = 100, stage = :end", job)
                        .setParameter("end", end.name())
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public Optional<JobProgress> newest(UUID releaseId, JobKind kind) {
        return tuples(entityManager
                        .createNativeQuery(
                                "select state, percent, stage from release_job"
                                        + " where release_id = :release and kind = :kind order by id desc limit 1",
                                Tuple.class)
                        .setParameter("release", releaseId)
                        .setParameter("kind", kind.name()))
                .findFirst()
                .map(row -> new JobProgress(
                        JobProgress.State.valueOf(row.get("state", String.class)),
                        row.get("percent", Integer.class),
                        row.get("stage", String.class)));
    }

    private Query mine(String update, Job job) {
        return entityManager
                .createNativeQuery(update + MINE)
                .setParameter("id", job.id())
                .setParameter("claim", job.claim());
    }

    private static Stream<Tuple> tuples(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast);
    }
}
