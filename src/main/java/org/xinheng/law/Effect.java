package org.xinheng.law;

/** What a measure does to the act at hand (效力), strongest first; design §4. */
public enum Effect {
    /** 禁止: the act must be refused. */
    PROHIBIT,
    /** 限制: allowed under limits. */
    RESTRICT,
    /** 从严审慎: weigh it, lower priority. */
    CAUTION,
    /** 加强监管: more inspection. */
    SUPERVISE,
    /** 提示: information only; the only effect a class-3 row may have. */
    ADVISE,
    /** 激励: reward. */
    FACILITATE;

    /** Whether this effect is heavier on the subject than the other; a reward is heavier than nothing. */
    public boolean heavierThan(Effect other) {
        return compareTo(other) < 0;
    }

    /** Effects that need an article that somebody has read (design §6.6). */
    public boolean needsVerifiedBasis() {
        return this == PROHIBIT || this == RESTRICT;
    }
}
