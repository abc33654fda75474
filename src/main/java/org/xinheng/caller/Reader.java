package org.xinheng.caller;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * Who reads, and why.
 *
 * @param purpose why (用途), required where a person is concerned
 * @param caseNumber for which case, required where a person is concerned
 */
public record Reader(
        Caller caller, @Nullable String purpose, @Nullable String caseNumber) {
    /** Whether both the purpose and the case are given. */
    public boolean saysWhy() {
        return purpose != null && caseNumber != null;
    }

    /**
     * Refuses a reading without its reason.
     *
     * @throws Refusal PURPOSE_REQUIRED where the purpose or the case is not given
     */
    public void demandWhy() {
        if (!saysWhy()) {
            throw Refusal.at(purpose == null ? "query:purpose" : "query:caseNumber", ErrorCode.PURPOSE_REQUIRED);
        }
    }
}
