package org.xinheng.release.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.GateCheckView;
import org.xinheng.contract.api.ProgressView;
import org.xinheng.contract.api.ReleaseActorView;
import org.xinheng.contract.api.ReleaseApprovalView;
import org.xinheng.contract.api.ReleaseCalledOffView;
import org.xinheng.contract.api.ReleaseUploadView;
import org.xinheng.contract.api.ReleaseView;
import org.xinheng.contract.api.ReleaseWithdrawalView;
import org.xinheng.contract.api.TenureView;
import org.xinheng.release.Actor;
import org.xinheng.release.Upload;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.life.Approval;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseState;
import org.xinheng.release.life.Withdrawal;
import org.xinheng.release.service.ReleaseRead;
import org.xinheng.work.JobProgress;

/** Writes {@code Release} of the contract. */
final class ReleaseMapper {
    private ReleaseMapper() {}

    static ReleaseView of(ReleaseRead release) {
        GateReport.Summary check = release.life().check();
        return new ReleaseView(
                release.draft().id(),
                release.draft().contentHash(),
                release.draft().createdAt(),
                release.state().word(),
                release.state() instanceof ReleaseState.InForce,
                effectiveFrom(release.state()),
                progress(release.life().gate()),
                check(check),
                check == null ? null : check.engineVersion(),
                check == null ? null : check.rows(),
                release.workbooks(),
                release.uploads().stream().map(ReleaseMapper::upload).toList(),
                release.life().approvals().stream().map(ReleaseMapper::approval).toList(),
                release.life().openings().stream()
                        .filter(opening -> opening.tenure()
                                .releaseId()
                                .equals(release.draft().id()))
                        .map(ReleaseMapper::tenure)
                        .toList(),
                release.life().withdrawals().stream()
                        .filter(withdrawal ->
                                withdrawal.releaseId().equals(release.draft().id()))
                        .map(withdrawal -> withdrawal(withdrawal, release.life().calledOffWith(withdrawal)))
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

    static @Nullable ProgressView progress(@Nullable JobProgress job) {
        return job == null ? null : new ProgressView(job.percent(), job.stage());
    }

    static @Nullable GateCheckView check(GateReport.@Nullable Summary check) {
        return check == null
                ? null
                : new GateCheckView(
                        check.number(),
                        check.day(),
                        check.at(),
                        check.passed(),
                        check.errors(),
                        check.warnings(),
                        check.hints());
    }

    static ReleaseUploadView upload(Upload upload) {
        return new ReleaseUploadView(
                upload.at(), actor(upload.by()), upload.basedOn(), upload.meantFor(), upload.workbooks());
    }

    static @Nullable ReleaseActorView actor(@Nullable Actor actor) {
        return actor == null ? null : new ReleaseActorView(actor.callerKey(), actor.person(), actor.department());
    }

    static ReleaseApprovalView approval(Approval approval) {
        return new ReleaseApprovalView(
                approval.at(),
                actor(approval.by()),
                approval.effectiveFrom(),
                approval.checkNumber(),
                approval.needed(),
                approval.changedShare(),
                approval.reason());
    }

    static TenureView tenure(Opening opening) {
        return new TenureView(
                opening.tenure().effectiveFrom(),
                opening.tenure().activatedAt(),
                opening.step().name(),
                actor(opening.by()),
                opening.reason(),
                opening.calledOff());
    }

    static ReleaseWithdrawalView withdrawal(Withdrawal withdrawal, List<Opening> calledOff) {
        return new ReleaseWithdrawalView(
                withdrawal.at(),
                actor(withdrawal.by()),
                withdrawal.serving(),
                withdrawal.reason(),
                calledOff.stream()
                        .map(opening -> new ReleaseCalledOffView(
                                opening.tenure().releaseId(), opening.tenure().effectiveFrom()))
                        .toList());
    }
}
