package org.xinheng.impact.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Registers;
import org.xinheng.impact.Counts;
import org.xinheng.impact.ImpactPart;
import org.xinheng.impact.ImpactReport;
import org.xinheng.impact.service.ReadImpact.Affected;
import org.xinheng.impact.service.ReadImpact.ImpactRead;
import org.xinheng.kernel.SubjectType;
import org.xinheng.release.JobProgress;

/** {@code Impact} of the contract. */
record ImpactView(
        UUID release,
        JobProgress.State state,
        Progress progress,
        @Nullable Report report) {
    /** {@code Progress}. */
    record Progress(int percent, String stage) {}

    /** {@code ImpactReport}. */
    record Report(
            UUID against,
            LocalDate day,
            LocalDate from,
            LocalDate to,
            long watermark,
            Instant finishedAt,
            BigDecimal changedShare,
            Part decisions,
            Part listings,
            long affectedSubjects,
            List<MostAffected> mostAffected) {}

    /** {@code ImpactPart}. */
    record Part(
            long answers,
            long answered,
            long evaluations,
            long changedAnswers,
            BigDecimal changedShare,
            Counts changes,
            List<Line> byMeasure,
            List<Line> byListKind,
            List<Line> byAgency,
            List<Line> byRegion) {}

    /** {@code ImpactLine}. */
    record Line(String code, @Nullable String title, Counts changes) {}

    /** {@code ImpactMostAffected}: names nobody. */
    record MostAffected(int place, SubjectType type, long changedAnswers, Counts changes) {}

    static ImpactView of(ImpactRead read) {
        return new ImpactView(
                read.release(),
                read.standing().state(),
                new Progress(read.standing().percent(), read.standing().stage()),
                read.report() == null ? null : report(read.report(), read));
    }

    private static Report report(ImpactReport report, ImpactRead read) {
        Registers registers = read.registers();
        return new Report(
                report.question().against(),
                report.question().day(),
                report.question().from(),
                report.question().to(),
                report.question().watermark(),
                report.finishedAt(),
                report.changedShare(),
                part(report.decisions(), registers, code -> {
                    var department = registers.departments().get(code);
                    return department == null ? null : department.title();
                }),
                part(report.listings(), registers, code -> {
                    var kind = registers.departmentKinds().get(code);
                    return kind == null ? null : kind.title();
                }),
                report.affectedSubjects(),
                read.mostAffected().stream().map(ImpactView::mostAffected).toList());
    }

    private static Part part(ImpactPart part, Registers registers, Function<String, @Nullable String> agency) {
        return new Part(
                part.answers(),
                part.answered(),
                part.evaluations(),
                part.changedAnswers(),
                part.share(),
                part.changes(),
                lines(part.byMeasure(), code -> {
                    var measure = registers.measures().get(code);
                    return measure == null ? null : measure.title();
                }),
                lines(part.byListKind(), code -> {
                    var kind = registers.listKinds().get(code);
                    return kind == null ? null : kind.title();
                }),
                lines(part.byAgency(), agency),
                lines(part.byRegion(), code -> {
                    var region = registers.regions().get(code);
                    return region == null ? null : region.title();
                }));
    }

    private static List<Line> lines(Map<String, Counts> counts, Function<String, @Nullable String> title) {
        return counts.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), title.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static MostAffected mostAffected(Affected affected) {
        return new MostAffected(
                affected.place(),
                affected.type(),
                affected.affected().changedAnswers(),
                affected.affected().changes());
    }
}
