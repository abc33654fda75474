package org.xinheng.impact;

/** How many changes of each kind. */
public record Counts(long gained, long lost, long stronger, long weaker, long basisChanged, long withheldChanged) {
    /** None. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** One more of a kind. */
    public Counts plus(ChangeKind kind) {
        return plus(new Counts(
                one(kind, ChangeKind.GAINED),
                one(kind, ChangeKind.LOST),
                one(kind, ChangeKind.STRONGER),
                one(kind, ChangeKind.WEAKER),
                one(kind, ChangeKind.BASIS_CHANGED),
                one(kind, ChangeKind.WITHHELD_CHANGED)));
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                gained + other.gained,
                lost + other.lost,
                stronger + other.stronger,
                weaker + other.weaker,
                basisChanged + other.basisChanged,
                withheldChanged + other.withheldChanged);
    }

    /** All kinds together. */
    public long total() {
        return gained + lost + stronger + weaker + basisChanged + withheldChanged;
    }

    private static int one(ChangeKind kind, ChangeKind of) {
        return kind == of ? 1 : 0;
    }
}
