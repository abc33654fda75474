package org.xinheng.listing;

/** What a commit of listings made known. The name stands in the database: it never changes. */
public enum CommitKind {
    /** 列入. */
    LISTING,
    /** 一批数据. */
    BATCH,
    /** 移出. */
    REMOVAL,
    /** 更正错误的列入. */
    CORRECTION,
    /** 列入前告知. */
    PRIOR_NOTICE,
    /** 对告知的陈述申辩. */
    PRIOR_NOTICE_OBJECTION,
    /** 对陈述申辩的答复. */
    PRIOR_NOTICE_ANSWER,
    /** 主体合并. */
    SUBJECTS_MERGED,
    /** 主体分立. */
    SUBJECTS_SEPARATED,
    /** 异议. */
    OBJECTION,
    /** 异议答复. */
    OBJECTION_ANSWER,
    /** 信用修复. */
    RESTORATION,
    /** 据以认定的文书被撤销. */
    REVOKED,
    /** 停止执行. */
    STAYED,
    /** 恢复执行. */
    STAY_ENDED,
    /** 破产重整计划执行期间临时解除. */
    REORGANISATION_BEGUN,
    /** 重整计划执行终止,临时解除结束. */
    REORGANISATION_ENDED,
    /** 承诺已履行. */
    COMMITMENT_KEPT,
    /** 违背承诺. */
    COMMITMENT_BREACHED
}
