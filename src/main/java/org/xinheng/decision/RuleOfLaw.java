package org.xinheng.decision;

/**
 * A rule of {@code rules/*.drl} that held a measure back.
 *
 * @param id the invariant it keeps and its number, {@code L1-1}; never used again for another meaning
 * @param words what it says, in Chinese, as it stood when it was applied
 */
public record RuleOfLaw(String id, String words) {}
