package org.xinheng.impact;

/** What becomes of one measure of one listing in one answer. */
public enum ChangeKind {
    /** 新增: applies where it did not. */
    GAINED,
    /** 失去: applies no more. */
    LOST,
    /** 加重: a stronger effect, or the same for longer. */
    STRONGER,
    /** 减轻: a weaker effect, or the same for less long. */
    WEAKER,
    /** 依据变化: the same on other articles. */
    BASIS_CHANGED,
    /** 保留变化: applies in neither, but is withheld in one alone, or for another reason. */
    WITHHELD_CHANGED
}
