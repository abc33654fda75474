package org.xinheng.decision;

import org.xinheng.kernel.NoticeCode;

/**
 * Something the agency should know beside the answer.
 *
 * @param pointer what it is about: a pointer into the request, a list kind, or empty
 */
public record Warning(NoticeCode code, String pointer, String message) {
    /** Whether a person must look at the answer before it is used: a list or the identity of the subject is in doubt. */
    public boolean raisesDoubt() {
        return switch (code) {
            case LIST_UNREAD, LIST_STALE, INNER_CODE_CHECK, PRINCIPAL_WANTED -> true;
            default -> false;
        };
    }
}
