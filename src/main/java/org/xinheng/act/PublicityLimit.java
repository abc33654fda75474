package org.xinheng.act;

/**
 * What the order on double publicity sets.
 *
 * @param workingDays working days from the decision within which an act is due
 */
public record PublicityLimit(int workingDays) {
    public PublicityLimit {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a term has at least one working day");
        }
    }
}
