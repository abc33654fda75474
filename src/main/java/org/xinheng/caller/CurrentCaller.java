package org.xinheng.caller;

/** Port: who makes the call at hand. */
public interface CurrentCaller {
    /** The caller, whose key has been checked. */
    Caller get();
}
