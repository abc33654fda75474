package org.xinheng.catalogue;

/** 严重程度 of the conduct, as the designation grades it. */
public enum Gravity {
    LIGHT,
    GENERAL,
    SERIOUS
}
