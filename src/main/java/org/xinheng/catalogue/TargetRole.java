package org.xinheng.catalogue;

/** Through which role a measure reaches the subject asked about (责任人员角色). */
public enum TargetRole {
    /** 名单主体: the listed subject itself. */
    LISTED_SUBJECT,
    /** 法定代表人. */
    LEGAL_REPRESENTATIVE,
    /** 主要负责人. */
    PRINCIPAL,
    /** 实际控制人. */
    ACTUAL_CONTROLLER,
    /** 直接责任人员. */
    DIRECTLY_RESPONSIBLE
}
