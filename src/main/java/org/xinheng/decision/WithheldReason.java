package org.xinheng.decision;

/** Which guard held a matching measure back (保留原因), in the order in which they are told; design §6.5. */
public enum WithheldReason {
    /** Execution is stayed, or an objection suspends by law. */
    SUSPENDED("停止执行"),
    /** No cited article that is in force on the day may carry the measure (L1). */
    BASIS_NOT_IN_FORCE("依据不在有效期或者不足以设定"),
    /** Not in the measure list in force, and no article orders it by itself (L1). */
    NOT_ON_MEASURE_LIST("不在有效的措施清单"),
    /** No article able to carry a hard effect has been verified (design §6.6). */
    BASIS_UNVERIFIED("依据未经核实"),
    /** Asked for under a name the subject never bore. */
    NAME_MISMATCH("名称不符，需核对身份"),
    /** Of the legal person behind a branch, or the operator of an individual business, whom the row does not name. */
    PRINCIPAL_LISTED("所属法人或者经营者在名单上，须人工核实"),
    /** A fact that the row asks for was not given. */
    CONTEXT_MISSING("缺少判断所需的事项要素"),
    /** A reward while a black listing that excludes it is in force (L6). */
    BLACK_LISTED("在应排除的失信名单上");

    private final String chinese;

    WithheldReason(String chinese) {
        this.chinese = chinese;
    }

    /** The reason in words, for a release whose register of texts has none. */
    public String chinese() {
        return chinese;
    }
}
