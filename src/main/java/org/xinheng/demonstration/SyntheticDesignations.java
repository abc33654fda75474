package org.xinheng.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Polarity;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.ListingDraft;

/** The decisions that the entries of the demonstration rest on; their texts name nobody and judge nobody. */
final class SyntheticDesignations {
    private static final String COURT = "COURT";
    private static final int NOTICE_DAYS = 20;

    private SyntheticDesignations() {}

    static ListingDraft.DesignationDraft of(
            ListKind kind,
            Ground ground,
            List<String> cited,
            SyntheticDates dates,
            @Nullable LocalDate sentenceEndsOn,
            Department department,
            int number) {
        boolean reward = kind.polarity() == Polarity.RED;
        boolean court = department.kind().equals(COURT);
        LocalDate documentOn = dates.documentOn();
        return new ListingDraft.DesignationDraft(
                documentType(kind, court, sentenceEndsOn != null),
                String.format(Locale.ROOT, "示范〔%d〕%s第%04d号", documentOn.getYear(), kind.code(), number),
                documentOn,
                department.title(),
                ground.code(),
                "示范数据，不涉及任何真实主体。认定事由：" + ground.title() + "。",
                cited,
                sentenceEndsOn,
                reward ? null : documentOn.minusDays(NOTICE_DAYS),
                !reward,
                reward ? "名单有效期届满，或者不再符合条件的，由认定部门移出" : "期限届满，或者履行义务、纠正失信行为并符合规定条件的，由认定部门移出或者解除",
                court ? "对本决定不服的，可以依法向作出决定的人民法院申请纠正，或者向上一级人民法院申请复议" : "对本决定不服的，可以依法申请行政复议或者提起行政诉讼",
                null);
    }

    private static DocumentType documentType(ListKind kind, boolean court, boolean sentenced) {
        return switch (kind.code()) {
            case "SXBZXR" -> DocumentType.ENFORCEMENT_RULING;
            case "XZXF" -> DocumentType.CONSUMPTION_RESTRICTION_ORDER;
            case "BZCJ" -> DocumentType.EXIT_BAN_DECISION;
            case "ZFCG" -> DocumentType.ADMINISTRATIVE_PENALTY_DECISION;
            default -> {
                if (kind.form() == ListForm.LIST) {
                    yield DocumentType.LIST_DESIGNATION_DECISION;
                }
                yield court || sentenced
                        ? DocumentType.EFFECTIVE_JUDGMENT
                        : DocumentType.ADMINISTRATIVE_PENALTY_DECISION;
            }
        };
    }
}
