package org.xinheng.release.life;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.xinheng.release.Actor;
import org.xinheng.release.Tenure;

/** Port: the dated events from which the state of every release is derived, kept for ever. */
public interface LifeEvents {
    /** The approvals of a release, oldest first. */
    List<Approval> approvals(UUID releaseId);

    /** The openings of tenures of all releases, in their order. */
    List<Opening> openings();

    /** The withdrawals of all releases, oldest first. */
    List<Withdrawal> withdrawals();

    /** Keeps an approval and returns its number. */
    long approve(Approval approval);

    /** Opens a tenure and returns its number. */
    long open(Tenure tenure, Opening.Step step, Actor by, String reason);

    /** Calls off a tenure that has not begun. */
    void callOff(long tenureNumber, Instant at);

    /** Keeps a withdrawal and returns its number. */
    long withdraw(Withdrawal withdrawal);

    /** Tells all nodes, as soon as the running transaction has committed, that something has changed. */
    void announce();
}
