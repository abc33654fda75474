package org.xinheng.kernel;

import java.util.List;

/**
 * The caller asked for something that is refused: it carries every fault found, the first of which gives code and
 * status of the answer. A bug of ours is an {@link IllegalStateException}, never a refusal.
 */
public final class Refusal extends RuntimeException {
    private final transient List<Fault> faults;

    public Refusal(List<Fault> faults) {
        super(faults.stream().map(f -> f.code() + "@" + f.pointer()).toList().toString());
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a refusal names at least one fault");
        }
        this.faults = List.copyOf(faults);
    }

    public Refusal(Fault fault) {
        this(List.of(fault));
    }

    /** A refusal of the whole, with no place inside it. */
    public static Refusal of(ErrorCode code, String... arguments) {
        return new Refusal(Fault.at("", code, arguments));
    }

    /** A refusal of one field, parameter or cell. */
    public static Refusal at(String pointer, ErrorCode code, String... arguments) {
        return new Refusal(Fault.at(pointer, code, arguments));
    }

    /** Everything that was found wrong, at least one. */
    public List<Fault> faults() {
        return faults;
    }

    /** The code of the answer: that of the first fault. */
    public ErrorCode code() {
        return faults.get(0).code();
    }
}
