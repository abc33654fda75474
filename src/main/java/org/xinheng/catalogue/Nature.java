package org.xinheng.catalogue;

/** 惩戒 or 激励. */
public enum Nature {
    PUNISHMENT,
    REWARD
}
