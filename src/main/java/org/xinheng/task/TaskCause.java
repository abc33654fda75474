package org.xinheng.task;

/** Why a task was made: what became of the listing on that day (任务事由). */
public enum TaskCause {
    /** 列入. */
    ENTERED,
    /** 恢复: what had been lifted applies again. */
    RESUMED,
    /** 期限届满. */
    EXPIRED,
    /** 移出. */
    REMOVED,
    /** 更正移出: the entry should never have been made. */
    CORRECTED,
    /** 异议成立. */
    OBJECTION_UPHELD,
    /** 据以认定的文书被撤销. */
    REVOKED,
    /** 停止执行. */
    STAYED,
    /** 信用修复. */
    RESTORED,
    /** 破产重整期间临时解除. */
    REORGANISED,
    /** 列入黑名单,激励停止. */
    BLACK_LISTED,
    /** Whatever else changed what the rules name: the rows in force, a person's time in a role. */
    CHANGED;

    /** Whether it withdraws the entry, so that what rests on it must be undone and not only ended (撤回). */
    public boolean withdraws() {
        return switch (this) {
            case REMOVED, CORRECTED, OBJECTION_UPHELD, REVOKED, RESTORED -> true;
            case ENTERED, RESUMED, EXPIRED, STAYED, REORGANISED, BLACK_LISTED, CHANGED -> false;
        };
    }
}
