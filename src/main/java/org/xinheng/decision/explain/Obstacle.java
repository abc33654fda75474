package org.xinheng.decision.explain;

import org.xinheng.decision.Omission;

/** What kept a row from firing beside its cells: the rules of law that hold for every row (L3, L4). */
public enum Obstacle {
    LISTING_AHEAD("名单记录在所问日期尚未生效"),
    LISTING_EXPIRED("名单记录在所问日期已经到期"),
    LISTING_REMOVED("名单记录在所问日期已经移出"),
    LISTING_REVOKED("据以列入的文书在所问日期已被撤销"),
    LISTING_WITHDRAWN_SINCE("名单记录此后已移出、撤销或者修复，不再提供给部门"),
    ROLE_NOT_HELD("该人员在所问日期不任所列角色"),
    LIST_COUNTS_ELSEWHERE("名单在办理地区没有效力：地方名单只在本地区内有效，伙伴地区的名单须有现行互认协议"),
    ORGANISATION_NOT_REACHED("单位不因其人员被列入名单而受惩戒"),
    RESTORED("信用已经修复，该行的措施随之解除（L4-2）"),
    OUTSIDE_TERM("所问日期不在该行措施的期限之内");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    /** What it says, in Chinese. */
    public String words() {
        return words;
    }

    static Obstacle of(Omission omission) {
        return switch (omission) {
            case AHEAD -> LISTING_AHEAD;
            case EXPIRED -> LISTING_EXPIRED;
            case REMOVED -> LISTING_REMOVED;
            case REVOKED -> LISTING_REVOKED;
            case WITHDRAWN_SINCE -> LISTING_WITHDRAWN_SINCE;
            case ROLE_NOT_HELD -> ROLE_NOT_HELD;
            case NOT_RECOGNISED -> LIST_COUNTS_ELSEWHERE;
        };
    }
}
