package org.xinheng.kernel;

/**
 * The one list of refusals. A code is stable wire vocabulary: it is never renamed and never reused. Its HTTP status
 * stands beside it; its texts stand in {@code messages/errors_zh.properties} and {@code messages/errors_en.properties}.
 */
public enum ErrorCode {
    // ---- identifiers (GB 32100-2015, GB 11643-1999, GB 11714-1997, GS15-2006)
    IDENTIFIER_BLANK(422),
    IDENTIFIER_LENGTH(422),
    IDENTIFIER_CHARACTER(422),
    IDENTIFIER_AUTHORITY(422),
    IDENTIFIER_REGION(422),
    IDENTIFIER_BIRTH_DATE(422),
    IDENTIFIER_CHECK_CHARACTER(422),
    IDENTIFIER_SCHEME_MISMATCH(422),

    // ---- the shape of a request
    MALFORMED_JSON(400),
    BODY_TOO_LARGE(413),
    BODY_TOO_DEEP(400),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_ACCEPTABLE(406),
    METHOD_NOT_ALLOWED(405),
    NOT_FOUND(404),
    FIELD_UNKNOWN(422),
    FIELD_MISSING(422),
    FIELD_TYPE(422),
    FIELD_FORMAT(422),
    FIELD_RANGE(422),
    FIELD_VALUE(422),
    CODE_UNKNOWN(422),
    PARAMETER_INVALID(400),
    INVALID_REQUEST(422),

    // ---- callers
    UNAUTHENTICATED(401),
    FORBIDDEN_ROLE(403),
    PURPOSE_REQUIRED(422),

    // ---- idempotency (S3)
    IDEMPOTENCY_KEY_REUSED(422),
    IDEMPOTENCY_IN_PROGRESS(409),
    IDEMPOTENCY_KEY_INVALID(422),

    // ---- decisions
    MATTER_NOT_HANDLED(403),
    AS_OF_TOO_FAR(422),
    AS_OF_REASON_REQUIRED(422),
    DECISION_NOT_FOUND(404),

    // ---- listings
    LISTING_NOT_FOUND(404),
    LIST_KIND_WITHOUT_BASIS(422),
    LIST_KIND_NOT_YOURS(403),
    DESIGNATION_INCOMPLETE(422),
    PRIOR_NOTICE_AFTER_DECISION(422),
    LISTING_DATES(422),
    LISTING_TERM_REQUIRED(422),
    LISTING_TERM_TOO_LONG(422),
    GROUND_NOT_OF_LIST_KIND(422),
    LISTING_ALREADY_REMOVED(409),
    MALFORMED_CSV(400),
    COLUMN_DOUBLED(422),
    CELL_COUNT(422),
    BATCH_ROWS(422),
    BATCH_NOT_FOUND(404),
    BATCH_REJECTED(422),

    // ---- feedback
    FEEDBACK_NOT_YOURS(403),
    FEEDBACK_LINE_UNKNOWN(422),
    FEEDBACK_NOT_DUE(422),
    FEEDBACK_REASON_REQUIRED(422),

    // ---- the log
    CHECKPOINT_NOT_FOUND(404),
    ENTRY_NOT_FOUND(404),
    ENTRY_NOT_INTEGRATED(404),
    LOG_SIZE(422),

    // ---- releases
    RELEASE_NOT_FOUND(404),
    WORKBOOK_NOT_FOUND(404),
    MALFORMED_MULTIPART(400),
    RELEASE_EMPTY(422),
    WORKBOOK_NAME(422),
    WORKBOOK_DOUBLED(422),
    WORKBOOKS_TOO_MANY(422),
    RELEASE_DAY_PAST(422),

    // ---- the service itself
    RELEASE_REFUSED(503),
    SERVICE_UNAVAILABLE(503),
    INTERNAL_ERROR(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status this refusal is answered with (RFC 9110). */
    public int status() {
        return status;
    }
}
