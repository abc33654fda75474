package org.xinheng.casereport.rest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.casereport.CaseDetails;
import org.xinheng.casereport.CaseReport;
import org.xinheng.catalogue.Nature;
import org.xinheng.contract.api.CaseReportView;
import org.xinheng.contract.api.CaseReviewView;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;

/** Writes {@code CaseReport} of the contract: the fields of the prescribed format. */
final class CaseReportMapper {
    private CaseReportMapper() {}

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

    static CaseReportView of(CaseDetails reported) {
        CaseReport report = reported.report();
        Identifier identifier = reported.subject().mainIdentifier();
        boolean hidden = reported.subject().type() == SubjectType.PERSON && !reported.personVisible();
        CaseReport.Review review = report.review();
        var designation = reported.listing().designation();
        var measure = reported.measure();
        return new CaseReportView(
                report.id(),
                report.month().toString(),
                report.state().name(),
                report.listKind(),
                reported.listTitle(),
                reported.subject().type(),
                hidden ? null : reported.subject().maskedName(),
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
                review == null ? null : new CaseReviewView(review.reviewedOn(), review.department(), review.reason()));
    }

    static List<String> row(CaseReportView view) {
        return List.of(
                view.month(),
                switch (CaseReport.State.valueOf(view.state())) {
                    case DRAFT -> "草稿";
                    case RETURNED -> "退回";
                    case REVIEWED -> "已审查";
                },
                view.listTitle(),
                text(view.subjectName()),
                view.subjectType() == SubjectType.PERSON ? "1 自然人" : "0 法人",
                view.identifier(),
                documentType(view),
                view.nature() == Nature.REWARD ? "2 激励" : "1 惩戒",
                view.measure() + " " + text(view.measureTitle()),
                text(view.measureContent()),
                view.amountCny() == null ? "" : view.amountCny().toPlainString(),
                text(view.explanation()),
                view.departmentTitle(),
                view.initiatingDepartment(),
                text(view.publisher()),
                view.listing().toString(),
                text(view.designationNumber()),
                String.join(";", view.legalBases()),
                view.region(),
                view.implementedOn().toString(),
                view.collectedOn().toString(),
                view.review() == null ? "" : view.review().reviewedOn().toString(),
                view.late() ? "逾期" : "");
    }

    /** The codes of documents that platforms exchange (domain §5.5); an organisation has none. */
    private static String documentType(CaseReportView view) {
        return switch (view.scheme()) {
            case CITIZEN_ID -> "10";
            case HK_MACAO_PERMIT -> "30";
            case TAIWAN_PERMIT -> "40";
            case PASSPORT -> "50";
            case FOREIGN_PERMANENT_RESIDENCE, OTHER_ID -> "90";
            case USCC, REGISTRATION_NUMBER, ORGANISATION_CODE -> "";
        };
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }
}
