package org.xinheng.impact.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Registers;
import org.xinheng.contract.api.ImpactLineView;
import org.xinheng.contract.api.ImpactMostAffectedView;
import org.xinheng.contract.api.ImpactPartView;
import org.xinheng.contract.api.ImpactReportView;
import org.xinheng.contract.api.ImpactView;
import org.xinheng.contract.api.ProgressView;
import org.xinheng.impact.Counts;
import org.xinheng.impact.ImpactPart;
import org.xinheng.impact.ImpactReport;
import org.xinheng.impact.service.ReadImpact.Affected;
import org.xinheng.impact.service.ReadImpact.ImpactRead;

/** Writes {@code Impact} of the contract. */
final class ImpactMapper {
    private ImpactMapper() {}

    static ImpactView of(ImpactRead read) {
        return new ImpactView(
                read.release(),
                read.standing().state(),
                new ProgressView(read.standing().percent(), read.standing().stage()),
                read.report() == null ? null : report(read.report(), read));
    }

    private static ImpactReportView report(ImpactReport report, ImpactRead read) {
        Registers registers = read.registers();
        return new ImpactReportView(
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
                read.mostAffected().stream().map(ImpactMapper::mostAffected).toList());
    }

    private static ImpactPartView part(
            ImpactPart part, Registers registers, Function<String, @Nullable String> agency) {
        return new ImpactPartView(
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

    private static List<ImpactLineView> lines(Map<String, Counts> counts, Function<String, @Nullable String> title) {
        return counts.entrySet().stream()
                .map(entry -> new ImpactLineView(entry.getKey(), title.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static ImpactMostAffectedView mostAffected(Affected affected) {
        return new ImpactMostAffectedView(
                affected.place(),
                affected.type(),
                affected.affected().changedAnswers(),
                affected.affected().changes());
    }
}
