package org.xinheng.catalogue;

/**
 * A concrete measure (惩戒/激励措施).
 *
 * @param clause words a clerk can read out, {@code 不得参加政府采购活动}
 */
public record Measure(String code, String title, Nature nature, String clause) {}
