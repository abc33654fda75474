package org.xinheng.catalogue;

/** What a task asks of an agency (协同任务的种类). */
public enum TaskKind {
    /** 实施措施. */
    APPLY,
    /** 解除措施. */
    LIFT
}
