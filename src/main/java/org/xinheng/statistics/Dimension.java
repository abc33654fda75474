package org.xinheng.statistics;

/** By what numbers are told apart. */
public enum Dimension {
    /** 措施. */
    MEASURE,
    /** 名单种类. */
    LIST_KIND,
    /** 部门. */
    AGENCY,
    /** 地区. */
    REGION,
    /** 月份. */
    MONTH,
    /** 任务种类: to apply or to lift. */
    TASK_KIND
}
