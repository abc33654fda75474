package org.xinheng.impact;

/** Port: lets those go first for whom somebody is waiting at a desk. */
@FunctionalInterface
public interface RightOfWay {
    /** Waits a little while a request is being answered, never for long. */
    void give();
}
