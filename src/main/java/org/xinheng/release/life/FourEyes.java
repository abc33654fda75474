package org.xinheng.release.life;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many others must look at a draft before it is law.
 *
 * @param secondApproverAbove share of changed answers above which two must approve, 0 to 1
 */
public record FourEyes(BigDecimal secondApproverAbove) {
    /** Approvers needed where no release is law on the day, so that there is nothing to compare a draft with. */
    public static final int WITHOUT_PREDECESSOR = 1;

    public FourEyes {
        if (secondApproverAbove.signum() < 0 || secondApproverAbove.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share lies between 0 and 1, found " + secondApproverAbove);
        }
    }

    /**
     * Approvers needed for a draft that changes this share of the answers.
     *
     * @param changedShare 0 to 1, null where nobody has counted: what is not known may be great
     */
    public int approversNeeded(@Nullable BigDecimal changedShare) {
        return changedShare == null || changedShare.compareTo(secondApproverAbove) > 0 ? 2 : 1;
    }
}
