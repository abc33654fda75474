package org.xinheng.release.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Actor;
import org.xinheng.release.Tenure;
import org.xinheng.release.life.Approval;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.Withdrawal;

/** {@link LifeEvents} in PostgreSQL: Panache. */
@ApplicationScoped
class LifeEventsInPostgres implements LifeEvents {
    private final EntityManager entityManager;

    LifeEventsInPostgres(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @Transactional
    public List<Approval> approvals(UUID releaseId) {
        return ReleaseApprovalRow.<ReleaseApprovalRow>list("releaseId = ?1 order by number", releaseId).stream()
                .map(row -> new Approval(
                        row.releaseId,
                        row.checkNumber,
                        row.contentHash,
                        row.effectiveFrom,
                        row.needed,
                        row.changedShare,
                        row.completes,
                        row.reason,
                        row.at,
                        new Actor(row.callerKey, row.person, row.department)))
                .toList();
    }

    @Override
    @Transactional
    public List<Opening> openings() {
        Map<Long, Instant> calledOff = new HashMap<>();
        ReleaseTenureCancellationRow.<ReleaseTenureCancellationRow>listAll()
                .forEach(row -> calledOff.put(row.tenureNumber, row.at));
        return ReleaseTenureRow.<ReleaseTenureRow>list("order by number").stream()
                .map(row -> new Opening(
                        Objects.requireNonNull(row.number),
                        new Tenure(row.releaseId, row.effectiveFrom, row.activatedAt),
                        Opening.Step.valueOf(row.step),
                        actor(row.callerKey, row.person, row.department),
                        row.reason,
                        calledOff.get(row.number)))
                .toList();
    }

    @Override
    @Transactional
    public List<Withdrawal> withdrawals() {
        return ReleaseWithdrawalRow.<ReleaseWithdrawalRow>list("order by number").stream()
                .map(row -> new Withdrawal(
                        row.releaseId,
                        row.tenureNumber,
                        row.serving,
                        row.reason,
                        row.at,
                        new Actor(row.callerKey, row.person, row.department)))
                .toList();
    }

    @Override
    @Transactional
    public long approve(Approval approval) {
        ReleaseApprovalRow row = new ReleaseApprovalRow();
        row.releaseId = approval.releaseId();
        row.checkNumber = approval.checkNumber();
        row.contentHash = approval.contentHash();
        row.effectiveFrom = approval.effectiveFrom();
        row.needed = approval.needed();
        row.changedShare = approval.changedShare();
        row.completes = approval.completes();
        row.reason = approval.reason();
        row.at = approval.at();
        row.callerKey = approval.by().callerKey();
        row.person = approval.by().person();
        row.department = approval.by().department();
        row.persistAndFlush();
        return Objects.requireNonNull(row.number);
    }

    @Override
    @Transactional
    public long open(Tenure tenure, Opening.Step step, Actor by, String reason) {
        ReleaseTenureRow row = new ReleaseTenureRow();
        row.releaseId = tenure.releaseId();
        row.effectiveFrom = tenure.effectiveFrom();
        row.activatedAt = tenure.activatedAt();
        row.step = step.name();
        row.reason = reason;
        row.callerKey = by.callerKey();
        row.person = by.person();
        row.department = by.department();
        row.persistAndFlush();
        return Objects.requireNonNull(row.number);
    }

    @Override
    @Transactional
    public void callOff(long tenureNumber, Instant at) {
        ReleaseTenureCancellationRow row = new ReleaseTenureCancellationRow();
        row.tenureNumber = tenureNumber;
        row.at = at;
        row.persist();
    }

    @Override
    @Transactional
    public long withdraw(Withdrawal withdrawal) {
        ReleaseWithdrawalRow row = new ReleaseWithdrawalRow();
        row.releaseId = withdrawal.releaseId();
        row.tenureNumber = withdrawal.tenureNumber();
        row.serving = withdrawal.serving();
        row.reason = withdrawal.reason();
        row.at = withdrawal.at();
        row.callerKey = withdrawal.by().callerKey();
        row.person = withdrawal.by().person();
        row.department = withdrawal.by().department();
        row.persistAndFlush();
        return Objects.requireNonNull(row.number);
    }

    @Override
    @Transactional
    public void announce() {
        entityManager
                .createNativeQuery("select cast(pg_notify(:channel, '') as text)")
                .setParameter("channel", AnnouncementChannel.NAME)
                .getSingleResult();
    }

    private static @Nullable Actor actor(@Nullable UUID key, @Nullable String person, @Nullable String department) {
        return key == null || department == null ? null : new Actor(key, person, department);
    }
}
