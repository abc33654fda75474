package org.xinheng.work.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/**
 * {@link Jobs} in PostgreSQL; claims are counted by the clock of the database, the one clock that all nodes share. SQL,
 * since a job is claimed past the locks of other workers.
 */
@ApplicationScoped
class JobsInPostgres implements Jobs {
    /** How long a claim lasts unless it is renewed; a killed worker's job waits this long. */
    private static final String CLAIMED_UNTIL = "clock_timestamp() + interval '10 seconds'";

    private static final String OPEN = "state in ('WAITING', 'RUNNING', 'AWAITING_CONFIRMATION')";
    private static final String MINE = " where id = ?1 and claim = ?2 and state = 'RUNNING'";
    private static final String COLUMNS =
            "id, kind, subject, parameters, state, percent, stage, attempts, claim, created_at";

    private final EntityManager entityManager;

    JobsInPostgres(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A row, in the order of {@link #COLUMNS}. */
    record Row(
            UUID id,
            String kind,
            String subject,
            @Nullable String parameters,
            String state,
            Integer percent,
            String stage,
            Integer attempts,
            @Nullable UUID claim,
            Instant createdAt) {
        Job job() {
            return new Job(
                    id,
                    JobKind.valueOf(kind),
                    subject,
                    parameters,
                    new JobProgress(JobProgress.State.valueOf(state), percent, stage),
                    attempts,
                    claim,
                    createdAt);
        }
    }

    @Override
    @Transactional
    public UUID ask(Job job) {
        String state = job.progress().state().name();
        Optional<Job> standing;
        do { // one that is closed between both steps does not stand
            changed(
                    """
                    insert into job (id, kind, subject, parameters, state, percent, stage, attempts, created_at)
                    values (?1, ?2, ?3, cast(?4 as text), ?5, 0, ?5, 0, ?6)
                    on conflict (kind, subject) where %s do nothing""".formatted(OPEN),
                    job.id(),
                    job.kind().name(),
                    job.subject(),
                    job.parameters(),
                    state,
                    job.createdAt());
            standing = first(
                    "select " + COLUMNS + " from job where kind = ?1 and subject = ?2 and " + OPEN,
                    job.kind().name(),
                    job.subject());
        } while (standing.isEmpty());
        return standing.get().id();
    }

    @Override
    @Transactional
    public Optional<Job> claim(JobKind kind, @Nullable String parameters) {
        return first("""
                update job set state = 'RUNNING', claim = gen_random_uuid(), claimed_until = %s, attempts = attempts + 1
                where id = (select id from job
                            where kind = ?1
                                  and (state = 'WAITING' or (state = 'RUNNING' and claimed_until < clock_timestamp()))
                                  and (cast(?2 as text) is null or parameters = cast(?2 as text))
                            order by created_at, id limit 1 for update skip locked)
                returning %s""".formatted(CLAIMED_UNTIL, COLUMNS), kind.name(), parameters);
    }

    @Override
    @Transactional
    public boolean renew(Job job) {
        return changed("update job set claimed_until = " + CLAIMED_UNTIL + MINE, job.id(), job.claim());
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean report(Job job, int percent, String stage) {
        return changed(
                "update job set percent = ?3, stage = ?4, claimed_until = " + CLAIMED_UNTIL + MINE,
                job.id(),
                job.claim(),
                percent,
                stage);
    }

    @Override
    @Transactional
    public boolean close(Job job, JobProgress.State end) {
        return changed(
                "update job set state = ?3, stage = ?3, percent = 100" + MINE, job.id(), job.claim(), end.name());
    }

    @Override
    @Transactional
    public boolean awaitConfirmation(Job job, String parameters) {
        return changed(
                "update job set state = ?3, stage = ?3, percent = 0, attempts = 0, parameters = ?4" + MINE,
                job.id(),
                job.claim(),
                JobProgress.State.AWAITING_CONFIRMATION.name(),
                parameters);
    }

    @Override
    @Transactional
    public boolean settle(UUID id, JobProgress.State next, @Nullable String parameters) {
        return changed("""
                update job set state = ?2, stage = ?2, percent = case when ?2 = 'WAITING' then 0 else 100 end,
                               parameters = cast(?3 as text)
                where id = ?1 and state = 'AWAITING_CONFIRMATION'""", id, next.name(), parameters);
    }

    @Override
    @Transactional
    public Optional<Job> find(UUID id) {
        return first("select " + COLUMNS + " from job where id = ?1", id);
    }

    @Override
    @Transactional
    public Optional<JobProgress> newest(UUID subject, JobKind kind) {
        return first(
                        "select " + COLUMNS + " from job where kind = ?1 and subject = ?2 order by id desc limit 1",
                        kind.name(),
                        subject.toString())
                .map(Job::progress);
    }

    private boolean changed(String sql, @Nullable Object... parameters) {
        return with(entityManager.createNativeQuery(sql), parameters).executeUpdate() == 1;
    }

    private Optional<Job> first(String sql, @Nullable Object... parameters) {
        Stream<?> rows = with(entityManager.createNativeQuery(sql, Row.class), parameters)
                .getResultStream();
        return rows.map(Row.class::cast).findFirst().map(Row::job);
    }

    private static Query with(Query query, @Nullable Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
