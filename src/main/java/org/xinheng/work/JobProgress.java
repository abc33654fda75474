package org.xinheng.work;

/**
 * How far a job is.
 *
 * @param percent 0 to 100
 * @param stage what is being done, {@code WAITING} before it begins
 */
public record JobProgress(State state, int percent, String stage) {
    /** Stage of a job that nobody has claimed. */
    public static final String WAITING = "WAITING";

    /** Where it is in its life. */
    public enum State {
        WAITING,
        RUNNING,
        /** A person is asked whether it shall go on. */
        AWAITING_CONFIRMATION,
        DONE,
        FAILED
    }

    /** Whether it is waiting or running. */
    public boolean open() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
