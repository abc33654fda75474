package org.xinheng.audit;

/** What an entry of the log can cover: the records of {@code audit/coverage.csv}, one value for each. */
public enum RecordKind {
    DECISION,
    FEEDBACK,
    LISTING_COMMIT,
    OBJECTION_EXTENSION,
    RESTORATION,
    RESTORATION_DECISION,
    PUBLICATION,
    CASE_COLLECTION,
    CASE_REVIEW,
    ACT,
    ACT_REVOCATION,
    ACT_COUNT,
    FEED_EXPECTATION,
    REFUSED_BATCH,
    RELEASE,
    RELEASE_UPLOAD,
    RELEASE_CHECK,
    RELEASE_APPROVAL,
    RELEASE_TENURE,
    RELEASE_CANCELLATION,
    RELEASE_WITHDRAWAL,
    TASK_ROUND,
    WEBHOOK,
    WEBHOOK_REVOCATION,
    WEBHOOK_REPLAY,
    TASK_ACKNOWLEDGEMENT,
    TASK_REPORT,
    IMPACT
}
