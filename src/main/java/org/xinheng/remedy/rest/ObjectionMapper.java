package org.xinheng.remedy.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.NoticeView;
import org.xinheng.contract.api.ObjectionAnswerView;
import org.xinheng.contract.api.ObjectionView;
import org.xinheng.kernel.NoticeCode;
import org.xinheng.remedy.Objection;

/** Writes {@code Objection} of the contract. */
final class ObjectionMapper {
    private ObjectionMapper() {}

    /** @param today day for which lateness is reported, Asia/Shanghai */
    static ObjectionView of(Objection objection, @Nullable String statement, LocalDate today) {
        Objection.Limit limit = objection.limit();
        Objection.Answer answer = objection.answer();
        return new ObjectionView(
                objection.id(),
                objection.listingId(),
                objection.filedOn(),
                objection.filedBy(),
                answer == null ? "OPEN" : answer.outcome().name(),
                limit == null ? null : limit.term(),
                limit == null ? null : limit.markBy(),
                objection.dueOn(),
                objection.lateOn(today),
                objection.extension() == null ? null : objection.extension().extendedOn(),
                answer == null
                        ? null
                        : new ObjectionAnswerView(
                                answer.outcome(), answer.answeredOn(), answer.reasons(), answer.documentNumber()),
                statement,
                notices(limit));
    }

    private static List<NoticeView> notices(Objection.@Nullable Limit limit) {
        List<NoticeView> notices = new ArrayList<>();
        if (limit == null) {
            notices.add(new NoticeView(NoticeCode.OBJECTION_LIMIT_UNKNOWN, "/answerBy", "登记册没有该地区的异议答复期限，请尽快答复"));
        } else if (!limit.calendarKnown()) {
            notices.add(new NoticeView(NoticeCode.CALENDAR_NOT_ANNOUNCED, "/answerBy", "所涉年份的节假日安排尚未载入，期限按星期计算"));
        }
        return List.copyOf(notices);
    }
}
