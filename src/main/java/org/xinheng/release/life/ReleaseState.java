package org.xinheng.release.life;

import java.time.LocalDate;

/**
 * Where a release is in its life, derived from dated events and never stored. A release is handed in and checked; one that
 * the gate lets through is a draft until others than its editors approve it for a day; from that day on it is law until
 * another one takes its place or it is taken back. It can be approved again after that.
 */
public sealed interface ReleaseState {
    /** The word for it in the contract. */
    String word();

    /** The gate is at work, or has not begun. */
    record BeingChecked(int percent, String stage) implements ReleaseState {
        @Override
        public String word() {
            return "CHECKING";
        }
    }

    /** The gate found errors. */
    record RefusedByGate(int errors) implements ReleaseState {
        @Override
        public String word() {
            return "REFUSED";
        }
    }

    /** It has passed the gate and waits for approval. */
    record Unapproved() implements ReleaseState {
        @Override
        public String word() {
            return "DRAFT";
        }
    }

    /** It is law from a day to come. */
    record Approved(LocalDate effectiveFrom) implements ReleaseState {
        @Override
        public String word() {
            return "APPROVED";
        }
    }

    /** It is law. */
    record InForce(LocalDate effectiveFrom) implements ReleaseState {
        @Override
        public String word() {
            return "IN_FORCE";
        }
    }

    /** It was law until another one took its place. */
    record Superseded(LocalDate effectiveFrom) implements ReleaseState {
        @Override
        public String word() {
            return "SUPERSEDED";
        }
    }

    /** It was taken back. */
    record Withdrawn(LocalDate on, String reason) implements ReleaseState {
        @Override
        public String word() {
            return "WITHDRAWN";
        }
    }
}
