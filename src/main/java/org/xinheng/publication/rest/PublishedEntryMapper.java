package org.xinheng.publication.rest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Registers;
import org.xinheng.contract.api.PublishedEntryView;
import org.xinheng.contract.api.PublishedSubjectView;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Designation;
import org.xinheng.publication.PublishedEntry;
import org.xinheng.subject.Subject;

/** Writes {@code PublishedEntry} of the contract: an organisation in full, a person masked. */
final class PublishedEntryMapper {
    private PublishedEntryMapper() {}

    static final List<String> HEADINGS = List.of(
            "名单种类", "批次", "公示日期", "主体类别", "主体名称", "证件类型", "主体标识", "认定事由", "认定文书号", "文书日期", "认定机关", "列入日期", "有效期至",
            "公示期至", "列入部门", "地区", "异议标注");

    static PublishedSubjectView publicSubject(Subject subject) {
        Identifier identifier = subject.mainIdentifier();
        return new PublishedSubjectView(subject.type(), subject.maskedName(), identifier.scheme(), identifier.masked());
    }

    static PublishedEntryView of(PublishedEntry entry, Registers registers) {
        Designation designation = entry.listing().designation();
        String ground = designation == null ? null : designation.ground();
        var known = ground == null ? null : registers.grounds().get(ground);
        var department = registers.departments().get(entry.listing().initiatingDepartment());
        return new PublishedEntryView(
                entry.listing().id(),
                entry.listing().listKind(),
                entry.batch(),
                entry.publishedOn(),
                publicSubject(entry.subject()),
                known == null ? ground : known.title(),
                designation == null ? null : designation.documentNumber(),
                designation == null ? null : designation.documentDate(),
                designation == null ? null : designation.issuedBy(),
                entry.listing().listedOn(),
                entry.listing().expiresOn(),
                entry.publicityEndsOn(),
                department == null ? entry.listing().initiatingDepartment() : department.title(),
                entry.listing().region(),
                entry.objectionOpen());
    }

    static List<String> row(PublishedEntryView view) {
        return List.of(
                view.listKind(),
                Integer.toString(view.batch()),
                view.publishedOn().toString(),
                view.subject().type() == SubjectType.PERSON ? "自然人" : "法人和非法人组织",
                text(view.subject().name()),
                view.subject().scheme().name(),
                view.subject().identifier(),
                text(view.ground()),
                text(view.documentNumber()),
                text(view.documentDate()),
                text(view.issuedBy()),
                view.listedOn().toString(),
                text(view.expiresOn()),
                text(view.publicityEndsOn()),
                view.initiatingDepartment(),
                view.region(),
                view.objectionOpen() ? "有异议" : "");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
