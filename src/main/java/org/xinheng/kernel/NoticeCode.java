package org.xinheng.kernel;

/** What a remark beside an answer is about (提示). The name is what callers read: it never changes. */
public enum NoticeCode {
    /** 查询日在今日之后,结果为预测. */
    PROJECTION,
    /** 查询日早于首个发布版,按首个发布版重构. */
    RECONSTRUCTED,
    /** 名单从未读取. */
    LIST_UNREAD,
    /** 名单已过时. */
    LIST_STALE,
    /** 统一社会信用代码内含的组织机构代码校验不符. */
    INNER_CODE_CHECK,
    /** 十五位公民身份号码已换为十八位. */
    IDENTIFIER_CONVERTED,
    /** 校验码不符的号码经确认受理. */
    IDENTIFIER_CHECK_CONFIRMED,
    /** 分支机构未写明所属法人. */
    PRINCIPAL_WANTED,
    /** 个体工商户未写明经营者. */
    OPERATOR_WANTED,
    /** 登记册没有该地区的异议办理时限. */
    OBJECTION_LIMIT_UNKNOWN,
    /** 所涉年份的节假日安排尚未公布. */
    CALENDAR_NOT_ANNOUNCED
}
