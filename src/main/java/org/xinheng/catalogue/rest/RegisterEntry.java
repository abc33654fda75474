package org.xinheng.catalogue.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Appraisal;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Memorandum;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.Effect;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/** An entry of a register as the contract writes it; every register has a code and a title. */
sealed interface RegisterEntry {
    String code();

    String title();

    private static @Nullable String written(@Nullable TermLength term) {
        return term == null ? null : term.toString();
    }

    /** {@code LegalBasisEntry}. */
    record LegalBasisEntry(
            String code,
            String title,
            String level,
            @Nullable String documentNumber,
            String article,
            @Nullable String region,
            @Nullable Effect ceiling,
            @Nullable String least,
            @Nullable String longest,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            boolean verified,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedIn,
            @Nullable String gist)
            implements RegisterEntry {
        static LegalBasisEntry of(LegalBasis basis) {
            return new LegalBasisEntry(
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
    }

    /** {@code GroundEntry}. */
    record GroundEntry(String code, String title) implements RegisterEntry {}

    /** {@code ListKindEntry}. */
    record ListKindEntry(
            String code,
            String title,
            Polarity polarity,
            ListForm form,
            ListScope scope,
            List<String> authorityKinds,
            List<String> legalBases,
            List<GroundEntry> grounds,
            @Nullable String longest,
            @Nullable String earliestExit,
            @Nullable String exit,
            boolean objectionSuspends,
            @Nullable Integer stalenessHours,
            boolean verified,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedIn,
            List<String> publicationBases,
            @Nullable Appraisal appraisal)
            implements RegisterEntry {
        static ListKindEntry of(ListKind kind, List<Ground> grounds) {
            return new ListKindEntry(
                    kind.code(),
                    kind.title(),
                    kind.polarity(),
                    kind.form(),
                    kind.scope(),
                    kind.authorityKinds().stream().sorted().toList(),
                    kind.legalBases(),
                    grounds.stream()
                            .map(ground -> new GroundEntry(ground.code(), ground.title()))
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
    }

    /** {@code MeasureListEntry}. */
    record MeasureListEntry(String code, String title, String edition, int measureClass, int number, boolean verified)
            implements RegisterEntry {
        static MeasureListEntry of(MeasureItem item) {
            return new MeasureListEntry(
                    item.code(), item.title(), item.edition(), item.measureClass(), item.number(), item.verified());
        }
    }

    /** {@code MeasureEntry}. */
    record MeasureEntry(String code, String title, Nature nature, String clause, List<MeasureListEntry> measureItems)
            implements RegisterEntry {
        static MeasureEntry of(Measure measure, List<MeasureItem> items) {
            return new MeasureEntry(
                    measure.code(),
                    measure.title(),
                    measure.nature(),
                    measure.clause(),
                    items.stream().map(MeasureListEntry::of).toList());
        }
    }

    /** {@code MemorandumEntry}. */
    record MemorandumEntry(
            String code,
            String title,
            String nature,
            @Nullable String initiator,
            @Nullable String documentNumber,
            @Nullable String year,
            @Nullable Integer signatories,
            @Nullable String status,
            boolean verified,
            @Nullable String checkedIn)
            implements RegisterEntry {
        static MemorandumEntry of(Memorandum memorandum) {
            return new MemorandumEntry(
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
    }

    /** {@code DepartmentEntry}. */
    record DepartmentEntry(String code, String title, String kind, String region) implements RegisterEntry {
        static DepartmentEntry of(Department department) {
            return new DepartmentEntry(department.code(), department.title(), department.kind(), department.region());
        }
    }

    /** {@code MatterItemEntry}. */
    record MatterItemEntry(String code, String title, MatterItem.Kind kind) implements RegisterEntry {}

    /** {@code MatterEntry}. */
    record MatterEntry(
            String code,
            String title,
            List<String> agencyKinds,
            @Nullable Integer feedbackDays,
            @Nullable String note,
            List<MatterItemEntry> matterItems)
            implements RegisterEntry {
        static MatterEntry of(Matter matter, Registers registers) {
            return new MatterEntry(
                    matter.code(),
                    matter.title(),
                    matter.agencyKinds().stream().sorted().toList(),
                    matter.feedbackDays(),
                    matter.note(),
                    registers.matterItems().values().stream()
                            .filter(item -> item.matters().contains(matter.code()))
                            .map(item -> new MatterItemEntry(item.code(), item.title(), item.kind()))
                            .toList());
        }
    }

    /** {@code RegionEntry}. */
    record RegionEntry(String code, String title, @Nullable String parent) implements RegisterEntry {
        static RegionEntry of(Region region) {
            return new RegionEntry(region.code(), region.title(), region.parent());
        }
    }
}
