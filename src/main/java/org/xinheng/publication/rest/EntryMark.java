package org.xinheng.publication.rest;

import java.util.UUID;
import java.util.regex.Pattern;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.publication.Publications;

/** The place after which a page of entries begins, as it stands in an address. */
final class EntryMark {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}\\.[0-9a-f-]{36}");

    private EntryMark() {}

    static String written(Publications.Mark mark) {
        return mark.knownAt() + "." + mark.listing();
    }

    static Publications.Mark read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
        int dot = text.indexOf('.');
        return new Publications.Mark(
                Long.parseLong(text.substring(0, dot)), UuidText.read(text.substring(dot + 1), "after"));
    }

    /** A UUID as it stands in the query of an address. */
    static final class UuidText {
        private UuidText() {}

        static UUID read(String text, String parameter) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw Refusal.at("query:" + parameter, ErrorCode.PARAMETER_INVALID, parameter, "UUID");
            }
        }
    }
}
