package org.xinheng.publication.rest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Designation;
import org.xinheng.publication.PublishedEntry;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectName;

/** {@code PublishedEntry} of the contract: an organisation in full, a person masked. */
record EntryView(
        UUID id,
        String listKind,
        int batch,
        LocalDate publishedOn,
        PublicSubject subject,
        @Nullable String ground,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        @Nullable String issuedBy,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate publicityEndsOn,
        String initiatingDepartment,
        String region,
        boolean objectionOpen) {
    static final List<String> HEADINGS = List.of(
            "名单种类", "批次", "公示日期", "主体类别", "主体名称", "证件类型", "主体标识", "认定事由", "认定文书号", "文书日期", "认定机关", "列入日期", "有效期至",
            "公示期至", "列入部门", "地区", "异议标注");

    /** {@code PublishedSubject}. */
    record PublicSubject(SubjectType type, @Nullable String name, IdentifierScheme scheme, String identifier) {
        static PublicSubject of(Subject subject) {
            Identifier identifier = subject.identifiers().stream()
                    .min(Comparator.comparing(Identifier::scheme))
                    .orElseThrow(() -> new IllegalStateException("a subject has at least one identifier"));
            List<SubjectName> names = subject.names();
            SubjectName name = names.isEmpty() ? null : names.get(names.size() - 1);
            boolean person = subject.type() == SubjectType.PERSON;
            return new PublicSubject(
                    subject.type(),
                    name == null ? null : person ? name.masked() : name.value(),
                    identifier.scheme(),
                    identifier.masked());
        }
    }

    static EntryView of(PublishedEntry entry, Registers registers) {
        Designation designation = entry.listing().designation();
        String ground = designation == null ? null : designation.ground();
        var known = ground == null ? null : registers.grounds().get(ground);
        var department = registers.departments().get(entry.listing().initiatingDepartment());
        return new EntryView(
                entry.listing().id(),
                entry.listing().listKind(),
                entry.batch(),
                entry.publishedOn(),
                PublicSubject.of(entry.subject()),
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

    List<String> row() {
        return List.of(
                listKind,
                Integer.toString(batch),
                publishedOn.toString(),
                subject.type() == SubjectType.PERSON ? "自然人" : "法人和非法人组织",
                text(subject.name()),
                subject.scheme().name(),
                subject.identifier(),
                text(ground),
                text(documentNumber),
                text(documentDate),
                text(issuedBy),
                listedOn.toString(),
                text(expiresOn),
                text(publicityEndsOn),
                initiatingDepartment,
                region,
                objectionOpen ? "有异议" : "");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
