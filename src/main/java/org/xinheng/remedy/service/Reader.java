package org.xinheng.remedy.service;

import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * Who reads about the remedies of an entry, and why.
 *
 * @param purpose required where the entry concerns a person, but not of its own subject
 * @param caseNumber required where the entry concerns a person, but not of its own subject
 */
public record Reader(
        Caller caller, @Nullable String purpose, @Nullable String caseNumber) {
    void demandWhy() {
        if (purpose == null || caseNumber == null) {
            throw Refusal.at(purpose == null ? "query:purpose" : "query:caseNumber", ErrorCode.PURPOSE_REQUIRED);
        }
    }
}
