package org.xinheng.contract;

import java.util.UUID;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** Ids in paths and queries; a text that is none names nothing. */
public final class Ids {
    /** Length of an id, in characters. */
    private static final int LENGTH = 36;

    private Ids() {}

    /** The id that a text is. @throws Refusal with this code where it is none */
    public static UUID of(String text, ErrorCode notFound) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.of(notFound);
        }
    }

    /** The id that a text is. @throws Refusal with this code, and the text, where it is none */
    public static UUID named(String text, ErrorCode notFound) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.of(notFound, text.length() <= LENGTH ? text : text.substring(0, LENGTH));
        }
    }

    /** The id in the parameter {@code after}. @throws Refusal PARAMETER_INVALID where it is none */
    public static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
    }
}
