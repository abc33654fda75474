package org.xinheng.remedy.rest;

import java.util.UUID;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** Ids in paths and queries; one that is none names nothing. */
final class Ids {
    private Ids() {}

    static UUID of(String text, ErrorCode notFound) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.of(notFound);
        }
    }

    static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
    }
}
