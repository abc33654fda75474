package org.xinheng.catalogue.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Memorandum;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.contract.api.DepartmentEntryView;
import org.xinheng.contract.api.GroundEntryView;
import org.xinheng.contract.api.LegalBasisEntryView;
import org.xinheng.contract.api.ListKindEntryView;
import org.xinheng.contract.api.MatterEntryView;
import org.xinheng.contract.api.MatterItemEntryView;
import org.xinheng.contract.api.MeasureEntryView;
import org.xinheng.contract.api.MeasureListEntryView;
import org.xinheng.contract.api.MemorandumEntryView;
import org.xinheng.contract.api.RegionEntryView;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/** Writes the entries of registers as the contract has them. */
final class RegisterEntries {
    private RegisterEntries() {}

    private static @Nullable String written(@Nullable TermLength term) {
        return term == null ? null : term.toString();
    }

    static LegalBasisEntryView legalBasis(LegalBasis basis) {
        return new LegalBasisEntryView(
                basis.code(),
                basis.title(),
                basis.level().title(),
                basis.documentNumber(),
                basis.article(),
                basis.region(),
                basis.ceiling(),
                written(basis.least()),
                written(basis.longest()),
                basis.inForce().from(),
                basis.inForce().to(),
                basis.verified(),
                basis.checkedOn(),
                basis.checkedIn(),
                basis.gist());
    }

    static ListKindEntryView listKind(ListKind kind, List<Ground> grounds) {
        return new ListKindEntryView(
                kind.code(),
                kind.title(),
                kind.polarity(),
                kind.form(),
                kind.scope(),
                kind.authorityKinds().stream().sorted().toList(),
                kind.legalBases(),
                grounds.stream()
                        .map(ground -> new GroundEntryView(ground.code(), ground.title()))
                        .toList(),
                written(kind.longest()),
                written(kind.earliestExit()),
                kind.exit(),
                kind.objectionSuspends(),
                kind.stalenessHours(),
                kind.verified(),
                kind.checkedOn(),
                kind.checkedIn(),
                kind.publicationBases(),
                kind.appraisal());
    }

    static MeasureListEntryView measureList(MeasureItem item) {
        return new MeasureListEntryView(
                item.code(), item.title(), item.edition(), item.measureClass(), item.number(), item.verified());
    }

    static MeasureEntryView measure(Measure measure, List<MeasureItem> items) {
        return new MeasureEntryView(
                measure.code(),
                measure.title(),
                measure.nature(),
                measure.clause(),
                items.stream().map(RegisterEntries::measureList).toList());
    }

    static MemorandumEntryView memorandum(Memorandum memorandum) {
        return new MemorandumEntryView(
                memorandum.code(),
                memorandum.title(),
                memorandum.nature(),
                memorandum.initiator(),
                memorandum.documentNumber(),
                memorandum.year(),
                memorandum.signatories(),
                memorandum.status(),
                memorandum.verified(),
                memorandum.checkedIn());
    }

    static DepartmentEntryView department(Department department) {
        return new DepartmentEntryView(department.code(), department.title(), department.kind(), department.region());
    }

    static MatterEntryView matter(Matter matter, Registers registers) {
        return new MatterEntryView(
                matter.code(),
                matter.title(),
                matter.agencyKinds().stream().sorted().toList(),
                matter.feedbackDays(),
                matter.note(),
                registers.matterItems().values().stream()
                        .filter(item -> item.matters().contains(matter.code()))
                        .map(item -> new MatterItemEntryView(item.code(), item.title(), item.kind()))
                        .toList());
    }

    static RegionEntryView region(Region region) {
        return new RegionEntryView(region.code(), region.title(), region.parent());
    }
}
