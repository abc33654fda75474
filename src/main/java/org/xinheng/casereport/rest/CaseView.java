package org.xinheng.casereport.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.casereport.CaseDetails;
import org.xinheng.casereport.CaseReport;
import org.xinheng.catalogue.Nature;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.SubjectName;

/** {@code CaseReport} of the contract: the fields of the prescribed format. */
record CaseView(
        UUID id,
        String month,
        String state,
        String listKind,
        String listTitle,
        SubjectType subjectType,
        @Nullable String subjectName,
        IdentifierScheme scheme,
        String identifier,
        @Nullable Nature nature,
        String measure,
        @Nullable String measureTitle,
        @Nullable String measureContent,
        @Nullable BigDecimal amountCny,
        @Nullable String explanation,
        @Nullable String documentNumber,
        String department,
        String departmentTitle,
        String initiatingDepartment,
        @Nullable String publisher,
        @Nullable String designationNumber,
        List<String> legalBases,
        UUID decision,
        UUID listing,
        String region,
        LocalDate implementedOn,
        LocalDate collectedOn,
        int revision,
        boolean late,
        @Nullable ReviewView review) {
    /** Headings of the file: the Chinese name, and the name of the field in the format that platforms exchange. */
    static final List<String> HEADINGS = List.of(
            "月份",
            "审查状态",
            "红黑名单名称 hhmdmc",
            "主体名称 ztmc",
            "主体类别 ztlb",
            "主体标识 identify",
            "证件类型 zjlx",
            "奖惩类型 jclx",
            "奖惩措施 measure",
            "执行措施内容 zxcsnr",
            "涉及金额 sjje",
            "奖惩说明 jcsm",
            "反馈部门 fkbm",
            "发布委办局 organization",
            "发布人 staff",
            "信用数据 data",
            "认定文书号",
            "法律依据",
            "地区",
            "实施日期",
            "采集日期",
            "审查日期",
            "是否逾期");

    private static final String HIDDEN = "******";

    /** {@code CaseReview}. */
    record ReviewView(
            LocalDate reviewedOn,
            String department,
            @Nullable String reason) {}

    static CaseView of(CaseDetails reported) {
        CaseReport report = reported.report();
        Identifier identifier = reported.subject().identifiers().stream()
                .min(Comparator.comparing(Identifier::scheme))
                .orElseThrow(() -> new IllegalStateException("a subject has at least one identifier"));
        boolean person = reported.subject().type() == SubjectType.PERSON;
        boolean hidden = person && !reported.personVisible();
        List<SubjectName> names = reported.subject().names();
        SubjectName name = names.isEmpty() || hidden ? null : names.get(names.size() - 1);
        CaseReport.Review review = report.review();
        var designation = reported.listing().designation();
        var measure = reported.measure();
        return new CaseView(
                report.id(),
                report.month().toString(),
                report.state().name(),
                report.listKind(),
                reported.listTitle(),
                reported.subject().type(),
                name == null ? null : person ? name.masked() : name.value(),
                identifier.scheme(),
                hidden ? HIDDEN : identifier.masked(),
                measure == null ? null : measure.nature(),
                report.measure(),
                measure == null ? null : measure.title(),
                measure == null ? null : measure.clause(),
                report.amountCny(),
                report.explanation(),
                report.documentNumber(),
                report.department(),
                reported.departmentTitle(),
                reported.listing().initiatingDepartment(),
                report.publisher(),
                designation == null ? null : designation.documentNumber(),
                reported.legalBases(),
                report.decisionId(),
                report.listingId(),
                report.region(),
                report.implementedOn(),
                report.collectedOn(),
                report.revision(),
                reported.late(),
                review == null ? null : new ReviewView(review.reviewedOn(), review.department(), review.reason()));
    }

    List<String> row() {
        return List.of(
                month,
                switch (CaseReport.State.valueOf(state)) {
                    case DRAFT -> "草稿";
                    case RETURNED -> "退回";
                    case REVIEWED -> "已审查";
                },
                listTitle,
                text(subjectName),
                subjectType == SubjectType.PERSON ? "1 自然人" : "0 法人",
                identifier,
                documentType(),
                nature == Nature.REWARD ? "2 激励" : "1 惩戒",
                measure + " " + text(measureTitle),
                text(measureContent),
                amountCny == null ? "" : amountCny.toPlainString(),
                text(explanation),
                departmentTitle,
                initiatingDepartment,
                text(publisher),
                listing.toString(),
                text(designationNumber),
                String.join(";", legalBases),
                region,
                implementedOn.toString(),
                collectedOn.toString(),
                review == null ? "" : review.reviewedOn().toString(),
                late ? "逾期" : "");
    }

    /** The codes of documents that platforms exchange (domain §5.5); an organisation has none. */
    private String documentType() {
        return switch (scheme) {
            case CITIZEN_ID -> "10";
            case HK_MACAO_PERMIT -> "30";
            case TAIWAN_PERMIT -> "40";
            case PASSPORT -> "50";
            case OTHER_ID -> "90";
            case USCC, REGISTRATION_NUMBER, ORGANISATION_CODE -> "";
        };
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }
}
