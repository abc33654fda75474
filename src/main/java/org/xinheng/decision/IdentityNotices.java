package org.xinheng.decision;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.NoticeCode;

/** What should be known of the numbers that a question names, beside the answer (提示). */
final class IdentityNotices {
    private static final String SUBJECT = "/subject/identifier";

    private IdentityNotices() {}

    /** The remarks on the numbers of a request. */
    static List<Warning> of(DecisionRequest request) {
        List<Warning> notices = new ArrayList<>();
        if (request.writtenInOldForm()) {
            notices.add(new Warning(NoticeCode.IDENTIFIER_CONVERTED, SUBJECT, "十五位公民身份号码已换为十八位号码查询"));
        }
        addDoubts(notices, request.identifier(), SUBJECT);
        return notices;
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
