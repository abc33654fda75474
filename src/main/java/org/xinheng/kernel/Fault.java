package org.xinheng.kernel;

import java.util.List;

/**
 * One thing that is wrong with what was handed in: a code, where it is, and the words for the sentence.
 *
 * @param code what is wrong
 * @param pointer RFC 6901 pointer into the body, {@code query:name} or {@code header:name} for parameters, a cell such
 *     as {@code 措施!F14}, or empty when the whole is meant
 * @param arguments what stands at {@code {0}}, {@code {1}} … of the code's text; never a person's number in full
 */
public record Fault(ErrorCode code, String pointer, List<String> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** A fault at a place. */
    public static Fault at(String pointer, ErrorCode code, String... arguments) {
        return new Fault(code, pointer, List.of(arguments));
    }

    /** The same fault seen from one level further out: the prefix is put before the pointer. */
    public Fault under(String prefix) {
        return new Fault(code, prefix + pointer, arguments);
    }
}
