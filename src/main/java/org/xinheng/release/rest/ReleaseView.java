package org.xinheng.release.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Actor;
import org.xinheng.release.JobProgress;
import org.xinheng.release.Upload;
import org.xinheng.release.WorkbookEntry;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.life.Approval;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseState;
import org.xinheng.release.life.Withdrawal;
import org.xinheng.release.service.ReleaseRead;

/** {@code Release} of the contract. */
record ReleaseView(
        UUID id,
        String contentHash,
        Instant createdAt,
        String state,
        boolean inForce,
        @Nullable LocalDate effectiveFrom,
        @Nullable ProgressView progress,
        @Nullable CheckView check,
        @Nullable String engineVersion,
        @Nullable Integer rows,
        List<WorkbookEntry> workbooks,
        List<UploadView> uploads,
        List<ApprovalView> approvals,
        List<TenureView> tenures,
        List<WithdrawalView> withdrawals) {

    static ReleaseView of(ReleaseRead release) {
        GateReport.Summary check = release.life().check();
        return new ReleaseView(
                release.draft().id(),
                release.draft().contentHash(),
                release.draft().createdAt(),
                release.state().word(),
                release.state() instanceof ReleaseState.InForce,
                effectiveFrom(release.state()),
                ProgressView.of(release.life().gate()),
                CheckView.of(check),
                check == null ? null : check.engineVersion(),
                check == null ? null : check.rows(),
                release.workbooks(),
                release.uploads().stream().map(UploadView::of).toList(),
                release.life().approvals().stream().map(ApprovalView::of).toList(),
                release.life().openings().stream()
                        .filter(opening -> opening.tenure()
                                .releaseId()
                                .equals(release.draft().id()))
                        .map(TenureView::of)
                        .toList(),
                release.life().withdrawals().stream()
                        .filter(withdrawal ->
                                withdrawal.releaseId().equals(release.draft().id()))
                        .map(withdrawal ->
                                WithdrawalView.of(withdrawal, release.life().calledOffWith(withdrawal)))
                        .toList());
    }

    private static @Nullable LocalDate effectiveFrom(ReleaseState state) {
        if (state instanceof ReleaseState.InForce inForce) {
            return inForce.effectiveFrom();
        }
        if (state instanceof ReleaseState.Approved approved) {
            return approved.effectiveFrom();
        }
        return state instanceof ReleaseState.Superseded superseded ? superseded.effectiveFrom() : null;
    }

    /** {@code Progress} of the contract. */
    record ProgressView(int percent, String stage) {
        static @Nullable ProgressView of(@Nullable JobProgress job) {
            return job == null ? null : new ProgressView(job.percent(), job.stage());
        }
    }

    /** {@code GateCheck} of the contract. */
    record CheckView(
            int number, LocalDate day, Instant checkedAt, boolean passed, int errors, int warnings, int hints) {
        static @Nullable CheckView of(GateReport.@Nullable Summary check) {
            return check == null
                    ? null
                    : new CheckView(
                            check.number(),
                            check.day(),
                            check.at(),
                            check.passed(),
                            check.errors(),
                            check.warnings(),
                            check.hints());
        }
    }

    /** {@code ReleaseUpload} of the contract. */
    record UploadView(
            Instant at,
            @Nullable ActorView by,
            @Nullable UUID basedOn,
            LocalDate effectiveFrom,
            List<String> workbooks) {
        static UploadView of(Upload upload) {
            return new UploadView(
                    upload.at(), ActorView.of(upload.by()), upload.basedOn(), upload.meantFor(), upload.workbooks());
        }
    }

    /** {@code ReleaseActor} of the contract. */
    record ActorView(UUID callerKey, @Nullable String person, String department) {
        static @Nullable ActorView of(@Nullable Actor actor) {
            return actor == null ? null : new ActorView(actor.callerKey(), actor.person(), actor.department());
        }
    }

    /** {@code ReleaseApproval} of the contract. */
    record ApprovalView(
            Instant at,
            @Nullable ActorView by,
            LocalDate effectiveFrom,
            int check,
            int approversNeeded,
            @Nullable BigDecimal changedShare,
            String reason) {
        static ApprovalView of(Approval approval) {
            return new ApprovalView(
                    approval.at(),
                    ActorView.of(approval.by()),
                    approval.effectiveFrom(),
                    approval.checkNumber(),
                    approval.needed(),
                    approval.changedShare(),
                    approval.reason());
        }
    }

    /** {@code Tenure} of the contract. */
    record TenureView(
            LocalDate effectiveFrom,
            Instant activatedAt,
            String step,
            @Nullable ActorView by,
            @Nullable String reason,
            boolean calledOff) {
        static TenureView of(Opening opening) {
            return new TenureView(
                    opening.tenure().effectiveFrom(),
                    opening.tenure().activatedAt(),
                    opening.step().name(),
                    ActorView.of(opening.by()),
                    opening.reason(),
                    opening.calledOff());
        }
    }

    /** {@code ReleaseWithdrawal} of the contract. */
    record WithdrawalView(
            Instant at, @Nullable ActorView by, @Nullable UUID serving, String reason, List<CalledOffView> calledOff) {
        static WithdrawalView of(Withdrawal withdrawal, List<Opening> calledOff) {
            return new WithdrawalView(
                    withdrawal.at(),
                    ActorView.of(withdrawal.by()),
                    withdrawal.serving(),
                    withdrawal.reason(),
                    calledOff.stream()
                            .map(opening -> new CalledOffView(
                                    opening.tenure().releaseId(),
                                    opening.tenure().effectiveFrom()))
                            .toList());
        }
    }

    /** {@code ReleaseCalledOff} of the contract. */
    record CalledOffView(UUID release, LocalDate effectiveFrom) {}
}
