package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call was refused with. */
public final class RefusalAssert {
    private RefusalAssert() {}

    /** The first fault of the refusal that the call ends in; fails where it ends in none. */
    public static Fault refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        if (refusal == null) {
            throw new AssertionError("expected a refusal, but the call went through");
        }
        return refusal.faults().get(0);
    }
}
