package org.xinheng.caller;

/** What a caller's key may be used for; the contract names the roles of each operation ({@code x-roles}). */
public enum Role {
    /** 实施部门. */
    IMPLEMENTING_AGENCY,
    /** 发起/认定部门. */
    INITIATING_DEPARTMENT,
    /** 政策岗. */
    EDITOR,
    /** 审批人. */
    APPROVER,
    /** 审计. */
    AUDITOR,
    /** 信用办. */
    CREDIT_OFFICE,
    /** 运维. */
    OPERATOR,
    /** 信用主体. */
    SUBJECT
}
