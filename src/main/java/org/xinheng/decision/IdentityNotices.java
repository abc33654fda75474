package org.xinheng.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.NoticeCode;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.SubjectFile;
import org.xinheng.subject.SubjectName;

/** What should be known of the numbers that a question names, beside the answer (提示). */
final class IdentityNotices {
    private static final String SUBJECT = "/subject/identifier";
    private static final String PRINCIPAL = "/subject/principal/identifier";

    private IdentityNotices() {}

    /** The remarks on the numbers of a request. */
    static List<Warning> of(DecisionRequest request, SubjectFile file) {
        List<Warning> notices = new ArrayList<>();
        if (request.writtenInOldForm()) {
            notices.add(new Warning(NoticeCode.IDENTIFIER_CONVERTED, SUBJECT, "十五位公民身份号码已换为十八位号码查询"));
        }
        addDoubts(notices, request.identifier(), SUBJECT);
        Identifier principal = request.principal();
        if (principal != null) {
            addDoubts(notices, principal, PRINCIPAL);
        } else if (branch(request, file)) {
            notices.add(
                    new Warning(NoticeCode.PRINCIPAL_WANTED, PRINCIPAL, "名称表明是分支机构，未写明所属法人；请填写所属法人的标识（principal）后再查"));
        } else if (individualBusiness(request.identifier())) {
            notices.add(new Warning(
                    NoticeCode.OPERATOR_WANTED, PRINCIPAL, "个体工商户由经营者承担责任，未写明经营者；可填写经营者的标识（principal）一并查询"));
        }
        return notices;
    }

    /** A branch is no legal person: what is held against its legal person is found under that alone. */
    private static boolean branch(DecisionRequest request, SubjectFile file) {
        return request.subjectType() == SubjectType.ORGANISATION
                && Stream.concat(Stream.ofNullable(request.name()), file.names().stream())
                        .anyMatch(SubjectName::saysBranch);
    }

    /** Category of GB 32100 that market registration gives to individual businesses (个体工商户). */
    private static boolean individualBusiness(Identifier identifier) {
        return identifier.scheme() == IdentifierScheme.USCC
                && identifier.value().startsWith("92");
    }

    private static void addDoubts(List<Warning> notices, Identifier identifier, String pointer) {
        if (!identifier.checkHolds()) {
            notices.add(new Warning(NoticeCode.IDENTIFIER_CHECK_CONFIRMED, pointer, "号码的校验码不符，已按确认受理，请与证照核对"));
        }
        if (!identifier.innerCodeHolds()) {
            notices.add(new Warning(NoticeCode.INNER_CODE_CHECK, pointer, "统一社会信用代码内含的组织机构代码校验不符，请核对后办理"));
        }
    }
}
