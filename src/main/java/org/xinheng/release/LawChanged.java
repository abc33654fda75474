package org.xinheng.release;

/** Something was decided about which release is law on which day; told inside the transaction that decides it. */
public record LawChanged() {}
