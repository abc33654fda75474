package org.xinheng.catalogue;

/** What being on a list means (名单极性). */
public enum Polarity {
    /** 黑名单: serious untrustworthiness. */
    BLACK,
    /** 红名单: reward. */
    RED,
    /** 重点关注名单: neither. */
    ATTENTION
}
