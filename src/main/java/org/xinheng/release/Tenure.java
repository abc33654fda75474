package org.xinheng.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The step by which a release became law in force (生效区间); a rollback is a further tenure, nothing is rewritten.
 *
 * @param effectiveFrom first day, Asia/Shanghai
 * @param activatedAt when it was activated
 */
public record Tenure(UUID releaseId, LocalDate effectiveFrom, Instant activatedAt) {}
